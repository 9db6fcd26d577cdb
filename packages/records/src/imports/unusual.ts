import { addDays, type CalendarDate } from "@soundings/clinical";
import { DAYS_AFTER, DAYS_BEFORE } from "../charts/patients.reads.ts";
import type { Bound, ReadConnection } from "../store/sqlite.ts";
import { kindNumber, OPEN_END, type Staging } from "./staging.ts";

const SCREEN = kindNumber("screen");

/** Adds the stored episodes that the folder leaves as they are. */
function addStoredEpisodes(reader: ReadConnection, { connection }: Staging): void {
  const add = connection.statement(
    "insert or ignore into episode_spans values (?, ?, ?, ?, ?, ?, null, null)",
  );
  const page = reader.statement(
    `select "episode_id", "patient_id", "admitted_on", "discharged_on" from "episodes" where "episode_id" > ? order by "episode_id" limit 1000`,
  );
  let after: Bound = "";
  for (;;) {
    const rows = page.all([after]);
    for (const [id, patientId, admitted, discharged] of rows) {
      const until = discharged === null ? OPEN_END : addDays(discharged as CalendarDate, DAYS_AFTER);
      const from = addDays(admitted as CalendarDate, -DAYS_BEFORE);
      add.run([id ?? "", patientId ?? "", admitted ?? "", discharged ?? OPEN_END, from, until]);
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last[0] ?? "";
  }
}

/** Adds the stored placements of episodes of which the folder has placements. */
function addStoredPlacements(reader: ReadConnection, { connection }: Staging): void {
  const add = connection.statement("insert or ignore into placement_spans values (?, ?, ?, null, null)");
  const stored = reader.statement(`select "started_on", "ended_on" from "placements" where "episode_id" = ?`);
  const page = connection.statement(
    "select distinct episode_id from placement_spans where episode_id > ? order by episode_id limit 1000",
  );
  let after: Bound = "";
  for (;;) {
    const ids: readonly Bound[] = page.all([after]).map((row) => row[0] ?? "");
    for (const id of ids) {
      for (const [started, ended] of stored.all([id])) add.run([id, started ?? "", ended ?? OPEN_END]);
    }
    const last: Bound | undefined = ids.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

/** What is reported, and the query that finds it: rows are file, line, column. */
interface Unusual {
  readonly code: string;
  readonly message: string;
  readonly sql: string;
}

/** Of two intervals that overlap, the one that starts later is reported, or the one that the folder has. */
function overlap(
  table: string,
  key: readonly [start: string, end: string, same: string, other: string],
): string {
  const [start, end, same, other] = key;
  return `select a.file, a.line, '${start}' from ${table} as a where a.line is not null and exists (
    select 1 from ${table} as b where b.${same} = a.${same} and b.${other} <> a.${other}
      and a.${start} < b.${end} and b.${start} < a.${end}
      and (b.line is null or (b.${start}, b.${other}) < (a.${start}, a.${other})))`;
}

const OUTSIDE = `not exists (select 1 from episode_spans as e
  where e.patient_id = s.patient_id and e.window_from <= s.day and s.day <= e.window_to)`;

const UNUSUAL: readonly Unusual[] = [
  {
    code: "overlapping_episodes",
    message:
      "This stay overlaps another one of the same patient. What is dated in both belongs to the later admission.",
    sql: overlap("episode_spans", ["admitted_on", "discharged_on", "patient_id", "episode_id"]),
  },
  {
    code: "overlapping_placements",
    message: "This placement overlaps another one of the same episode. The one that started last counts.",
    sql: overlap("placement_spans", ["started_on", "ended_on", "episode_id", "started_on"]),
  },
  {
    code: "outside_episode",
    message: "This placement starts outside its episode. It was kept.",
    sql: `select p.file, p.line, 'started_on' from placement_spans as p
      join episode_spans as e on e.episode_id = p.episode_id
      where p.line is not null and (p.started_on < e.admitted_on or p.started_on > e.discharged_on)`,
  },
  {
    code: "outside_episode",
    message:
      "This record lies in no episode of the patient, nor 14 days before or 7 days after one. It was kept and takes part in no rule.",
    sql: `select s.file, s.line, s.date_column from seen as s where s.day is not null and s.kind <> ${SCREEN} and ${OUTSIDE}`,
  },
  {
    code: "outside_episode",
    message:
      "This screen lies in no episode of the patient, nor 14 days before or 7 days after one. It was kept and takes part in no rule.",
    sql: `select s.file, min(s.line), s.date_column from seen as s where s.kind = ${SCREEN} and ${OUTSIDE}
      group by substr(s.key, 1, instr(s.key, '/'))`,
  },
];

/** Reports, when all rows are known, what is unusual about rows that went in: overlaps, and records outside any episode. */
export function stageUnusual(reader: ReadConnection, staging: Staging): void {
  addStoredEpisodes(reader, staging);
  addStoredPlacements(reader, staging);
  staging.connection.exec(
    "CREATE INDEX IF NOT EXISTS episode_spans_by_patient ON episode_spans (patient_id, admitted_on)",
  );
  for (const { code, message, sql } of UNUSUAL) {
    staging.connection
      .statement(
        `insert into warnings (file, line, column_name, code, message) select f.*, ?, ? from (${sql} order by 1, 2) as f`,
      )
      .run([code, message]);
  }
}
