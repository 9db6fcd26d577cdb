import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clock, day } from "../records/example-chart.ts";
import { compareRecords, compareText } from "./order.ts";

const codePoints = (text: string): readonly number[] =>
  [...text].map((character) => character.codePointAt(0) ?? 0);

describe("text", () => {
  test("is ordered by code point, not by locale and not by code unit", () => {
    expect(["a", "B", "b", "A", "10", "9", "_"].toSorted(compareText)).toEqual([
      "10",
      "9",
      "A",
      "B",
      "_",
      "a",
      "b",
    ]);
    expect(compareText("\u{1F600}", "\uFF5E")).toBeGreaterThan(0);
    expect(compareText("ab", "abc")).toBeLessThan(0);
  });

  test("agrees with comparing code points one by one", () => {
    const anyText = fc.string({ unit: "grapheme-composite" });
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const left = codePoints(a);
        const right = codePoints(b);
        const place = left.findIndex((point, index) => point !== right[index]);
        const expected =
          place === -1 ? left.length - right.length : (left[place] ?? 0) - (right[place] ?? -1);
        return Math.sign(compareText(a, b)) === Math.sign(expected);
      }),
    );
  });
});

describe("records", () => {
  test("own date, then when recorded with none before any, then identifier", () => {
    const at = (on: string, recordedMs: number | null, id: string) => ({ on: day(on), recordedMs, id });
    const order = [
      at("2026-02-01", null, "z"),
      at("2026-02-01", 1, "y"),
      at("2026-02-01", 2, "B"),
      at("2026-02-01", 2, "a"),
      at("2026-02-02", null, "x"),
    ];
    expect(order.toReversed().toSorted(compareRecords)).toEqual(order);
  });

  test("a fraction of a second is later, whatever the text says", () => {
    expect(clock("2026-02-01T10:00:00.500") < clock("2026-02-01T10:00:00")).toBe(true);
  });
});
