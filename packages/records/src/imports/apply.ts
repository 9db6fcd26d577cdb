import { dateOf, type Instant, RECORD_KINDS, type RecordKind } from "@soundings/clinical";
import type { Actor } from "../audit/audit.types.ts";
import { appendAudit } from "../audit/audit.writes.ts";
import { evaluateAgain } from "../findings/findings.writes.ts";
import { appendChanges } from "../history/changes.ts";
import type { Author } from "../history/revisions.ts";
import { readSite, saveZone } from "../store/site.ts";
import type { Bound, WriteConnection } from "../store/sqlite.ts";
import { applyRow } from "./apply-row.ts";
import { actorOf, type BatchProgress, batchOf, finishBatch, noteProgress } from "./batches.ts";
import type { SetAsideState } from "./imports.table.ts";
import { settleMended } from "./set-aside.writes.ts";
import { type Staging, unpackValues } from "./staging.ts";
import { supersede } from "./supersede.ts";

/** How far applying has come. */
export interface ApplyProgress {
  readonly applied: number;
  readonly total: number;
}

interface Application {
  readonly writer: WriteConnection;
  readonly staging: Staging;
  readonly batch: BatchProgress;
  readonly author: Author;
  readonly actor: Actor;
  readonly now: Instant;
}

/** Rows a transaction, about; a patient is never split. */
const ROWS_AT_ONCE = 6_000;
const SET_ASIDE_AT_ONCE = 4_000;

interface StagedRow {
  readonly kind: RecordKind;
  readonly patientId: string | null;
  readonly values: ReturnType<typeof unpackValues>;
}

function stagedRow([kind, patientId, values]: readonly Bound[]): StagedRow {
  return {
    kind: RECORD_KINDS[Number(kind)] ?? "program",
    patientId: patientId === "" || patientId === undefined ? null : String(patientId),
    values: unpackValues(String(values)),
  };
}

function rowsOf(staging: Staging, patientId: string): readonly StagedRow[] {
  return staging.connection
    .statement("select kind, patient_id, vals from rows where patient_id = ? order by kind, seq")
    .all([patientId])
    .map(stagedRow);
}

/** Copies what is reported, by portions. */
function* copyReport(
  { writer, staging, batch }: Application,
  table: { readonly from: string; readonly to: string; readonly columns: string; readonly extra: string },
  through: "set_aside_through" | "warnings_through",
): Generator<number> {
  const { from, to, columns, extra } = table;
  const read = staging.connection.statement(
    `select id, ${columns} from ${from} where id > ? order by id limit ${SET_ASIDE_AT_ONCE}`,
  );
  const places = columns.replace(/\w+/g, "?");
  const tail = extra === "" ? ["", ""] : [", state", `, '${extra}'`];
  const write = writer.statement(
    `insert into "${to}" (batch_id, ${columns}${tail[0]}) values (?, ${places}${tail[1]})`,
  );
  let after: number = batch[through];
  for (;;) {
    const rows = read.all([after]);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = Number(last[0]);
    writer.act(() => {
      for (const [, ...values] of rows) write.run([batch.batch_id, ...values]);
      noteProgress(writer, batch.batch_id, { [through]: after });
    });
    yield rows.length;
  }
}

/** Of a mended row that is refused, the row that it was to mend stays open and stands for it. */
function setAsideAs(state: SetAsideState) {
  return {
    from: "set_aside",
    to: "set_aside_rows",
    columns: "file, line, column_name, code, message, cells, raw",
    extra: state,
  };
}
const WARNINGS = {
  from: "warnings",
  to: "import_warnings",
  columns: "file, line, column_name, code, message",
  extra: "",
};

function patientsOfPrograms(writer: WriteConnection, programIds: ReadonlySet<string>): readonly string[] {
  const statement = writer.statement(
    `select distinct "patient_id" from "episodes" where "program_id" = ? order by "patient_id"`,
  );
  return [...new Set([...programIds].flatMap((id) => statement.all([id]).map((row) => String(row[0]))))];
}

function everyPatient(writer: WriteConnection): readonly string[] {
  return writer
    .statement(`select distinct "patient_id" from "episodes"`)
    .all([])
    .map((row) => String(row[0]));
}

/**
 * Programs and staff, in one transaction. What the rules say of an episode rests on its program, and everything rests on
 * the zone, so the episodes concerned are evaluated in it too.
 */
