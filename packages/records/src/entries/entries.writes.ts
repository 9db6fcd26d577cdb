import { dateOf, type Problem } from "@soundings/clinical";
import { evaluateAgain } from "../findings/findings.writes.ts";
import { appendChanges } from "../history/changes.ts";
import { appendRevision } from "../history/revisions.ts";
import { findRow, insertRow, updateRow } from "../kinds/access.ts";
import { firstDifference, merge } from "../kinds/merge.ts";
import { isOwnKind } from "../kinds/own-shapes.ts";
import type { Fields } from "../kinds/shapes.ts";
import { readSite } from "../store/site.ts";
import type { ReadConnection, WriteConnection } from "../store/sqlite.ts";
import { entryProblem } from "./laws.ts";
import { readRecord, revisionCount, type StoredRecord, takenBackQuery } from "./record.reads.ts";
import {
  type CorrectionOutcome,
  type EnteredType,
  type EntryAuthor,
  isTakenBackByRow,
  type RecordName,
  type RecordType,
  shapeOf,
} from "./types.ts";

const AHEAD: Problem = {
  column: "admitted_on",
  code: "in_future",
  message:
    "That day has not come yet, and until then no page would show this stay: give today or an earlier day.",
};

/** A record to be entered, with its whole key. */
export interface NewRecord {
  readonly patientId: string;
  readonly recordType: EnteredType;
  readonly values: Fields;
}

/**
 * Brings what is made of the patient's records up to them. No rule reads what only this product carries; the prescriber's
 * list reads injections.
 */
function settle(
  connection: WriteConnection,
  { patientId, recordType }: Pick<RecordName, "patientId" | "recordType">,
  { at }: EntryAuthor,
): void {
  const site = readSite(connection);
  if (!isOwnKind(recordType) || recordType === "injection") {
    evaluateAgain(connection, [patientId], site, dateOf(at, site.zone));
  }
  appendChanges(connection, [patientId], "records");
}

function problemNow(
  connection: WriteConnection,
  type: RecordType,
  record: Fields,
  { at }: EntryAuthor,
): Problem | null {
  return entryProblem(connection, type, record, dateOf(at, readSite(connection).zone));
}

/** Who entered a record and when is not what it says: the same record sent again has a later moment. */
function saysTheSame(
  connection: ReadConnection,
  type: EnteredType,
  earlier: Fields,
  record: Fields,
): boolean {
  const { columns, key } = shapeOf(type);
  const signed = { ...record, by: earlier.by, recordedAt: earlier.recordedAt };
  const id = String(earlier[key[0]?.property ?? ""]);
  return (
    firstDifference(columns, earlier, signed) === null &&
    connection.first(takenBackQuery(connection, type, id)) === undefined
  );
}

/**
 * Enters a record in the present transaction, with everything that follows from it. The same key again changes nothing and
 * answers the same; when the record under it says something else, or was marked as entered in error, that is
 * `entered_before`, and of another patient `id_taken`. A record that breaks a law is a problem, and nothing is written.
 */
export function enterRecord(
  connection: WriteConnection,
  { patientId, recordType, values }: NewRecord,
  author: EntryAuthor,
): "entered" | "entered_before" | "id_taken" | Problem {
  const shape = shapeOf(recordType);
  const record = { ...(isOwnKind(recordType) ? values : merge(recordType, null, values)), patientId };
  const earlier = findRow(connection, shape, record);
  if (earlier !== null && earlier.patientId !== patientId) return "id_taken";
  if (earlier !== null)
    return saysTheSame(connection, recordType, earlier, record) ? "entered" : "entered_before";
  const problem = problemNow(connection, recordType, record, author);
  if (problem !== null) return problem;
  insertRow(connection, shape, record);
  settle(connection, { patientId, recordType }, author);
  return "entered";
}

/** What keeps a record from being changed at all: it is not there, or not as it was seen. */
function obstacle(stored: StoredRecord | null, seen: number): CorrectionOutcome | null {
  if (stored === null) return { outcome: "no_such_record" };
  const { revision, takenBack } = stored;
  return revision === seen && takenBack === null ? null : { outcome: "changed_meanwhile", revision };
}

function keepBefore(connection: WriteConnection, stored: StoredRecord, author: EntryAuthor): number {
  const { record: before, ...name } = stored;
  appendRevision(connection, { ...name, before }, { ...author, batchId: null });
  return revisionCount(connection, name);
}

