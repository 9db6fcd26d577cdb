import type { SentencePart } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import { clausesOf, weightOf } from "./change-words.ts";

const said = (text: string): SentencePart => ({ text, record: null });
const linked = (text: string): SentencePart => ({
  text,
  record: { type: "assessment", id: "A", on: "2026-11-19" as never },
});

const SENTENCE = [
  said("Item 9 answered "),
  linked("1 (several days)"),
  said(" on 2026-11-19; PHQ-9 "),
  linked("12"),
  said(" → "),
  linked("19"),
  said(" since admission (+7), reliably worse; no screen."),
];

const textOf = (clause: ReturnType<typeof clausesOf>[number]) => clause.map(({ part }) => part.text).join("");

describe("the clauses of a sentence", () => {
  it("read, one after the other, as the sentence does", () => {
    expect(clausesOf(SENTENCE).map(textOf)).toEqual([
      "Item 9 answered 1 (several days) on 2026-11-19; ",
      "PHQ-9 12 → 19 since admission (+7), reliably worse; ",
      "no screen.",
    ]);
  });

  it("begin anew also with a link", () => {
    const parts = [said("GAD-7 14 (+1); "), linked("5 of 5"), said(" sessions attended.")];
    expect(clausesOf(parts).map(textOf)).toEqual(["GAD-7 14 (+1); ", "5 of 5 sessions attended."]);
  });

  it("keep their links whole, and have every part at a place of its own", () => {
    const parts = clausesOf([said("a; "), linked("x; y"), said(".")]).flat();
    expect(parts.map(({ part }) => part.text)).toEqual(["a; ", "x; y", "."]);
    expect(new Set(clausesOf(SENTENCE).flatMap((clause) => clause.map(({ at }) => at))).size).toBe(9);
  });

  it("have weight where safety or something reliably worse is in them", () => {
    expect(clausesOf(SENTENCE).map(weightOf)).toEqual(["safety", "worse", null]);
    expect(weightOf(clausesOf([said("GAD-7 14 → 4 (−10), reliably better.")])[0] ?? [])).toBeNull();
    expect(weightOf(clausesOf([said("PHQ-9 9 → 8 (−1), no reliable change.")])[0] ?? [])).toBeNull();
    expect(weightOf(clausesOf([said("Item 9 not answered on 2026-11-19.")])[0] ?? [])).toBeNull();
  });
});
