import type { KnownAssessment } from "../findings/known.ts";
import { scoredItems } from "../instruments/scoring.ts";
import { house, type Threshold } from "../rules/threshold.ts";
import type { Annotation } from "./annotation.ts";
import type { ResponseQuality } from "./types.ts";

const LEAST_ANSWER = house(1, "answer of every item at least");
const LEAST_HIGHEST = house(1, "highest answer at least");
const LEAST_SECONDS = house(2, "seconds an answered item at least");

const SOURCE = "Program default without a published basis";
const REVIEWED = "2026-11-22";

function quality(
  id: ResponseQuality,
  words: string,
  meaning: string,
  thresholds: Readonly<Record<string, Threshold>>,
): Annotation {
  return { id, words, meaning, thresholds, source: SOURCE, reviewed: REVIEWED };
}

/**
 * Answers that deserve a second look. They count as they stand. A form of nothing but 0 is what remission looks like on
 * both instruments, so it is no sign of answers given without reading: it is marked neither as all the same nor as a copy.
 */
export const RESPONSE_QUALITY: Readonly<Record<ResponseQuality, Annotation>> = {
  all_same: quality("all_same", "every answer the same", "Every item has the same answer, and it is not 0.", {
    answer: LEAST_ANSWER,
  }),
  copy_of_last: quality(
    "copy_of_last",
    "same answers as last time",
    "Every item has the answer of the form of the last date before, and not all of them are 0.",
    { answer: LEAST_HIGHEST },
  ),
  fast: quality(
    "fast",
    "answered very fast",
    "The device knows how long the answers took, and it is less than reading them takes.",
    { seconds: LEAST_SECONDS },
  ),
};

/** Every item's answer; null when one is not known. */
function completeAnswers({ record }: KnownAssessment): readonly number[] | null {
  const answers = scoredItems(record).filter((answer) => answer !== null);
  return answers.length === scoredItems(record).length ? answers : null;
}

function isAllSame(answers: readonly number[]): boolean {
  const [first] = answers;
  return first !== undefined && first >= LEAST_ANSWER.value && answers.every((answer) => answer === first);
}

function isCopy(answers: readonly number[], before: readonly number[]): boolean {
  return (
    answers.some((answer) => answer >= LEAST_HIGHEST.value) &&
    answers.every((answer, place) => answer === before[place])
  );
}

/**
 * The marks of one assessment, in the order of `RESPONSE_QUALITIES`. A form with an item open can only be fast; one known
 * by its total alone has none.
 *
 * @param previous the same patient's form of the same instrument of the last date before, null when there is none
 * @param seconds from the first answer to the last, null where no device knows
 */
export function responseQuality(
  assessment: KnownAssessment,
  previous: KnownAssessment | null,
  seconds: number | null,
): readonly ResponseQuality[] {
  const answers = completeAnswers(assessment);
  const before = previous === null ? null : completeAnswers(previous);
  const { answered } = assessment.score;
  const marks: ResponseQuality[] = [];
  if (answers !== null && isAllSame(answers)) marks.push("all_same");
  if (answers !== null && before !== null && isCopy(answers, before)) marks.push("copy_of_last");
  if (seconds !== null && seconds < LEAST_SECONDS.value * answered) marks.push("fast");
  return marks;
}
