import { describe, expect, test } from "vitest";
import { answersFor, asHardAs, styleFrom } from "./answers.ts";
import { drawsOf } from "./random.ts";

const sum = (items: readonly (number | null)[]) =>
  items.reduce<number>((total, item) => total + (item ?? 0), 0);

describe("answersFor", () => {
  test("adds up to every total there is", () => {
    for (let total = 0; total <= 24; total += 1) {
      for (const person of ["a", "b", "c"]) {
        const draw = drawsOf(person, total);
        const items = answersFor(
          { instrument: "phq-9", total, item9: 0, difficulty: false, last: null },
          styleFrom(draw),
          draw,
        );
        expect(items).toHaveLength(10);
        expect(sum(items.slice(0, 9))).toBe(total);
        expect(items[8]).toBe(0);
        expect(items.slice(0, 9).every((item) => item !== null && item >= 0 && item <= 3)).toBe(true);
        if (total > 21) continue;
        const anxiety = answersFor(
          { instrument: "gad-7", total, item9: 0, difficulty: true, last: null },
          styleFrom(draw),
          draw,
        );
        expect(sum(anxiety.slice(0, 7))).toBe(total);
        expect(anxiety.slice(8)).toEqual([null, null]);
      }
    }
  });

  test("gives item 9 as told, within the total", () => {
    const draw = drawsOf("item 9");
    const items = answersFor(
      { instrument: "phq-9", total: 15, item9: 2, difficulty: true, last: null },
      styleFrom(draw),
      draw,
    );
    expect(items[8]).toBe(2);
    expect(sum(items.slice(0, 9))).toBe(15);
    expect(items[9]).not.toBeNull();
  });

  test("the same total is not answered alike twice, nor with one answer throughout", () => {
    for (let person = 0; person < 200; person += 1) {
      const draw = drawsOf("again", person);
      const style = styleFrom(draw);
      const answering = { instrument: "gad-7", total: 7, item9: 0, difficulty: true } as const;
      let last: readonly (number | null)[] | null = null;
      for (let week = 0; week < 6; week += 1) {
        const items = answersFor({ ...answering, last }, style, draw).slice(0, 7);
        expect(sum(items)).toBe(7);
        expect(new Set(items).size).toBeGreaterThan(1);
        expect(items).not.toEqual(last?.slice(0, 7));
        last = items;
      }
    }
  });

  test("what symptoms make hard is answered alike on both forms", () => {
    const phq9 = [1, 1, 1, 0, 0, 0, 0, 0, 0, 2];
    const gad7 = [1, 1, 1, 0, 0, 0, 0, 1, null, null];
    expect(asHardAs(phq9, gad7)).toEqual([1, 1, 1, 0, 0, 0, 0, 2, null, null]);
    expect(asHardAs([...phq9.slice(0, 9), null], gad7)).toEqual(gad7);
    expect(asHardAs(phq9, gad7.with(7, null))).toEqual(gad7.with(7, null));
  });

  test("slowed movement is answered lower than energy", () => {
    let slowed = 0;
    let energy = 0;
    for (let person = 0; person < 400; person += 1) {
      const draw = drawsOf("items", person);
      const items = answersFor(
        { instrument: "phq-9", total: 12, item9: 0, difficulty: false, last: null },
        styleFrom(draw),
        draw,
      );
      slowed += items[7] ?? 0;
      energy += items[3] ?? 0;
    }
    expect(slowed * 1.5).toBeLessThan(energy);
  });
});
