import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isLess, parseDecimal, times } from "./decimal.ts";

describe("plain numbers", () => {
  test.each(["0", "12", "0.50", " 7 ", "007", "123456789012345678901234567890.5"])("%s is one", (text) => {
    expect(parseDecimal(text)).not.toBeNull();
  });

  test.each(["", "<5", ">5", "5+", "1,200", "1e3", "-1", "+1", ".5", "5.", "5 ng", "five", "NaN", "٥"])(
    "%s is none",
    (text) => {
      expect(parseDecimal(text)).toBeNull();
    },
  );

  test("compare exactly, however many digits", () => {
    const anyNumber = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.integer({ min: 0, max: 25 }));
    const write = ([digits, places]: [bigint, number]) => {
      const text = digits.toString().padStart(places + 1, "0");
      return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
    };
    fc.assert(
      fc.property(anyNumber, anyNumber, (a, b) => {
        const left = parseDecimal(write(a));
        const right = parseDecimal(write(b));
        if (left === null || right === null) return false;
        return (
          isLess(times(50, left), right) === 50n * a[0] * 10n ** BigInt(b[1]) < b[0] * 10n ** BigInt(a[1])
        );
      }),
    );
  });
});
