import type { CalendarDate } from "@soundings/clinical";
import type { AppErrorCode, CaseloadFilter, CaseloadPage } from "@soundings/contract";
import type { AskedTrends, DuePatient, Moment, PatientScope, Trends } from "@soundings/records";

/** What the worker can be asked, and what it answers. */
interface Tasks {
  /** Findings and summaries of every episode, brought to this day; answers how many patients had to be evaluated. */
  readonly refresh: { readonly ask: { readonly today: CalendarDate }; readonly answer: number };
  /** The caseload of those in scope as it stood on an earlier day. */
  readonly caseload: {
    readonly ask: {
      readonly scope: PatientScope;
      readonly filter: Omit<CaseloadFilter, "asOf">;
      readonly asOf: CalendarDate;
      readonly today: CalendarDate;
    };
    readonly answer: CaseloadPage;
  };
  /** Who in scope owes a measure today, while a stored summary is of another day. */
  readonly due: {
    readonly ask: { readonly scope: PatientScope; readonly today: CalendarDate };
    readonly answer: readonly DuePatient[];
  };
  /** Symptom trends of those in scope today, while what is stored of them is of another day. */
  readonly trends: { readonly ask: AskedTrends & Moment; readonly answer: Trends };
  /** The whole database, checked; answers how many problems were found, and notes it. */
  readonly verify: { readonly ask: object; readonly answer: number };
}

export type TaskKind = keyof Tasks;
export type Task<K extends TaskKind = TaskKind> = {
  [Kind in K]: { readonly kind: Kind } & Tasks[Kind]["ask"];
}[K];
export type TaskResult<K extends TaskKind> = Tasks[K]["answer"];

/** The place of the database as it goes to the thread, where only plain values go. */
export interface WorkerPlace {
  readonly dataDir: string;
  readonly key: string | null;
}

export interface Asked {
  readonly id: number;
  readonly task: Task;
}

export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly code: AppErrorCode; readonly cause: unknown };
