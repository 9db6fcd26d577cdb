import { expect, it } from "vitest";
import { everyNth, roomy, roundDomain, scaleOf } from "./axes.ts";
import { boxOf, widthOfText } from "./boxes.ts";
import { fitted, linesOf } from "./lines.ts";
import { valueWords } from "./words.ts";

const ticks = (count: number, apart: number) =>
  Array.from({ length: count }, (_, place) => ({ at: place * apart, text: `Month ${place}` }));

it("leaves out labels that have no room, and keeps the first and the last", () => {
  const kept = roomy(ticks(6, 20), 12).map(({ text }) => text);
  expect(kept).toEqual(["Month 0", "Month 5"]);
  expect(roomy(ticks(6, 100), 12)).toHaveLength(6);
  expect(roomy([], 12)).toEqual([]);
});

it("keeps every second or third label of a row, at the same distance", () => {
  expect(everyNth(ticks(7, 30), 12).map(({ at }) => at)).toEqual([0, 60, 120, 180]);
  expect(everyNth(ticks(1, 0), 12)).toHaveLength(1);
});

it("has a range of values even when all are the same, and none", () => {
  const [from, to] = roundDomain([4, 4], 2);
  expect(from).toBeLessThan(4);
  expect(to).toBeGreaterThan(4);
  expect(roundDomain([], 10)).toEqual([0, 10]);
  expect(scaleOf([1, 1], [0, 100])(1)).toBe(50);
});

it("breaks words into lines that fit, and cuts one that does not", () => {
  const lines = linesOf("Without a first or a later score on one of the two", 120, 12);
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.every((one) => widthOfText(one, 12) <= 120)).toBe(true);
  expect(lines.join(" ")).toBe("Without a first or a later score on one of the two");
  expect(fitted("Lighthouse Dual Diagnosis", 80, 12)).toMatch(/^Light.*…$/);
  expect(fitted("IOP", 80, 12)).toBe("IOP");
});

it("reads the box of a path and of turned words", () => {
  expect(boxOf({ kind: "path", d: "M10,20L30.5 -4H50V8C1 2 3 4 60 70Z" })).toEqual({
    left: 1,
    top: -4,
    right: 60,
    bottom: 70,
  });
  const turned = boxOf({
    kind: "text",
    x: 0,
    y: 0,
    text: "PHQ-9 after",
    anchor: "middle",
    tone: "ink",
    size: 12,
    turn: -90,
  });
  expect(turned.bottom - turned.top).toBeCloseTo(widthOfText("PHQ-9 after", 12), 5);
});

it("writes a value in its unit with a real minus, and no minus before nothing", () => {
  expect(valueWords(-5.24, "points")).toBe("−5.2");
  expect(valueWords(-0.04, "points")).toBe("0.0");
  expect(valueWords(0.834, "effect")).toBe("0.83");
  expect(valueWords(1, "percent")).toBe("100\u00a0%");
});
