import { describe, expect, it } from "vitest";
import { fixed, fixedSigned, intervalWords, percentWords, pointsWords, rangeWords } from "./number-words.ts";

const plain = (text: string | null) => text?.replaceAll("\u00a0", " ") ?? null;

describe("a share in words", () => {
  it("is a whole percentage, and neither none nor all unless it is", () => {
    expect(plain(percentWords(61 / 97))).toBe("63 %");
    expect(plain(percentWords(0))).toBe("0 %");
    expect(plain(percentWords(1 / 1000))).toBe("under 1 %");
    expect(plain(percentWords(999 / 1000))).toBe("over 99 %");
    expect(plain(percentWords(1))).toBe("100 %");
  });

  it("that is not known is no data, and has no interval", () => {
    expect(percentWords(null)).toBe("no data");
    expect(intervalWords(null, null)).toBeNull();
    expect(plain(intervalWords(0.5296, 0.7185))).toBe("53–72 %");
  });
});

describe("a number in words", () => {
  it("has a real minus, and none in front of what rounds to zero", () => {
    expect(fixed(-6.04)).toBe("−6.0");
    expect(fixed(-0.04)).toBe("0.0");
    expect(fixedSigned(0.04)).toBe("0.0");
    expect(fixedSigned(1.06)).toBe("+1.1");
    expect(fixed(null)).toBe("no data");
    expect(rangeWords(0.6066, 2.7476, 2)).toBe("0.61 to 2.75");
    expect(rangeWords(0.6, null)).toBeNull();
  });

  it("of a difference counts points, and says its interval where there is one", () => {
    expect(plain(pointsWords({ value: 0.041, low: -0.03, high: 0.114 }))).toBe("+4 points, −3 to +11");
    expect(plain(pointsWords({ value: -0.012, low: -0.1, high: 0 }))).toBe("−1 point, −10 to 0");
    expect(pointsWords({ value: -0.05, low: null, high: null })).toBe("−5 points");
    expect(pointsWords({ value: null, low: null, high: null })).toBeNull();
  });
});
