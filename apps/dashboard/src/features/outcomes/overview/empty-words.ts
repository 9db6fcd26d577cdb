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

function discharged(dimension: Dimension, options: OutcomesOptions | undefined): number {
  const values = options?.dimensions[dimension] ?? [];
  return values.reduce((sum, value) => sum + value.discharged, 0);
}

/** Why a question finds nobody: a day before its period, and each choice that is too narrow. */
export function emptyBecause(
  question: OutcomesFilter,
  asked: CohortQuestion,
  options: OutcomesOptions | undefined,
): readonly EmptyReason[] {
  const reasons: EmptyReason[] = [];
  if (question.asOf !== undefined && asked.asOf < asked.from) {
    reasons.push({
      words: `As of ${dateWords(asked.asOf)} the period had not begun.`,
      change: { asOf: undefined },
      step: "Ask as of today",
    });
  }
  for (const dimension of DIMENSIONS) {
    if (question[dimension] === undefined) continue;
    const others = discharged(dimension, options);
    const name = DIMENSION_WORDS[dimension].name;
    if (others > 0) {
      reasons.push({
        words: `Without the choice of ${name.toLowerCase()} it is ${counted(others, "person", "people")}.`,
        change: { [dimension]: undefined },
        step: `Any ${name.toLowerCase()}`,
      });
    }
  }
  return reasons;
}
