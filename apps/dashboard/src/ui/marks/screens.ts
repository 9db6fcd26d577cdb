import type { ResultMark, ScreenMark, ScreenMethod, ScreenOnTimeline } from "@soundings/clinical";
import type { Mark } from "./mark.ts";

const quiet = "var(--ink-2)";
const loud = "var(--positive)";
const gray = "var(--nodata)";

const sign = (id: string, symbol: string, words: readonly [string, string], tone: string): Mark => ({
  id: `screen-${id}`,
  symbol,
  word: words[0],
  meaning: words[1],
  tone,
});

/** What a whole screen says, by the mark that matters most. */
export const SCREEN_MARK_SIGNS: Readonly<Record<ScreenMark, Mark>> = {
  negative: sign("negative", "−", ["negative", "Every reported analyte is negative."], quiet),
  new_positive: sign(
    "new-positive",
    "+",
    ["new positive", "A positive that is not prescribed and cannot be left over."],
    loud,
  ),
  carry_over: sign(
    "carry-over",
    "~",
    ["possible carry-over", "A positive that may be left from earlier use. Shown, not counted."],
    quiet,
  ),
  prescribed: sign("prescribed", "℞", ["prescribed", "A positive that a prescription explains."], quiet),
  pending: sign(
    "pending",
    "?",
    ["pending", "Collected; no final result yet, or only a preliminary one."],
    gray,
  ),
  dilute: sign(
    "dilute",
    "d",
    ["dilute", "The specimen was dilute. Negatives do not count; another specimen is asked for."],
    quiet,
  ),
  invalid: sign(
    "invalid",
    "i",
    ["invalid", "The specimen could not be tested. Another one is asked for."],
    quiet,
  ),
  missed: sign("missed", "M", ["missed", "Scheduled and not given."], loud),
  refused: sign("refused", "R", ["refused", "Asked for and refused."], loud),
  tampered: sign("tampered", "T", ["tampered", "Substituted or adulterated: counts as not given."], loud),
  excused: sign("excused", "e", ["excused", "Excused by the program: counts neither way."], gray),
};

/** An analyte that another screen reports and this one does not. */
export const NO_RESULT = sign(
  "no-result",
  "·",
  ["no result", "This screen reports nothing for the analyte. That is not a negative."],
  gray,
);

/** What one analyte of a screen says. */
export const RESULT_MARK_SIGNS: Readonly<Record<ResultMark, Mark>> = {
  negative: SCREEN_MARK_SIGNS.negative,
  new_positive: SCREEN_MARK_SIGNS.new_positive,
  carry_over: SCREEN_MARK_SIGNS.carry_over,
  prescribed: SCREEN_MARK_SIGNS.prescribed,
  expected_absent: sign(
    "expected-absent",
    "℞−",
    [
      "negative though prescribed",
      "A negative for something prescribed that the test should find. A reason to ask, not an answer.",
    ],
    quiet,
  ),
  positive_not_counted: sign(
    "positive-not-counted",
    "(+)",
    [
      "positive, not counted",
      "A positive that takes no part in any rule: preliminary, or from a specimen that does not count.",
    ],
    quiet,
  ),
  inconclusive: sign("inconclusive", "≈", ["inconclusive", "The laboratory could not say."], gray),
  pending: SCREEN_MARK_SIGNS.pending,
};

/** A screen that holds nothing unexpected can still lack what is prescribed: then it is not simply negative. */
export function signOfScreen({ mark, results }: Pick<ScreenOnTimeline, "mark" | "results">): Mark {
  const isCalm = mark === "negative" || mark === "prescribed";
  const lacks = isCalm && results.some((result) => result.mark === "expected_absent");
  return lacks ? RESULT_MARK_SIGNS.expected_absent : SCREEN_MARK_SIGNS[mark];
}

/** How a result was found: a line below its sign. */
export const METHOD_MARKS: Readonly<Record<ScreenMethod, Mark>> = {
  presumptive: {
    id: "method-presumptive",
    word: "presumptive",
    meaning: "A broken line below the sign: an immunoassay, not confirmed.",
    strokes: [{ d: "M-6 0H-3M-1.5 0H1.5M3 0H6", paint: "line" }],
    tone: quiet,
  },
  definitive: {
    id: "method-definitive",
    word: "definitive",
    meaning: "A whole line below the sign: confirmed by chromatography and mass spectrometry.",
    strokes: [{ d: "M-6 0H6", paint: "line" }],
    tone: quiet,
  },
};
