import { findRow } from "../kinds/access.ts";
import { type Fields, SCREEN_SHAPE, SHAPES } from "../kinds/shapes.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import { isTakenBackByRow, keyFieldsOf, type RecordName, shapeOf, type TakenBack } from "./types.ts";

/** One record as it stands. */
export interface StoredRecord extends RecordName {
  readonly record: Fields;
  /** How many revisions it has; a marking as entered in error is one. */
  readonly revision: number;
  /** The row that marks it as entered in error; an assessment says so in its status, and this is null. */
  readonly takenBack: TakenBack | null;
}

/** To whom a stored record belongs: a placement by its episode, a result by its screen. */
function patientOf(connection: ReadConnection, { recordType }: RecordName, record: Fields): unknown {
  if (recordType === "placement") return findRow(connection, SHAPES.episode, record)?.patientId;
  if (recordType === "screen_result") return findRow(connection, SCREEN_SHAPE, record)?.patientId;
  return record.patientId;
}

export function revisionCount(connection: ReadConnection, { recordType, recordId }: RecordName): number {
  const row = connection
    .statement(`select count(*) from "revisions" where "record_kind" = ? and "record_key" = ?`)
    .get([recordType, recordId]);
  return Number(row?.[0] ?? 0);
}

export function takenBackQuery(connection: ReadConnection, recordType: string, recordId: string) {
  return connection.query
    .selectFrom("taken_back")
    .select(["at", "by", "reason"])
    .where("record_kind", "=", recordType)
    .where("record_key", "=", recordId);
}

/** The record of that name, or null when there is none of this patient. */
export function readRecord(connection: ReadConnection, name: RecordName): StoredRecord | null {
  const { patientId, recordType, recordId } = name;
  const key = keyFieldsOf(recordType, recordId);
  const record = key === null ? null : findRow(connection, shapeOf(recordType), key);
  if (record === null || patientOf(connection, name, record) !== patientId) return null;
  return {
    patientId,
    recordType,
    recordId,
    record,
    revision: revisionCount(connection, name),
    takenBack: isTakenBackByRow(recordType)
      ? (connection.first(takenBackQuery(connection, recordType, recordId)) ?? null)
      : null,
  };
}
