import { describe, expect, it } from "vitest";
import { CHANGE_MARKS, changeWords, unreliableWords } from "./change.ts";
import { DECISION_FLAG, EVENT_FLAG } from "./flags.ts";
import { INJECTION_MARKS } from "./injections.ts";
import { LEVEL_MARKS } from "./levels.ts";
import { LINE_MARKS } from "./lines.ts";
import type { Mark } from "./mark.ts";
import { INJECTION_MARK, MEDICATION_MARKS, REVIEW_WINDOW } from "./medication.ts";
import { MORE_FLAGS, NOTE_MARK } from "./notes.ts";
import {
  ASIDE_POINT,
  INCOMPLETE_POINT,
  INSTRUMENT_MARKS,
  ITEM_9_MARKS,
  LATE_TAIL,
  PRORATED_POINT,
  SUDDEN_GAIN,
} from "./points.ts";
import { QUALITY_MARKS } from "./quality.ts";
import { REASON_MARKS } from "./reasons.ts";
import { NO_RESULT, RESULT_MARK_SIGNS, SCREEN_MARK_SIGNS } from "./screens.ts";
import { EARLY_MISS, MODALITY_MARKS, SESSION_MARKS } from "./sessions.ts";
import { BAND_MARKS, tintOfBand } from "./severity.ts";
import { CORRECTED, CRITERION_MARKS, NO_DATA } from "./states.ts";
import { URGENCY_MARKS } from "./urgency.ts";
import { weekWords } from "./week-words.ts";
import { EARLIER_WEEKS, INCOMPLETE_WEEK, PRORATED_WEEK, WEEK_MARKS } from "./weeks.ts";

const all: readonly Mark[] = [
  ...new Set<Mark>([
    ...Object.values(URGENCY_MARKS),
    ...Object.values(WEEK_MARKS),
    ...Object.values(SCREEN_MARK_SIGNS),
    ...Object.values(RESULT_MARK_SIGNS),
    ...Object.values(SESSION_MARKS),
    ...Object.values(CRITERION_MARKS),
    ...Object.values(CHANGE_MARKS),
    ...Object.values(LEVEL_MARKS),
    ...Object.values(MEDICATION_MARKS),
    ...Object.values(REASON_MARKS),
    ...Object.values(INJECTION_MARKS),
    ...Object.values(INSTRUMENT_MARKS),
    ...BAND_MARKS,
    ...Object.values(LINE_MARKS),
    ...Object.values(QUALITY_MARKS),
    ...Object.values(ITEM_9_MARKS),
    ...Object.values(MODALITY_MARKS),
    ...[SUDDEN_GAIN, EARLY_MISS, INJECTION_MARK, REVIEW_WINDOW, NOTE_MARK, MORE_FLAGS],
    ...[PRORATED_POINT, INCOMPLETE_POINT, LATE_TAIL, ASIDE_POINT, EVENT_FLAG, DECISION_FLAG],
    ...[CORRECTED, NO_DATA, INCOMPLETE_WEEK, PRORATED_WEEK, EARLIER_WEEKS, NO_RESULT],
  ]),
];

const shapesOf = (marks: readonly Mark[]) =>
  marks.map(({ symbol, strokes }) => JSON.stringify([symbol, strokes]));

describe("every mark", () => {
  it.each(all.map((mark) => [mark.id, mark] as const))("%s has a word and a meaning", (_, mark) => {
    expect(mark.word).not.toBe("");
    expect(mark.meaning).toMatch(/\.$/);
  });

  it("has an id of its own", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });
});

describe("marks of one family differ without their color", () => {
  it.each([
    ["urgency", Object.values(URGENCY_MARKS)],
    [
      "screens",
      [...new Set([...Object.values(SCREEN_MARK_SIGNS), ...Object.values(RESULT_MARK_SIGNS), NO_RESULT])],
    ],
    ["injections", Object.values(INJECTION_MARKS)],
    ["reasons for a review", Object.values(REASON_MARKS)],
    ["criteria", Object.values(CRITERION_MARKS)],
    ["attendance", [...Object.values(SESSION_MARKS).filter(({ strokes }) => strokes?.length), EARLY_MISS]],
    ["lines", Object.values(LINE_MARKS)],
    ["response quality", Object.values(QUALITY_MARKS)],
    ["medication and notes", [...Object.values(MEDICATION_MARKS), INJECTION_MARK, REVIEW_WINDOW, NOTE_MARK]],
    ["instruments", Object.values(INSTRUMENT_MARKS)],
    ["reasons of an empty week", Object.values(WEEK_MARKS).filter(({ symbol }) => symbol !== "")],
  ] as const)("%s", (_, marks) => {
    expect(new Set(shapesOf(marks)).size).toBe(marks.length);
  });
});

describe("words", () => {
  it("say a change, and whether it is reliable", () => {
    expect(changeWords(7, "worsened")).toBe("reliably worse");
    expect(changeWords(-2, "none")).toBe("better");
    expect(changeWords(0, "none")).toBe("no change");
  });

  it("call no change better or worse that the measure itself may make", () => {
    expect(unreliableWords(1, "none")).toBe("+1, no reliable change");
    expect(unreliableWords(-1, "none")).toBe("−1, no reliable change");
    expect(unreliableWords(2, null)).toBe("+2, higher");
    expect(unreliableWords(-2, null)).toBe("−2, lower");
    expect(unreliableWords(0, null)).toBe("0, no change");
  });

  it("say a week as it was, never as zero", () => {
    const week = {
      week: 4,
      score: null,
      band: null,
      prorated: false,
      incomplete: false,
      on: null,
      assessmentId: null,
    };
    expect(weekWords({ ...week, state: "refused" })).toBe("Week 5: refused");
    expect(weekWords({ ...week, state: "missing", incomplete: true })).toBe(
      "Week 5: no measure; incomplete questionnaire",
    );
  });

  it("tint no band that is not known", () => {
    expect(tintOfBand(null)).toBe("transparent");
    expect(tintOfBand("severe")).toBe("var(--band-4)");
  });
});
