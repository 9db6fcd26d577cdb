import type { Revision } from "../history/revisions.ts";
import { findRow } from "../kinds/access.ts";
import { type Fields, SHAPES } from "../kinds/shapes.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import { keyFieldsOf, type RecordName, type RecordType, shapeOf } from "./types.ts";

/** One correction with what stood after it. */
export interface CorrectionStep extends Revision {
  /** The record after the step: what the next one found, or what stands now. */
  readonly after: Fields;
  /** By this step the record was marked as entered in error. */
  readonly takenBack: boolean;
}

/** What the revisions of patients hold besides what the entries are about: who the patient is. */
type Kind = RecordType | "patient";

/** The newest first. Of how to reach a patient the page of contact details keeps its own. */
export function stepsQuery(connection: ReadConnection, patientId: string, most: number) {
  return connection.query
    .selectFrom("revisions")
    .select(["record_kind", "record_key", "revision", "changed_at", "changed_by", "reason", "before"])
    .where("patient_id", "=", patientId)
    .where("record_kind", "!=", "contact")
    .orderBy("changed_at", "desc")
    .orderBy("id", "desc")
    .limit(most);
}

export function stepsOfRecordQuery(connection: ReadConnection, recordType: string, recordId: string) {
  return connection.query
    .selectFrom("revisions")
    .select(["record_kind", "record_key", "revision", "changed_at", "changed_by", "reason", "before"])
    .where("record_kind", "=", recordType)
    .where("record_key", "=", recordId)
    .orderBy("revision", "desc");
}

export function takenBackOfQuery(connection: ReadConnection, patientId: string) {
  return connection.query
    .selectFrom("taken_back")
    .select(["record_kind", "record_key", "at", "by"])
    .where("patient_id", "=", patientId);
}

function presentOf(connection: ReadConnection, kind: Kind, recordId: string): Fields {
  if (kind === "patient") return findRow(connection, SHAPES.patient, { patientId: recordId }) ?? {};
  const key = keyFieldsOf(kind, recordId);
  return (key === null ? null : findRow(connection, shapeOf(kind), key)) ?? {};
}

type Row = ReturnType<ReturnType<typeof stepsQuery>["execute"]> extends Promise<(infer One)[]> ? One : never;

/** Every step knows what stood after it from the one that came after: rows come newest first. */
function stepsOf(
  connection: ReadConnection,
  rows: readonly Row[],
  marks: ReadonlyMap<string, { readonly at: string; readonly by: string }>,
): readonly CorrectionStep[] {
  const later = new Map<string, Fields>();
  const marked = new Set<string>();
  return rows.map((row) => {
    const name = `${row.record_kind} ${row.record_key}`;
    const before = JSON.parse(row.before) as Fields;
    const after = later.get(name) ?? presentOf(connection, row.record_kind as Kind, row.record_key);
    later.set(name, before);
    const mark = marks.get(name);
    const isMark = mark?.at === row.changed_at && mark.by === row.changed_by && !marked.has(name);
    if (isMark) marked.add(name);
    const inError = after.status === "entered_in_error" && before.status !== "entered_in_error";
    return {
      recordType: row.record_kind,
      recordId: row.record_key,
      revision: row.revision,
      correctedAt: row.changed_at,
      by: row.changed_by,
      reason: row.reason,
      before,
      after,
      takenBack: row.record_kind === "assessment" ? inError : isMark,
    };
  });
}

function marksOf(connection: ReadConnection, patientId: string) {
  return new Map(
    connection
      .all(takenBackOfQuery(connection, patientId))
      .map((row) => [`${row.record_kind} ${row.record_key}`, row] as const),
  );
}

/** The corrections of a patient's records, the newest first, at most so many. */
export function correctionsOf(
  { reader }: ReadStore,
  patientId: string,
  most: number,
): readonly CorrectionStep[] {
  return reader.snapshot(() => {
    const rows = reader.all(stepsQuery(reader, patientId, most));
    return rows.length === 0 ? [] : stepsOf(reader, rows, marksOf(reader, patientId));
  });
}

/** The corrections of one record, the newest first. */
export function correctionsOfRecord(
  connection: ReadConnection,
  { patientId, recordType, recordId }: RecordName,
): readonly CorrectionStep[] {
  const rows = connection.all(stepsOfRecordQuery(connection, recordType, recordId));
  return stepsOf(connection, rows, marksOf(connection, patientId));
}
