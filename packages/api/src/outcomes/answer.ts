import type {
  GroupComparison,
  GroupMoves,
  LevelsAnswer,
  OverTime,
  Overview,
  QualityAnswer,
} from "@soundings/clinical";
import type { ComparisonFilter, GroupMovesFilter, OutcomesFilter, OverTimeFilter } from "@soundings/contract";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

/** What can be asked, and what is answered. */
export interface Questions {
  readonly overview: { readonly filter: OutcomesFilter; readonly answer: Overview };
  readonly comparison: { readonly filter: ComparisonFilter; readonly answer: GroupComparison };
  readonly over_time: { readonly filter: OverTimeFilter; readonly answer: OverTime };
  readonly group_moves: { readonly filter: GroupMovesFilter; readonly answer: GroupMoves };
  readonly levels: { readonly filter: OutcomesFilter; readonly answer: LevelsAnswer };
  readonly quality: { readonly filter: OutcomesFilter; readonly answer: QualityAnswer };
}
export type What = keyof Questions;

/** An answer, or how far it is. */
export type WhenReady<T> =
  | { readonly state: "working"; readonly job: string; readonly done: number; readonly total: number }
  | { readonly state: "ready"; readonly answer: T };

export async function readAnswer<W extends What>(
  _asked: Asked,
  _question: { readonly what: W; readonly filter: Questions[W]["filter"] },
): Promise<WhenReady<Questions[W]["answer"]>> {
  throw new AppError("unexpected");
}

export function cancelComputation(_asked: Asked, _input: { readonly job: string }): { readonly done: true } {
  return { done: true };
}
