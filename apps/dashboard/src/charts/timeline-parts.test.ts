import { describe, expect, it } from "vitest";
import { dateWords } from "../ui/dates.ts";
import { placeLabels } from "./axis-labels.ts";
import { evidenceSet, standingOf } from "./evidence.ts";
import { ADMITTED, day } from "./lane.fixture.ts";
import { barLabels } from "./medication-text.ts";
import { levelsUsed, packLevels } from "./pack.ts";
import { stepTo } from "./step-to.ts";
import { timeScale } from "./time-scale.ts";

describe("flags of one lane", () => {
  const packed = (xs: readonly number[], levels = 3) =>
    packLevels(
      xs.map((x) => ({ item: x, x })),
      { width: 16, levels },
    );

  it("stand on one level while they do not touch", () => {
    expect(levelsUsed(packed([0, 16, 32]))).toBe(1);
  });

  it("rise where they would touch, whatever the order they come in", () => {
    expect(packed([15, 0]).packed.map(({ x, level }) => [x, level])).toEqual([
      [0, 0],
      [15, 1],
    ]);
  });

  it("never touch each other: what finds no level is counted in its place", () => {
    const dense = packed([0, 1, 2, 3, 4, 100]);
    expect(dense.packed.map(({ x, level }) => [x, level])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [100, 0],
    ]);
    expect(dense.clusters).toEqual([{ items: [3, 4], x: 3 }]);
    expect(levelsUsed(dense)).toBe(4);
  });

  it("let what a finding rests on find its place first", () => {
    const marks = [0, 1, 2].map((x) => ({ item: x, x, first: x === 2 }));
    expect(packLevels(marks, { width: 16, levels: 1 }).packed.map(({ item }) => item)).toEqual([2]);
  });

  it("keep one level for an empty lane", () => {
    expect(levelsUsed(packed([]))).toBe(1);
  });
});

describe("labels of the score axis", () => {
  const tick = (y: number) => ({ text: `t${y}`, y, named: false });
  const named = (y: number) => ({ text: `n${y}`, y, named: true });

  it("let a named line take the place of a tick", () => {
    expect(placeLabels([tick(50), named(52), tick(80)]).map(({ text }) => text)).toEqual(["n52", "t80"]);
  });

  it("move named lines apart where they meet", () => {
    expect(placeLabels([named(50), named(50)]).map(({ y }) => y)).toEqual([43, 57]);
    expect(placeLabels([named(50), named(60), named(90)]).map(({ y }) => y)).toEqual([48, 62, 90]);
  });

  it("stay below the name of the lane", () => {
    const placed = placeLabels([named(15), tick(18), named(30), tick(60)], 24);
    expect(placed.map(({ text, y }) => [text, y])).toEqual([
      ["n15", 24],
      ["n30", 38],
      ["t60", 60],
    ]);
  });

  it("move the groups that meet by moving, and say what each label is of", () => {
    const placed = placeLabels([named(50), named(52), named(68)]);
    expect(placed.map(({ y }) => Math.round(y))).toEqual([43, 57, 71]);
    expect(placed.map(({ of }) => of)).toEqual([50, 52, 68]);
  });
});

describe("evidence", () => {
  const chosen = evidenceSet([{ type: "assessment", id: "1", on: ADMITTED, text: "PHQ-9 14" }]);

  it("lights exactly the records that are named, by type and id", () => {
    expect(standingOf(chosen, "assessment", "1")).toBe("lit");
    expect(standingOf(chosen, "assessment", "11")).toBe("dim");
    expect(standingOf(chosen, "screen", "1")).toBe("dim");
  });

  it("dims nothing while nothing is chosen", () => {
    expect(standingOf(evidenceSet(null), "assessment", "1")).toBe("plain");
  });

  it("dims everything when what is chosen rests on absence alone", () => {
    expect(standingOf(evidenceSet([]), "assessment", "1")).toBe("dim");
  });
});

describe("keys on the timeline", () => {
  const dates = [day(1), day(3), day(12)];

  it("step through the dates with data, from wherever the line stands", () => {
    expect(stepTo("ArrowRight", { dates, at: day(2) })).toBe(day(3));
    expect(stepTo("ArrowLeft", { dates, at: day(2) })).toBe(day(1));
  });

  it("stay at the ends", () => {
    expect(stepTo("ArrowRight", { dates, at: day(12) })).toBe(day(12));
    expect(stepTo("ArrowLeft", { dates, at: day(1) })).toBe(day(1));
  });

  it("go to the first and the last, and a week on", () => {
    expect(stepTo("Home", { dates, at: day(12) })).toBe(day(1));
    expect(stepTo("End", { dates, at: day(1) })).toBe(day(12));
    expect(stepTo("PageUp", { dates, at: day(1) })).toBe(day(12));
    expect(stepTo("PageDown", { dates, at: day(12) })).toBe(day(3));
  });

  it("leave other keys alone, and an empty timeline where it is", () => {
    expect(stepTo("a", { dates, at: day(1) })).toBeUndefined();
    expect(stepTo("End", { dates: [], at: day(1) })).toBe(day(1));
  });
});

