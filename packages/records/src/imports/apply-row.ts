import type { RecordKind } from "@soundings/clinical";
import { type Author, appendRevision } from "../history/revisions.ts";
import { findRow, findStored, insertRow, updateRow } from "../kinds/access.ts";
import { firstDifference } from "../kinds/merge.ts";
import { type Fields, keyOf, RESULT_SHAPE, SCREEN_SHAPE, SHAPES, type Shape } from "../kinds/shapes.ts";
import type { WriteConnection } from "../store/sqlite.ts";
import { wholeRecord } from "./whole-record.ts";

/** A table row to be written, and what a correction of it is called. */
interface Written {
  readonly shape: Shape;
  readonly recordType: string;
  readonly recordId: string;
  readonly patientId: string | null;
  readonly record: Fields;
}

/** Inserts, or corrects and keeps what stood before; writes nothing when nothing differs. Returns what stood before. */
function save(connection: WriteConnection, one: Written, author: Author): Fields | null {
  const before = findRow(connection, one.shape, one.record);
  if (before === null) {
    insertRow(connection, one.shape, one.record);
    return null;
  }
  if (firstDifference(one.shape.columns, before, one.record) === null) return before;
  const { recordType, recordId, patientId } = one;
  appendRevision(connection, { recordType, recordId, patientId, before }, author);
  updateRow(connection, one.shape, one.record);
  return before;
}

/** What a row changed: the record as it is now, and as it was. */
export interface Applied {
  readonly record: Fields;
  readonly before: Fields | null;
}

/**
 * Writes one judged row into the present transaction: merged with what is stored now, with a revision of what it changes.
 * Doing it twice is the same as doing it once. `patientId` is the patient to whom the record belongs afterwards.
 */
export function applyRow(
  connection: WriteConnection,
  kind: RecordKind,
  row: { readonly values: Fields; readonly patientId: string | null },
  author: Author,
): Applied {
  const { patientId } = row;
  const { base } = findStored(connection, kind, row.values);
  const record = wholeRecord(connection, kind, base, row.values);
  if (kind !== "screen") {
    const one = { shape: SHAPES[kind], recordType: kind, recordId: keyOf(kind, record), patientId, record };
    return { record, before: save(connection, one, author) };
  }
  const recordId = String(record.screenId);
  const screen = { shape: SCREEN_SHAPE, recordType: "screen", recordId, patientId, record };
  const before = save(connection, screen, author);
  const result = {
    shape: RESULT_SHAPE,
    recordType: "screen_result",
    recordId: keyOf("screen", record),
    patientId,
    record,
  };
  save(connection, result, author);
  return { record, before };
}
