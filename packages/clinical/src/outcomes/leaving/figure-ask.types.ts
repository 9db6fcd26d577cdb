import type { InstrumentId } from "../../records/codes.ts";
import type { ComparedId } from "../answers.ts";
import type { Figure } from "../figure.types.ts";
import type { CohortQuestion, Dimension } from "../question.ts";

/**
 * A figure that may leave the program, by what it shows; over time it is always by quarter. There is none of single patients, none by
 * therapist, none by week and track, and no curve of retention.
 */
export interface LeavingFigureAsk {
  readonly figure:
    | "flow"
    | "measures"
    | "bands"
    | "retention"
    | "weeks"
    | "levels"
    | "comparison"
    | "funnel"
    | "over_time";
  /** Of `bands`; PHQ-9 unless given. */
  readonly instrument?: InstrumentId | undefined;
  /** Of `comparison` and `funnel`; by program unless given. */
  readonly by?: Dimension | undefined;
  /** Of `comparison`, `funnel` and `over_time`; reliable improvement unless given. */
  readonly measure?: ComparedId | undefined;
}

/** A figure with what may not leave withheld. */
export interface LeavingFigure {
  readonly figure: Figure;
  /** The question that it answers: whole quarters, see `leavingQuestion`. */
  readonly question: CohortQuestion;
  /** Whether something of it is withheld. */
  readonly withheld: boolean;
  /** What stands below it: cohort, period, as-of date, and that cells are withheld. */
  readonly caption: string;
}
