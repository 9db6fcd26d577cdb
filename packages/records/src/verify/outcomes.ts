import { type CalendarDate, factsOf, parseCalendarDate, parseZone, type Site } from "@soundings/clinical";
import { readCharts } from "../charts/charts.reads.ts";
import { areInForce, outcomeRow } from "../outcomes/kept.ts";
import { StoreError } from "../store/errors.ts";
import { readSite, zoneOf } from "../store/site.ts";
import type { Bound, ReadConnection } from "../store/sqlite.ts";
import type { VerifyProblem } from "./problem.ts";

/** Few, because all portions are read in one go: the less each holds, the less memory waits to be freed. */
const PATIENTS_AT_ONCE = 20;

const PATIENTS = `select distinct "patient_id" from "episode_outcomes" where "patient_id" > ? order by "patient_id" limit ${PATIENTS_AT_ONCE}`;
const KEPT = `select "episode_id", "patient_id", "program_id", "admitted_on", "discharged_on", "as_of", "settled", "facts" from "episode_outcomes" where "patient_id" = ? order by "episode_id"`;

type Row = readonly Bound[];

function problemOf(episodeId: string): VerifyProblem {
  const message = "What is kept of it for program outcomes is not what its records give.";
  return { code: "outcomes_differ", where: `episode ${episodeId}`, message };
}

/** Days as of which the rows were made: one a patient, unless somebody has changed them. */
function daysOf(rows: readonly Row[]): readonly CalendarDate[] {
  return [...new Set(rows.map((row) => String(row[5])))].flatMap((day) => parseCalendarDate(day) ?? []);
}

/** What `work` gives, or null when records cannot be read, which is told elsewhere. A failure of the store itself goes on. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    return null;
  }
}

/** The rows that the records of a patient give as of a day; null when they cannot be read. */
function rowsGiven(connection: ReadConnection, site: Site, patientId: string, day: CalendarDate) {
  return attempt(() => {
    const [chart] = readCharts(connection, [patientId]);
    const facts = chart === undefined ? [] : factsOf(chart, site, day);
    return new Map(facts.map((one) => [one.episodeId, JSON.stringify(outcomeRow(patientId, one))]));
  });
}

function* patientProblems(
  connection: ReadConnection,
  site: Site,
  patientId: string,
): Generator<VerifyProblem> {
  const rows = connection.statement(KEPT).all([patientId]);
  const [day, ...others] = daysOf(rows);
  const whole = day !== undefined && others.length === 0;
  const given = whole ? rowsGiven(connection, site, patientId, day) : new Map<string, string>();
  if (given === null) return;
  for (const row of rows) {
    const episodeId = String(row[0]);
    if (given.get(episodeId) !== JSON.stringify(row)) yield problemOf(episodeId);
    given.delete(episodeId);
  }
  for (const episodeId of given.keys()) yield problemOf(episodeId);
}

/**
 * `null` between two portions. What is kept for program outcomes against what the records give as of the day for which it is kept. What
 * other definitions have made is made anew before it is used, and is left out.
 */
export function* outcomeProblems(connection: ReadConnection): Generator<VerifyProblem | null> {
  if (parseZone(zoneOf(connection).zone) === null || !areInForce(connection)) return;
  const site = attempt(() => readSite(connection));
  if (site === null) return;
  let ids = connection
    .statement(PATIENTS)
    .all([""])
    .map(([id]) => String(id));
  while (ids.length > 0) {
    for (const id of ids) yield* patientProblems(connection, site, id);
    yield null;
    ids = connection
      .statement(PATIENTS)
      .all([ids.at(-1) ?? ""])
      .map(([id]) => String(id));
  }
}