describe("labels of a medication bar", () => {
  const scale = timeScale({ from: ADMITTED, to: day(99) }, { left: 0, right: 500 });
  const segment = (from: number, to: number | null, doseText: string) => ({
    from: day(from),
    to: to === null ? null : day(to),
    doseText,
    step: 1,
  });
  const labels = (...segments: ReturnType<typeof segment>[]) =>
    barLabels({ medication: "sertraline", segments, changes: [] }, scale).map(({ text }) => text);

  it("name the medication once and each later dose that has room", () => {
    expect(labels(segment(0, 49, "50 mg"), segment(50, null, "100 mg"))).toEqual([
      "sertraline 50 mg",
      "100 mg",
    ]);
    expect(labels(segment(0, 9, "50 mg"), segment(10, 12, "75 mg"), segment(13, null, "100 mg"))).toEqual([
      "sertraline 50 mg",
      "→ 100 mg",
    ]);
  });

  it("never leave out the last dose, and never touch", () => {
    const bars = [segment(0, 9, "50 mg"), segment(10, null, "100 mg")];
    const [name, dose] = barLabels({ medication: "sertraline", segments: bars, changes: [] }, scale);
    expect(dose?.text).toBe("→ 100 mg");
    expect(dose?.x).toBeGreaterThan((name?.x ?? 0) + 100);
  });

  it("say since when, where the start is not shown and the next dose has room", () => {
    expect(labels(segment(-30, 29, "50 mg"), segment(30, null, "100 mg"))).toEqual([
      "sertraline 50 mg",
      "100 mg",
    ]);
    expect(labels(segment(-30, null, "50 mg"))).toEqual([
      `sertraline 50 mg, since ${dateWords(day(-30), day(99))}`,
    ]);
  });

  it("say whose a mark without a bar is, and why a row is empty", () => {
    const stop = (n: number) => ({
      medicationChangeId: "M1",
      on: day(n),
      change: "stop" as const,
      text: "Trazodone stopped",
      reason: null,
      prescriberId: null,
    });
    const wordsOf = (n: number) =>
      barLabels({ medication: "Trazodone", segments: [], changes: [stop(n)] }, scale).map(({ text }) => text);
    expect(wordsOf(2)).toEqual(["Trazodone stopped"]);
    expect(wordsOf(-9)).toEqual(["Trazodone: nothing in these days"]);
  });

  it("stay inside the plot for a medication that starts at its end", () => {
    const [label] = barLabels(
      { medication: "sertraline", segments: [segment(98, null, "50 mg")], changes: [] },
      scale,
    );
    expect(label?.x).toBeLessThan(450);
  });

  it("hold a long name to the plot, keep its dose, and cut no letter in two", () => {
    const cut = (medication: string, doseText: string) =>
      barLabels({ medication, segments: [segment(10, null, doseText)], changes: [] }, scale)[0];
    const name = cut("Compounded preparation, ".repeat(8), "12.5 mg");
    expect(name?.text).toMatch(/^Compounded preparation, .*…\s12\.5 mg$/);
    expect(name?.x).toBeLessThan(10);
    expect((name?.text.length ?? 0) * 6.6).toBeLessThanOrEqual(500);
    const typed = cut("sertraline", "as the bottle says, ".repeat(8));
    expect(typed?.text).toMatch(/^sertraline as the bottle says, .*…$/);
    expect((typed?.text.length ?? 0) * 6.6).toBeLessThanOrEqual(500);
    expect(cut("👩‍👩‍👧‍👦".repeat(70), "")?.text).toMatch(/^(👩‍👩‍👧‍👦)+…$/u);
  });

  it("keep the last dose inside the plot, after a long name and for a change at its end", () => {
    for (const medication of ["sertraline", "Compounded preparation, ".repeat(8)]) {
      const bars = [segment(0, 96, "50 mg"), segment(97, null, "100 mg daily")];
      const [name, dose] = barLabels({ medication, segments: bars, changes: [] }, scale);
      expect(dose?.text).toBe("→ 100 mg daily");
      expect((dose?.x ?? 0) + (dose?.text.length ?? 0) * 6.6).toBeLessThanOrEqual(500.001);
      expect(dose?.x).toBeGreaterThan((name?.x ?? 0) + (name?.text.length ?? 0) * 6.6);
    }
  });

  it("leave out what lies outside the days that are shown", () => {
    expect(labels(segment(-30, -10, "25 mg"))).toEqual([]);
  });
});
