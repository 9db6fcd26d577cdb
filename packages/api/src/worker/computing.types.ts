import type { CalendarDate } from "@soundings/clinical";
import type { AppErrorCode } from "@soundings/contract";
import type { OutcomesTask } from "../outcomes/questions.types.ts";

/** What goes to the thread of long computations. */
export type ToComputing =
  | { readonly kind: "ask"; readonly job: string; readonly task: OutcomesTask }
  | { readonly kind: "cancel"; readonly job: string }
  /** Keep what today's answers are made of ready, when there is nothing else to do. */
  | { readonly kind: "prepare"; readonly job: string; readonly today: CalendarDate };

/** What comes from it. */
export type FromComputing =
  | { readonly kind: "progress"; readonly job: string; readonly done: number; readonly total: number }
  /** `seq`: the change of the records after which the answer holds. */
  | { readonly kind: "answer"; readonly job: string; readonly seq: number; readonly answer: unknown }
  | { readonly kind: "failed"; readonly job: string; readonly code: AppErrorCode; readonly cause: unknown };
