import type { Instant, ZoneName } from "@soundings/clinical";
import type { Selectable } from "kysely";
import type { Actor } from "../audit/audit.types.ts";
import { appendAudit } from "../audit/audit.writes.ts";
import type { ReadConnection, WriteConnection } from "../store/sqlite.ts";
import type { BatchState, ImportBatchTable } from "./imports.table.ts";

/** What became of the rows of one file; `rows` is the sum of the others. */
export interface FileCounts {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
}

export type CountsByFile = Readonly<Record<string, FileCounts>>;

/** What applying needs to know of its batch. */
export type BatchProgress = Pick<
  Selectable<ImportBatchTable>,
  | "number"
  | "batch_id"
  | "started_by"
  | "reason"
  | "zone"
  | "set_aside_through"
  | "warnings_through"
  | "programs_done"
  | "patients_through"
  | "rejected"
  | "mends"
  | "actor"
  | "files"
  | "warnings"
>;

/** Who reads what into the database, and why. */
export interface BatchOrigin {
  readonly source: string;
  readonly by: string;
  readonly actor: Actor;
  readonly reason: string | null;
  readonly mends: number | null;
  readonly now: Instant;
}

export function insertBatch(connection: WriteConnection, batchId: string, origin: BatchOrigin): void {
  connection.run(
    connection.change.insertInto("import_batches").values({
      batch_id: batchId,
      source: origin.source,
      started_by: origin.by,
      reason: origin.reason,
      state: "staging",
      started_at: origin.now,
      finished_at: null,
      files: "{}",
      rejected: 0,
      warnings: 0,
      zone: null,
      set_aside_through: 0,
      warnings_through: 0,
      programs_done: 0,
      patients_through: "",
      mends: origin.mends,
      actor: JSON.stringify(origin.actor),
    }),
  );
}

/** From here on the batch is finished, even after a crash. */
export function beginApplying(
  connection: WriteConnection,
  batchId: string,
  found: {
    readonly files: CountsByFile;
    readonly rejected: number;
    readonly warnings: number;
    readonly zone: ZoneName | null;
  },
): void {
  connection.run(
    connection.change
      .updateTable("import_batches")
      .set({ ...found, files: JSON.stringify(found.files), state: "applying" })
      .where("batch_id", "=", batchId),
  );
}

export function batchOf(connection: ReadConnection, batchId: string): BatchProgress {
  const batch = connection.first(
    connection.query
      .selectFrom("import_batches")
      .select([
        "number",
        "batch_id",
        "started_by",
        "reason",
        "zone",
        "set_aside_through",
        "warnings_through",
        "programs_done",
        "patients_through",
        "rejected",
        "mends",
        "actor",
        "files",
        "warnings",
      ])
      .where("batch_id", "=", batchId),
  );
  if (batch === undefined) throw new Error(`import batch ${batchId} is not in the database`);
  return batch;
}

export function noteProgress(
  connection: WriteConnection,
  batchId: string,
  progress: Partial<BatchProgress>,
): void {
  connection.run(
    connection.change.updateTable("import_batches").set(progress).where("batch_id", "=", batchId),
  );
}

function end(connection: WriteConnection, batchId: string, state: BatchState, now: Instant): void {
  connection.run(
    connection.change
      .updateTable("import_batches")
      .set({ state, finished_at: now })
      .where("batch_id", "=", batchId),
  );
}

/** Who answers for an import that no person who is signed in makes: the system's user who runs the command. */
export function systemActor(by: string): Actor {
  return { personId: null, name: `${by} (soundings import)`, signInId: null, requestId: null };
}

export function actorOf({ actor, started_by }: BatchProgress): Actor {
  return actor === null ? systemActor(started_by) : (JSON.parse(actor) as Actor);
}

/** Ends a batch that is in, with its entry in the audit. */
export function finishBatch(connection: WriteConnection, batch: BatchProgress, now: Instant): void {
  end(connection, batch.batch_id, "done", now);
  const { batch_id, rejected, warnings, mends } = batch;
  const files = JSON.parse(batch.files) as CountsByFile;
  appendAudit(connection, actorOf(batch), {
    event: "imported",
    detail: { batch: batch_id, files, rejected, warnings, ...(mends === null ? {} : { mends }) },
  });
}

export function abandonBatch(connection: WriteConnection, batchId: string, now: Instant): void {
  end(connection, batchId, "abandoned", now);
}

/** Batches that were begun and neither finished nor abandoned. */
export function unfinishedBatches(
  connection: ReadConnection,
): readonly { readonly batch_id: string; readonly state: BatchState }[] {
  return connection.all(
    connection.query
      .selectFrom("import_batches")
      .select(["batch_id", "state"])
      .where("state", "in", ["staging", "applying"])
      .orderBy("number"),
  );
}
