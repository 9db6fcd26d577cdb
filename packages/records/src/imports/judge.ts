import {
  addDays,
  type CalendarDate,
  type IncomingRow,
  type Problem,
  problemOf,
  RECORD_KINDS,
  type RecordKind,
  type RecordOfKind,
  sameZone,
  type ZoneName,
} from "@soundings/clinical";
import { DAYS_AFTER, DAYS_BEFORE } from "../charts/patients.reads.ts";
import { findStored, isEmpty, type Stored } from "../kinds/access.ts";
import { firstDifference, merge } from "../kinds/merge.ts";
import { columnsOf, type Fields, fieldsOf, keyOf } from "../kinds/shapes.ts";
import { zoneOf } from "../store/site.ts";
import type { Bound, ReadConnection } from "../store/sqlite.ts";
import { type OwnDate, ownDate } from "./own-date.ts";
import { references } from "./references.ts";
import { screenAgreement } from "./screen-agreement.ts";
import { kindNumber, packValues, type Staging } from "./staging.ts";

/** What becomes of one row. */
export type Outcome = "created" | "updated" | "unchanged" | Problem;

export interface Judge {
  /** The zone in which date-times without an offset are read: the site's, or the first accepted program's. */
  zone(): ZoneName;
  /** The zone that a program of this import gives to a site that had none. */
  adoptedZone(): ZoneName | null;
  judge(row: IncomingRow): Outcome;
}

const OPEN_END = "9999-12-31";
const NOT_STORED: Stored = { base: null, exists: false };

/** One row with what it will be. */
interface Case {
  readonly row: IncomingRow;
  readonly values: Fields;
  readonly key: string;
  readonly stored: Stored;
  readonly record: Fields;
}

function sameRecord(kind: RecordKind, a: Fields, b: Fields): boolean {
  return firstDifference(columnsOf(kind), a, b) === null;
}

/**
 * Judges rows one by one, in the order in which they come (kinds in the order of the clinic export): the whole record's
 * own laws, its key, its references, and what rows of one screen or programs of one site must agree on. One row has one
 * reason. Accepted rows that change something are staged.
 */
export function judgeRows(reader: ReadConnection, staging: Staging): Judge {
  const { connection } = staging;
  const site = zoneOf(reader);
  let adopted: ZoneName | null = null;
  const empty = new Set(RECORD_KINDS.filter((kind) => isEmpty(reader, kind)));
  const refer = references(reader, staging);
  const screens = screenAgreement(staging);
  const zone = (): ZoneName => adopted ?? site.zone;

  const seenBefore = connection.statement("select seq from seen where kind = ? and key = ?");
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

  /** The same key earlier in the file: identical changes nothing, different keeps the later row out. */
  const repeated = ({ row, key, values, stored, record }: Case): Outcome | null => {
    const earlier = seenBefore.get([kindNumber(row.kind), key]);
    if (earlier === undefined) return null;
    const seq = earlier[0] ?? null;
    const same =
      seq === null
        ? stored.base !== null && sameRecord(row.kind, stored.base, record)
        : stagedValues.get([seq])?.[0] === packValues(values);
    if (same) return "unchanged";
    return {
      column: columnsOf(row.kind)[0]?.column ?? "",
      code: "duplicate_key",
      message: "An earlier row of this file has the same key and says something else: keep the right one.",
    };
  };

  const zoneProblem = ({ row, record }: Case): Problem | null => {
    const named = row.kind === "program" ? (record.timeZone as ZoneName | null) : null;
    if (named === null) return null;
    if (site.source === "default" && adopted === null) return null;
    if (sameZone(named, zone())) return null;
    return {
      column: "time_zone",
      code: "disagrees",
      message:
        "All programs of one database share the site's time zone: give that zone, or leave the cell empty.",
    };
  };

  const patientOf = ({ row, record }: Case): string => {
    if (row.kind !== "placement") return String(record.patientId ?? "");
    const id = [String(record.episodeId)];
    return String((stagedEpisode.get(id) ?? storedEpisode.get(id))?.[0] ?? "");
  };

  const noteSpan = ({ row, record }: Case, patientId: string): void => {
    if (row.kind === "episode") {
      const admitted = record.admittedOn as CalendarDate;
      const discharged = record.dischargedOn as CalendarDate | null;
      const until = discharged === null ? OPEN_END : addDays(discharged, DAYS_AFTER);
      const days = [admitted, discharged ?? OPEN_END, addDays(admitted, -DAYS_BEFORE), until];
      stageEpisode.run([String(record.episodeId), patientId, ...days, row.file, row.line]);
    }
    if (row.kind === "placement") {
      const ended = (record.endedOn as Bound) ?? OPEN_END;
      stagePlacement.run([String(record.episodeId), String(record.startedOn), ended, row.file, row.line]);
    }
  };

  const accept = (one: Case, outcome: "created" | "updated" | "unchanged"): void => {
    const { row, key, record } = one;
    const patientId = patientOf(one);
    const kind = kindNumber(row.kind);
    let seq: Bound = null;
    if (outcome !== "unchanged") {
      const cells = screens.needsCells(one) ? JSON.stringify(row.cells) : null;
      stageRow.run([kind, patientId, packValues(one.values), outcome, row.file, row.line, cells]);
      seq = lastRow.get([])?.[0] ?? null;
    }
    const date: OwnDate | null = ownDate(row.kind, record, zone());
    see.run([kind, key, seq, row.line, row.file, patientId, date?.column ?? null, date?.day ?? null]);
    noteSpan(one, patientId);
    if (row.kind === "screen") screens.note(one, seq);
    if (row.kind === "program" && site.source === "default") adopted ??= record.timeZone as ZoneName | null;
  };

  return {
    zone,
    adoptedZone: () => adopted,
    judge: (row) => {
      const { kind } = row;
      const values = fieldsOf(row.values);
      const stored = empty.has(kind) ? NOT_STORED : findStored(reader, kind, values);
      const record = merge(kind, stored.base, values);
      const own = problemOf(kind, record as unknown as RecordOfKind[typeof kind]);
      if (own !== null) return own;
      const one: Case = { row, values, key: keyOf(kind, record), stored, record };
      const again = repeated(one);
      if (again !== null) return again;
      const problem = refer.problemOf(kind, values) ?? zoneProblem(one) ?? screens.problemOf(one);
      if (problem !== null) return problem;
      const changed = stored.base === null || !stored.exists || !sameRecord(kind, stored.base, record);
      const outcome = stored.exists ? (changed ? "updated" : "unchanged") : "created";
      accept(one, outcome);
      return outcome;
    },
  };
}