/** The record with new values; its key, and the patient whom it is about, stay. */
function corrected({ recordType, record }: StoredRecord, values: Fields): Fields {
  const { columns, key } = shapeOf(recordType);
  const fixed = new Set(["patientId", ...key.map(({ property }) => property)]);
  const next = columns
    .map(({ property }) => property)
    .filter((property) => !fixed.has(property) && values[property] !== undefined)
    .map((property) => [property, values[property]]);
  return { ...record, ...Object.fromEntries(next) };
}

/** A stay that a slip of the year puts ahead is on no page, and nobody could put it back. */
function movedAhead(
  connection: ReadConnection,
  { recordType, record: before }: StoredRecord,
  record: Fields,
  { at }: EntryAuthor,
): Problem | null {
  if (recordType !== "episode" || record.admittedOn === before.admittedOn) return null;
  const today = dateOf(at, readSite(connection).zone);
  return String(record.admittedOn) > today ? AHEAD : null;
}

/**
 * Corrects values of a record in the present transaction, and keeps what stood before. `seen`: how many revisions it had when
 * the values were chosen. Values that are left out stay.
 */
export function correctRecord(
  connection: WriteConnection,
  { seen, ...name }: RecordName & { readonly seen: number },
  values: Fields,
  author: EntryAuthor,
): CorrectionOutcome {
  const stored = readRecord(connection, name);
  const inTheWay = obstacle(stored, seen);
  if (stored === null || inTheWay !== null) return inTheWay ?? { outcome: "no_such_record" };
  const shape = shapeOf(stored.recordType);
  const record = corrected(stored, values);
  if (firstDifference(shape.columns, stored.record, record) === null) return { outcome: "unchanged" };
  const problem = problemNow(connection, stored.recordType, record, author);
  const wrong = problem ?? movedAhead(connection, stored, record, author);
  if (wrong !== null) return { outcome: "still_wrong", problem: wrong };
  const revision = keepBefore(connection, stored, author);
  updateRow(connection, shape, record);
  settle(connection, stored, author);
  return { outcome: "corrected", revision };
}

const NOT_TAKEN_BACK: Problem = {
  column: "",
  code: "disagrees",
  message:
    "A record of this kind cannot be marked as entered in error, because others rest on it. Nothing was changed: correct its values instead.",
};

type ReasonedAuthor = EntryAuthor & { readonly reason: string };

/** An assessment can be taken back a second time, after a correction set it right; the first mark stays. */
function mark(
  connection: WriteConnection,
  { recordType, recordId, patientId }: RecordName,
  { at, by, reason }: ReasonedAuthor,
): void {
  connection.run(
    connection.change
      .insertInto("taken_back")
      .values({ record_kind: recordType, record_key: recordId, patient_id: patientId, at, by, reason })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

/** The status says it to every reader; the mark keeps an import, which does not know of it, from taking it away. */
function takeBackAssessment(
  connection: WriteConnection,
  target: RecordName & { readonly seen: number },
  author: ReasonedAuthor,
): CorrectionOutcome {
  const outcome = correctRecord(connection, target, { status: "entered_in_error" }, author);
  if (outcome.outcome === "corrected") mark(connection, target, author);
  return outcome;
}

/**
 * Marks a record as entered in error in the present transaction: it stays on record as it was, and counts for nothing from
 * then on, whatever a later import says under its key. An assessment says so in its own status.
 */
export function takeBackRecord(
  connection: WriteConnection,
  target: RecordName & { readonly seen: number },
  author: ReasonedAuthor,
): CorrectionOutcome {
  if (target.recordType === "assessment") return takeBackAssessment(connection, target, author);
  const stored = readRecord(connection, target);
  if (stored === null) return { outcome: "no_such_record" };
  if (!isTakenBackByRow(stored.recordType)) return { outcome: "still_wrong", problem: NOT_TAKEN_BACK };
  if (stored.takenBack !== null) return { outcome: "unchanged" };
  const inTheWay = obstacle(stored, target.seen);
  if (inTheWay !== null) return inTheWay;
  const revision = keepBefore(connection, stored, author);
  mark(connection, stored, author);
  settle(connection, stored, author);
  return { outcome: "corrected", revision };
}

/** Notes how many seconds somebody took over an assessment, as the device that asked measured. */
export function noteSecondsTaken(connection: WriteConnection, assessmentId: string, seconds: number): void {
  connection.run(
    connection.change
      .insertInto("assessment_timings")
      .values({ assessment_id: assessmentId, seconds })
      .onConflict((conflict) => conflict.column("assessment_id").doUpdateSet({ seconds })),
  );
}
