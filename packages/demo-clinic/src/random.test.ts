import { describe, expect, test } from "vitest";
import { drawsOf } from "./random.ts";

describe("drawsOf", () => {
  test("gives the same draws for the same name", () => {
    const first = drawsOf(7, "A1", "measures");
    const again = drawsOf(7, "A1", "measures");
    expect(Array.from({ length: 50 }, first.next)).toEqual(Array.from({ length: 50 }, again.next));
  });

  test("gives other draws for another seed, person or topic", () => {
    const start = (...parts: (string | number)[]) => Array.from({ length: 5 }, drawsOf(...parts).next).join();
    const starts = [
      start(7, "A1", "measures"),
      start(8, "A1", "measures"),
      start(7, "A2", "measures"),
      start(7, "A1", "use"),
    ];
    expect(new Set(starts).size).toBe(4);
  });

  test("draws evenly", () => {
    const draw = drawsOf("evenness");
    const counts = [0, 0, 0, 0, 0, 0];
    for (let round = 0; round < 60_000; round += 1) counts[draw.int(0, 5)]! += 1;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  test("weighs", () => {
    const draw = drawsOf("weights");
    let heavy = 0;
    for (let round = 0; round < 40_000; round += 1)
      heavy +=
        draw.weighted([
          ["light", 1],
          ["heavy", 3],
        ]) === "heavy"
          ? 1
          : 0;
    expect(Math.abs(heavy - 30_000)).toBeLessThan(500);
  });

  test("draws close to a normal distribution", () => {
    const draw = drawsOf("bell");
    const values = Array.from({ length: 40_000 }, () => draw.normal(10, 2));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean - 10)).toBeLessThan(0.05);
    expect(Math.abs(variance - 4)).toBeLessThan(0.15);
  });

  test("refuses to pick from nothing", () => {
    expect(() => drawsOf("nothing").pick([])).toThrow(RangeError);
  });
});
