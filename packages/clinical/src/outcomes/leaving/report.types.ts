import type { CalendarDate } from "../../calendar/types.ts";
import type { InstrumentId } from "../../records/codes.ts";
import type { Site } from "../../records/types.ts";
import type { ComparedId } from "../answers.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import type { Figure } from "../figure.types.ts";
import type { OutcomesJson } from "../json.ts";
import type { CohortQuestion, Dimension } from "../question.ts";

/** What stands in the place of a value that is withheld. */
export interface Suppressed {
  readonly suppressed: true;
}

type OrSuppressed<T> = {
  readonly [K in keyof T]: T[K] extends number | null ? T[K] | Suppressed : Leaving<T[K]>;
};
type Leaving<T> = T extends readonly (infer E)[]
  ? Suppressed | readonly Leaving<E>[]
  : T extends object
    ? Suppressed | OrSuppressed<T>
    : T | Suppressed;

/**
 * The contract's JSON as it may leave the program: a part that is withheld is `{"suppressed": true}`. The steps of the curve, its median
 * and the runs of single patients never leave. Shares of the curve are rounded to whole percents, means and effects to two places.
 */
export type LeavingJson = Pick<OutcomesJson, "as_of" | "from" | "to" | "program_id"> & {
  readonly flow: OrSuppressed<OutcomesJson["flow"]>;
  readonly measures: Readonly<
    Record<keyof OutcomesJson["measures"], Leaving<OutcomesJson["measures"]["recovery"]>>
  >;
  readonly change: Readonly<Record<InstrumentId, Leaving<OutcomesJson["change"]["phq-9"]>>>;
  readonly retention: OrSuppressed<Pick<OutcomesJson["retention"], "n" | "events" | "reason_unknown">> & {
    readonly at: readonly (Suppressed | { readonly day: number } | OutcomesJson["retention"]["at"][number])[];
    readonly median: Suppressed | null;
    readonly curve: Suppressed;
  };
  readonly attendance: Suppressed | OutcomesJson["attendance"];
  readonly screens: Suppressed | Omit<OutcomesJson["screens"], "longest_negative_runs">;
};

/** One place of a table: its words, and the number that they say, if it is one. A share is 0 to 1. */
export interface ReportCell {
  readonly text: string;
  readonly value: number | null;
  readonly withheld: boolean;
}

export type ReportBlock =
  | { readonly kind: "subheading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  /** Smaller: how to read what stands above it. */
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "list"; readonly lines: readonly string[] }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly ReportCell[])[];
    }
  | { readonly kind: "figure"; readonly caption: string; readonly figure: Figure };

export interface ReportSection {
  readonly id: "program" | "change" | "stay" | "groups" | "context" | "quality" | "method";
  readonly heading: string;
  readonly blocks: readonly ReportBlock[];
}

/**
 * A report that leaves the program. It holds everything that its PDF, its workbook and its page show, and no number that it withholds: kept as
 * it is, it can be shown again as it was.
 */
export interface OutcomesReport {
  readonly version: 1;
  readonly title: string;
  /** Whether the site's patients are invented. */
  readonly synthetic: boolean;
  /** Program, period, cohort, as-of date, versions, the day it was made: label and text. */
  readonly about: readonly (readonly [label: string, text: string])[];
  /** The question that it answers. The period may differ from the one asked: see `leavingQuestion`. */
  readonly question: CohortQuestion;
  readonly definitions: number;
  readonly rules: string;
  readonly madeOn: CalendarDate;
  readonly sections: readonly ReportSection[];
  readonly json: {
    readonly all: LeavingJson;
    readonly completers: LeavingJson;
    readonly yearBefore: LeavingJson;
  };
}

/** A note of a director on what changed when. */
export interface ReportNote {
  readonly on: CalendarDate;
  readonly text: string;
}

/** What a report is made of. */
export interface ReportInput {
  /** All facts in scope as of the question's day. */
  readonly facts: readonly EpisodeFacts[];
  readonly site: Site;
  readonly question: CohortQuestion;
  /** The name of the organization, above the title; null where none is set. */
  readonly organization: string | null;
  readonly synthetic: boolean;
  /** The day it was made, in the site's zone. */
  readonly madeOn: CalendarDate;
  /** The director's notes; null leaves them out, because they may name people. */
  readonly notes: readonly ReportNote[] | null;
  /** One comparison more than those that every report has. */
  readonly also: { readonly by: Dimension; readonly measure: ComparedId } | null;
}
