import type {
  CohortQuestion,
  ComparedId,
  Dimension,
  GroupComparison,
  GroupMoves,
  InstrumentId,
  LeavingFigure,
  LeavingFigureAsk,
  LevelsAnswer,
  OutcomesJson,
  OutcomesReport,
  OverTime,
  Overview,
  QualityAnswer,
  ReportInput,
} from "@soundings/clinical";
import type { OutcomePatients, OutcomesFilter, OutcomesOptions } from "@soundings/contract";
import type { Holding, ReadStore, Wanted } from "@soundings/records";

/** A report and the numbers behind it, with full counts: what is kept of it. */
export interface MadeReport {
  readonly document: OutcomesReport;
  readonly json: OutcomesJson;
}

/** What can be asked of program outcomes beside the question of every page, and what is answered. */
export interface Questions {
  readonly overview: {
    readonly ask: { readonly against: NonNullable<OutcomesFilter["against"]> | null };
    readonly answer: Overview;
  };
  readonly comparison: {
    readonly ask: { readonly by: Dimension; readonly measure: ComparedId };
    readonly answer: GroupComparison;
  };
  readonly over_time: {
    readonly ask: { readonly measure: ComparedId; readonly every: "month" | "quarter" };
    readonly answer: OverTime;
  };
  readonly group_moves: { readonly ask: { readonly instrument: InstrumentId }; readonly answer: GroupMoves };
  readonly levels: { readonly ask: object; readonly answer: LevelsAnswer };
  readonly quality: { readonly ask: object; readonly answer: QualityAnswer };
  readonly patients: {
    readonly ask: { readonly set: string; readonly offset: number };
    readonly answer: OutcomePatients;
  };
  readonly options: { readonly ask: object; readonly answer: OutcomesOptions };
  readonly figure: { readonly ask: LeavingFigureAsk; readonly answer: LeavingFigure | null };
  readonly report: {
    readonly ask: Pick<ReportInput, "madeOn" | "notes" | "also">;
    readonly answer: MadeReport;
  };
}
export type What = keyof Questions;

/** One question as the thread of computations gets it: plain values only. */
export type OutcomesTask<W extends What = What> = {
  [Each in W]: {
    readonly what: Each;
    readonly wanted: Wanted;
    readonly question: CohortQuestion;
    readonly ask: Questions[Each]["ask"];
  };
}[W];
export type OutcomesAnswer<W extends What> = Questions[W]["answer"];

/** What an answer is made of, in the thread that makes it. */
export interface Computing {
  readonly store: ReadStore;
  readonly holding: Holding;
}

/** A question with what it is answered from. */
export interface Posed<W extends What> extends Computing {
  readonly question: CohortQuestion;
  readonly ask: Questions[W]["ask"];
}

/** An answer, or how far it is. */
export type WhenReady<T> =
  | { readonly state: "working"; readonly job: string; readonly done: number; readonly total: number }
  | { readonly state: "ready"; readonly answer: T };
