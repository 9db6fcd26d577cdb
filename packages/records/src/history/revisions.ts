import { addDays, type CalendarDate, type Instant, startOfDay } from "@soundings/clinical";
import { OWN_KINDS } from "../kinds/own-shapes.ts";
import type { Fields } from "../kinds/shapes.ts";
import { zoneOf } from "../store/site.ts";
import type { ReadConnection, WriteConnection } from "../store/sqlite.ts";

/** What is corrected, by whom and why. */
export interface Correction {
  /** A kind of record, `screen_result` for one result of a screen, or what no export carries: `contact`, `program_practice`. */
  readonly recordType: string;
  readonly recordId: string;
  readonly patientId: string | null;
  readonly before: Fields;
}

export interface Author {
  readonly by: string;
  readonly at: Instant;
  readonly reason: string | null;
  readonly batchId: string | null;
}

/** Keeps what stood before a correction, in the transaction that corrects it. */
export function appendRevision(connection: WriteConnection, correction: Correction, author: Author): void {
  connection
    .statement(
      `insert into "revisions" ("record_kind", "record_key", "patient_id", "revision", "batch_id", "changed_at", "changed_by", "reason", "before")
       values (?, ?, ?, (select count(*) + 1 from "revisions" where "record_kind" = ? and "record_key" = ?), ?, ?, ?, ?, ?)`,
    )
    .run([
      correction.recordType,
      correction.recordId,
      correction.patientId,
      correction.recordType,
      correction.recordId,
      author.batchId,
      author.at,
      author.by,
      author.reason,
      JSON.stringify(correction.before),
    ]);
}

/** A value that was corrected: what stood before, when it was changed, by whom, why. */
export interface Revision {
  readonly recordType: string;
  readonly recordId: string;
  readonly revision: number;
  readonly correctedAt: Instant;
  readonly by: string;
  readonly reason: string | null;
  readonly before: Fields;
}

/**
 * The first moment after a day, without its `Z`, so that text compares right: a moment with milliseconds is written
 * `…:00.500Z` and sorts before `…:00Z`.
 */
function endOfDay(day: CalendarDate, connection: ReadConnection): string {
  return startOfDay(addDays(day, 1), zoneOf(connection).zone).slice(0, -1);
}

/** On these no rule and no list of an earlier day rests. */
const NOT_CLINICAL = ["patient", "staff", "contact", "program_practice", ...OWN_KINDS];

export function correctionsQuery(connection: ReadConnection, after: string) {
  return connection.query
    .selectFrom("revisions")
    .select(["record_kind", "patient_id", "record_key"])
    .distinct()
    .where("changed_at", ">=", after as Instant)
    .where("record_kind", "not in", NOT_CLINICAL);
}

/** What an earlier day's list rests on and was corrected since. */
export interface CorrectedSince {
  readonly patients: ReadonlySet<string>;
  readonly programs: ReadonlySet<string>;
}

/** The patients with a clinical value (a new address is not one), and the programs, that were corrected after the day. */
export function correctedSince(connection: ReadConnection, day: CalendarDate): CorrectedSince {
  const rows = connection.all(correctionsQuery(connection, endOfDay(day, connection)));
  return {
    patients: new Set(rows.flatMap((row) => row.patient_id ?? [])),
    programs: new Set(rows.flatMap((row) => (row.record_kind === "program" ? row.record_key : []))),
  };
}
