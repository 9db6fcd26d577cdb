import { type CohortQuestion, DIMENSIONS, type Dimension } from "@soundings/clinical";
import type { OutcomesFilter, OutcomesOptions } from "@soundings/contract";
import { dateWords } from "../../../ui/dates.ts";
import { counted } from "../../../ui/numbers.ts";
import { DIMENSION_WORDS } from "../parts/question-words.ts";

export interface EmptyReason {
  readonly words: string;
  /** What to change in the question, and what that step is called. */
  readonly change: Readonly<Record<string, undefined>>;
  readonly step: string;
}

function dischargedIn(dimension: Dimension, options: OutcomesOptions | undefined, value?: string): number {
  const values = options?.dimensions[dimension] ?? [];
  const asked = value === undefined ? values : values.filter((one) => one.value === value);
  return asked.reduce((sum, { discharged }) => sum + discharged, 0);
}

function ofChoice(dimension: Dimension, value: string, options: OutcomesOptions | undefined): EmptyReason {
  const name = DIMENSION_WORDS[dimension].name.toLowerCase();
  const found = dischargedIn(dimension, options, value);
  const words =
    found === 0
      ? `The choice of ${name} by itself leaves nobody.`
      : `The choice of ${name} by itself leaves ${counted(found, "person", "people")}; together with the others it leaves nobody.`;
  return { words, change: { [dimension]: undefined }, step: `Any ${name}` };
}

/** Why a question finds nobody: a day before its period, a period without discharges, or each choice that narrows it. */
export function emptyBecause(
  question: OutcomesFilter,
  asked: CohortQuestion,
  options: OutcomesOptions | undefined,
): readonly EmptyReason[] {
  if (question.asOf !== undefined && asked.asOf < asked.from) {
    const words = `As of ${dateWords(asked.asOf)} the period had not begun.`;
    return [{ words, change: { asOf: undefined }, step: "Ask as of today" }];
  }
  if (options !== undefined && dischargedIn("program", options) === 0) {
    const words = "In this period nobody was discharged from any of your programs.";
    return [{ words, change: { from: undefined, to: undefined }, step: "Ask of the last 12 whole months" }];
  }
  return DIMENSIONS.flatMap((dimension) => {
    const value = question[dimension];
    return value === undefined ? [] : [ofChoice(dimension, value, options)];
  });
}