function applyPrograms({ writer, staging, batch, author, now }: Application): number {
  const rows = rowsOf(staging, "");
  writer.act(() => {
    const site = readSite(writer);
    const newZone = batch.zone !== null && site.zoneSource === "default";
    if (newZone && batch.zone !== null) saveZone(writer, batch.zone, "program");
    const changed = new Set<string>();
    for (const row of rows) {
      const { before, record } = applyRow(writer, row.kind, row, author);
      if (row.kind === "program" && before !== null) changed.add(String(record.programId));
    }
    const touched = newZone ? everyPatient(writer) : patientsOfPrograms(writer, changed);
    const after = readSite(writer);
    evaluateAgain(writer, touched, after, dateOf(now, after.zone));
    if (rows.length > 0 || newZone) appendChanges(writer, [null], "program");
    noteProgress(writer, batch.batch_id, { programs_done: 1 });
  });
  return rows.length;
}

/** Each patient whose records were written, by folder or mended one by one. */
function enterPatients({ writer, batch, actor }: Application, touched: ReadonlyMap<string, number>): void {
  const event = batch.mends === null ? "imported" : "record_changed";
  for (const [patientId, rows] of touched) {
    appendAudit(writer, actor, { event, patientId, detail: { batch: batch.batch_id, rows } });
  }
}

function applyPatients(application: Application, patientIds: readonly string[]): number {
  const { writer, staging, batch, author, now } = application;
  let count = 0;
  writer.act(() => {
    const touched = new Map<string, number>();
    const touch = (id: string) => touched.set(id, (touched.get(id) ?? 0) + 1);
    for (const patientId of patientIds) {
      for (const row of rowsOf(staging, patientId)) {
        const { before } = applyRow(writer, row.kind, row, author);
        touch(patientId);
        const from = before?.patientId;
        if (typeof from === "string" && from !== patientId) touch(from);
        count += 1;
      }
    }
    const site = readSite(writer);
    evaluateAgain(writer, [...touched.keys()], site, dateOf(now, site.zone));
    appendChanges(writer, [...touched.keys()], "records");
    enterPatients(application, touched);
    noteProgress(writer, batch.batch_id, { patients_through: patientIds.at(-1) ?? "" });
  });
  return count;
}

/** Patients with staged rows after `after`, as many as fill one transaction. */
function nextPatients(staging: Staging, after: string): readonly string[] {
  const counts = staging.connection
    .statement(
      "select patient_id, count(*) from rows where patient_id > ? group by patient_id order by patient_id limit 50",
    )
    .all([after]);
  const chosen: string[] = [];
  let rows = 0;
  for (const [patientId, count] of counts) {
    if (chosen.length > 0 && rows + Number(count) > ROWS_AT_ONCE) break;
    chosen.push(String(patientId));
    rows += Number(count);
  }
  return chosen;
}

function countOf(staging: Staging, table: string): number {
  return Number(staging.connection.statement(`select count(*) from ${table}`).get([])?.[0] ?? 0);
}

/**
 * Applies what is staged, one short transaction a step. How far it has come is written in each transaction itself, so
 * that a batch that was cut off goes on where it stopped, and never with half a patient.
 */
export function* applyStaged(
  writer: WriteConnection,
  staging: Staging,
  batchId: string,
  now: Instant,
): Generator<ApplyProgress> {
  const batch = batchOf(writer, batchId);
  const author: Author = {
    by: batch.started_by,
    at: now,
    reason: batch.reason,
    batchId,
  };
  const application: Application = { writer, staging, batch, author, actor: actorOf(batch), now };
  const total = countOf(staging, "rows") + countOf(staging, "set_aside") + countOf(staging, "warnings");
  let applied = 0;
  const step = (count: number): ApplyProgress => {
    applied += count;
    return { applied, total };
  };
  const setAside = setAsideAs(batch.mends === null ? "open" : "superseded");
  for (const count of copyReport(application, setAside, "set_aside_through")) yield step(count);
  for (const count of copyReport(application, WARNINGS, "warnings_through")) yield step(count);
  if (batch.programs_done === 0) yield step(applyPrograms(application));
  let after: string = batch.patients_through;
  for (;;) {
    const patientIds = nextPatients(staging, after);
    const last = patientIds.at(-1);
    if (last === undefined) break;
    yield step(applyPatients(application, patientIds));
    after = last;
  }
  if (batch.mends === null) {
    for (const _portion of supersede(writer, staging, batch)) yield step(0);
  }
  writer.act(() => {
    if (batch.mends !== null && batch.rejected === 0)
      settleMended(writer, batch.mends, { ...author, actor: actorOf(batch) });
    finishBatch(writer, batch, now);
    // An open list of imports must show the batch, also when every row of it was set aside.
    appendChanges(writer, [null], "import");
  });
}
