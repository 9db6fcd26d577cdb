import type { LeavingFigure, LeavingFigureAsk } from "./figure-ask.types.ts";
import { leavingQuestion } from "./question.ts";
import type { ReportInput } from "./report.types.ts";

/** A figure as it may leave; null: nothing of it may. @throws RangeError as `leavingQuestion` does. */
export function leavingFigureOf(
  input: Pick<ReportInput, "facts" | "site" | "question">,
  ask: LeavingFigureAsk,
): LeavingFigure | null {
  throw new RangeError(`no ${ask.figure} yet for ${leavingQuestion(input.question).from}`);
}
