import { addDays, type CalendarDate, type IncomingRow, type ZoneName } from "@soundings/clinical";
import { DAYS_AFTER, DAYS_BEFORE } from "../charts/patients.reads.ts";
import type { Stored } from "../kinds/access.ts";
import type { Fields } from "../kinds/shapes.ts";
import type { Bound, ReadConnection } from "../store/sqlite.ts";
import { ownDate } from "./own-date.ts";
import { kindNumber, OPEN_END, packValues, type Staging } from "./staging.ts";

/** One row with what is stored under its key, and the whole record that it makes. */
export interface Case {
  readonly row: IncomingRow;
  readonly values: Fields;
  readonly key: string;
  readonly stored: Stored;
  readonly record: Fields;
}

/** How an accepted row is staged. */
interface Acceptance {
  readonly outcome: "created" | "updated" | "unchanged";
  readonly zone: ZoneName;
  /** The cells are kept because the row may still be set aside when all rows are known. */
  readonly keepCells: boolean;
}

export interface RowStage {
  /** Notes an accepted row; the number under which it is staged, null when it changes nothing. */
  accept(one: Case, acceptance: Acceptance): Bound;
  /** The accepted row of the same key: its number (null when it changed nothing); undefined when there is none. */
  earlier(one: Case): Bound | undefined;
  /** Whether a staged row holds the very same values. */
  holds(seq: Bound, values: Fields): boolean;
}

/** Writes accepted rows to the staging, with what the later checks need: key, place, patient, date, intervals. */
export function rowStage(reader: ReadConnection, { connection }: Staging): RowStage {
  const seen = connection.statement("select seq from seen where kind = ? and key = ?");
  const stagedValues = connection.statement("select vals from rows where seq = ?");
  const stageRow = connection.statement(
    "insert into rows (kind, patient_id, vals, outcome, file, line, cells) values (?, ?, ?, ?, ?, ?, ?)",
  );
  const lastRow = connection.statement("select last_insert_rowid()");
  const see = connection.statement(
    "insert into seen (kind, key, seq, line, file, patient_id, date_column, day) values (?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const stageEpisode = connection.statement("insert into episode_spans values (?, ?, ?, ?, ?, ?, ?, ?)");
  const stagePlacement = connection.statement("insert into placement_spans values (?, ?, ?, ?, ?)");
  const stagedEpisode = connection.statement("select patient_id from episode_spans where episode_id = ?");
  const storedEpisode = reader.statement(`select "patient_id" from "episodes" where "episode_id" = ?`);

  const patientOf = ({ row, record }: Case): string => {
    if (row.kind !== "placement") return String(record.patientId ?? "");
    const id = [String(record.episodeId)];
    return String((stagedEpisode.get(id) ?? storedEpisode.get(id))?.[0] ?? "");
  };

  const noteEpisode = ({ row, record }: Case, patientId: string): void => {
    const admitted = record.admittedOn as CalendarDate;
    const discharged = record.dischargedOn as CalendarDate | null;
    const until = discharged === null ? OPEN_END : addDays(discharged, DAYS_AFTER);
    const days = [admitted, discharged ?? OPEN_END, addDays(admitted, -DAYS_BEFORE), until];
    stageEpisode.run([String(record.episodeId), patientId, ...days, row.file, row.line]);
  };

  const notePlacement = ({ row, record }: Case): void => {
    const ended = (record.endedOn as CalendarDate | null) ?? OPEN_END;
    stagePlacement.run([String(record.episodeId), String(record.startedOn), ended, row.file, row.line]);
  };

  return {
    earlier: ({ row, key }) => {
      const found = seen.get([kindNumber(row.kind), key]);
      return found === undefined ? undefined : (found[0] ?? null);
    },
    holds: (seq, values) => stagedValues.get([seq])?.[0] === packValues(values),
    accept: (one, { outcome, zone, keepCells }) => {
      const { row, key, record } = one;
      const patientId = patientOf(one);
      const kind = kindNumber(row.kind);
      let seq: Bound = null;
      if (outcome !== "unchanged") {
        const cells = keepCells ? JSON.stringify(row.cells) : null;
        stageRow.run([kind, patientId, packValues(one.values), outcome, row.file, row.line, cells]);
        seq = lastRow.get([])?.[0] ?? null;
      }
      const date = ownDate(row.kind, record, zone);
      see.run([kind, key, seq, row.line, row.file, patientId, date?.column ?? null, date?.day ?? null]);
      if (row.kind === "episode") noteEpisode(one, patientId);
      if (row.kind === "placement") notePlacement(one);
      return seq;
    },
  };
}
