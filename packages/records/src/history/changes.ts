import type { Instant } from "@soundings/clinical";
import { present } from "../store/clock.ts";
import type { ReadConnection, WriteConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import type { RecordedChange } from "./history.table.ts";

/** A write that a page may have to show. */
export interface Change {
  readonly seq: number;
  readonly at: Instant;
  /** null when it is not of one patient: a program, a new day, the end of an import. Of a notice, whom it is for. */
  readonly patientId: string | null;
  /** `unknown`: entries are gone, so anything may differ. */
  readonly kind: RecordedChange | "unknown";
}

/** Entries kept; a reader further behind must take everything as changed. */
const CHANGES_KEPT = 100_000;

/** One entry for each patient (null for a change of no one patient), in the present transaction. */
export function appendChanges(
  connection: WriteConnection,
  patientIds: readonly (string | null)[],
  kind: RecordedChange,
): void {
  const insert = connection.statement(`insert into "changes" ("at", "patient_id", "kind") values (?, ?, ?)`);
  const at = present();
  for (const id of patientIds) insert.run([at, id, kind]);
  connection
    .statement(`delete from "changes" where "seq" <= (select max("seq") from "changes") - ?`)
    .run([CHANGES_KEPT]);
}

export function changesQuery(connection: ReadConnection, since: number) {
  return connection.query
    .selectFrom("changes")
    .select(["seq", "at", "patient_id as patientId", "kind"])
    .where("seq", ">", since)
    .orderBy("seq");
}

/** The number of the last change; 0 in a database to which nothing was written yet. Costs microseconds. */
export function latestChange(store: ReadStore): number {
  return Number(store.reader.statement(`select max("seq") from "changes"`).get([])?.[0] ?? 0);
}

/**
 * The changes after number `since`, in order. To a reader so far behind that entries are gone, the first answer is a change
 * of unknown kind and no one patient: everything may differ.
 */
export function changesSince(store: ReadStore, since: number): readonly Change[] {
  const changes = store.reader.all(changesQuery(store.reader, since));
  const [first] = changes;
  if (first === undefined || first.seq === since + 1 || since === 0) return changes;
  return [{ ...first, patientId: null, kind: "unknown" }, ...changes];
}
