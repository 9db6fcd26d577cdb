import type { CalendarDate, Instant } from "@soundings/clinical";
import type { AppErrorCode } from "@soundings/contract";
import type { OutcomesTask } from "../outcomes/questions.types.ts";

/** A report that is to become a file: the text of the document as it is kept. */
export interface ReportToFile {
  readonly document: string;
  readonly form: "pdf" | "xlsx";
  readonly madeAt: Instant;
  readonly made: string;
}

/** What the thread of long computations can be given to do. */
export type Order =
  | { readonly kind: "ask"; readonly task: OutcomesTask }
  /** Make today's answers quick. */
  | { readonly kind: "prepare"; readonly today: CalendarDate }
  /** Answers the bytes in base64. */
  | { readonly kind: "file"; readonly report: ReportToFile };

export type Ordered = Order & { readonly job: string };
export type ToComputing = Ordered | { readonly kind: "cancel"; readonly job: string };

/** What comes from it. */
export type FromComputing =
  | { readonly kind: "progress"; readonly job: string; readonly done: number; readonly total: number }
  /** `seq`: the change of the records after which the answer holds; null when it rests on none. */
  | { readonly kind: "answer"; readonly job: string; readonly seq: number | null; readonly answer: unknown }
  | { readonly kind: "failed"; readonly job: string; readonly code: AppErrorCode; readonly cause: unknown };
