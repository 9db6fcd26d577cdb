import {
  type CalendarDate,
  type Chart,
  dateOf,
  type EpisodeTrend,
  type Instant,
  parseCalendarDate,
  parseZone,
  phaseOf,
  type Site,
} from "@soundings/clinical";
import { readCharts } from "../charts/charts.reads.ts";
import { activeAmong, patientIdsQuery } from "../charts/patients.reads.ts";
import { type EvaluatedEpisode, evaluateEpisodes } from "../findings/evaluate.ts";
import { findingRow, summaryRow } from "../findings/rows.ts";
import { present } from "../store/clock.ts";
import { StoreError } from "../store/errors.ts";
import { readSite, zoneOf } from "../store/site.ts";
import type { Bound, ReadConnection } from "../store/sqlite.ts";
import { type TrendMaker, trendMaker } from "../trends/stored.ts";
import type { VerifyProblem } from "./problem.ts";

/** Few, because all portions are read in one go: the less each holds, the less memory waits to be freed. */
const PATIENTS_AT_ONCE = 20;

type Row = Readonly<Record<string, unknown>>;

const SUMMARY_COLUMNS = [
  ...["episode_id", "patient_id", "program_id", "as_of", "phase", "level_of_care", "week", "rank"],
  ...["leading_urgency", "finding_count", "phq9", "phq9_change", "gad7", "gad7_change", "attendance"],
  ...["next_due", "overdue", "step_down", "ready", "summary", "review_rank", "trend"],
];
const FINDING_COLUMNS = [
  ...["episode_id", "rule", "version", "patient_id", "as_of", "kind", "urgency", "position", "finding"],
];

function selecting(columns: readonly string[], rest: string): string {
  return `select ${columns.map((column) => `"${column}"`).join(", ")} ${rest}`;
}

const SUMMARY = selecting(SUMMARY_COLUMNS, `from "episode_summaries" where "episode_id" = ?`);
const FINDINGS = selecting(
  FINDING_COLUMNS,
  `from "findings" where "episode_id" = ? order by "position", "rule"`,
);

/** The columns in which a stored row is not the row that would be written. */
function differing(columns: readonly string[], stored: readonly Bound[], written: Row): readonly string[] {
  return columns.filter((column, place) => stored[place] !== written[column]);
}

/** Against which days stored summaries are compared. */
interface Days {
  /** The day of a patient without a stored summary. */
  readonly latest: CalendarDate;
  /** Without any stored summary: an episode that counts on this day too was certainly to have one. */
  readonly today: CalendarDate | null;
}

/** Nothing is stored when nobody counts; else at least what the last import has brought in was evaluated on its day. */
function daysOf(connection: ReadConnection): Days | null {
  const rows = connection
    .statement(`select distinct "as_of" from "episode_summaries" order by 1 desc`)
    .all([]);
  const latest = rows.map(([day]) => parseCalendarDate(String(day))).find((day) => day !== null);
  if (latest !== undefined && latest !== null) return { latest, today: null };
  const imported = connection
    .statement(`select max("finished_at") from "import_batches" where "state" = 'done'`)
    .get([])?.[0];
  const { zone } = zoneOf(connection);
  if (typeof imported !== "string") return null;
  return { latest: dateOf(imported as Instant, zone), today: dateOf(present(), zone) };
}

interface Stored {
  readonly summary: readonly Bound[];
  readonly asOf: CalendarDate | null;
}

function storedOf(connection: ReadConnection, chart: Chart): Map<string, Stored> {
  const statement = connection.statement(SUMMARY);
  const stored = new Map<string, Stored>();
  for (const { episodeId } of chart.episodes) {
    const summary = statement.get([episodeId]);
    if (summary === undefined) continue;
    const asOf = parseCalendarDate(String(summary[SUMMARY_COLUMNS.indexOf("as_of")]));
    stored.set(episodeId, { summary, asOf });
  }
  return stored;
}

function findingsMessage(stored: readonly (readonly Bound[])[], written: readonly Row[]): string | null {
  if (stored.length !== written.length) return "Findings are missing, or too many are stored";
  const columns = new Set(
    written.flatMap((row, place) => differing(FINDING_COLUMNS, stored[place] ?? [], row)),
  );
  return columns.size === 0 ? null : `Stored findings differ in ${[...columns].join(", ")}`;
}

/** What some charts are compared with. */
interface Comparing {
  readonly connection: ReadConnection;
  readonly site: Site;
  readonly days: Days;
  readonly trend: TrendMaker;
}

interface Evaluated extends EvaluatedEpisode {
  readonly trend: EpisodeTrend;
}

function* compare(
  { connection }: Comparing,
  { evaluation, summary, trend }: Evaluated,
  kept: Stored,
): Generator<VerifyProblem> {
  const where = `episode ${summary.episodeId}`;
  const rest = `, as of ${summary.asOf}, from what its records give.`;
  const columns = differing(SUMMARY_COLUMNS, kept.summary, { ...summaryRow(summary, trend) });
  if (columns.length > 0) {
    yield { code: "summary_differs", where, message: `Its summary differs in ${columns.join(", ")}${rest}` };
  }
  const written = evaluation.findings.map((finding, place) => ({ ...findingRow(finding, place) }));
  const message = findingsMessage(connection.statement(FINDINGS).all([summary.episodeId]), written);
  if (message !== null) yield { code: "findings_differ", where, message: `${message}${rest}` };
}

function* chartProblems(comparing: Comparing, chart: Chart): Generator<VerifyProblem> {
  const { connection, site, days } = comparing;
  const stored = storedOf(connection, chart);
  const day = [...stored.values()].find(({ asOf }) => asOf !== null)?.asOf ?? days.latest;
  const certain = new Set(
    chart.episodes
      .filter((episode) => days.today === null || phaseOf(episode, days.today) !== null)
      .map(({ episodeId }) => episodeId),
  );
  for (const episode of evaluateEpisodes(chart, site, day)) {
    const { episodeId } = episode.summary;
    const kept = stored.get(episodeId);
    stored.delete(episodeId);
    if (kept !== undefined) {
      const trend = comparing.trend(chart, site, episode.evaluation, day);
      yield* compare(comparing, { ...episode, trend }, kept);
    } else if (certain.has(episodeId)) {
      const message = `It counts on ${day} and has no stored summary.`;
      yield { code: "summary_missing", where: `episode ${episodeId}`, message };
    }
  }
  for (const episodeId of stored.keys()) {
    const message = `It has a stored summary and does not count on ${day}.`;
    yield { code: "summary_left_over", where: `episode ${episodeId}`, message };
  }
}

/** What `work` gives, or null when records cannot be read or evaluated. A failure of the store itself goes on. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    return null;
  }
}

function problemsOf(
  connection: ReadConnection,
  ids: readonly string[],
  site: Site,
  days: Days,
): readonly VerifyProblem[] {
  const charts = readCharts(connection, ids);
  const comparing: Comparing = { connection, site, days, trend: trendMaker(connection, charts) };
  return charts.flatMap((chart) => [...chartProblems(comparing, chart)]);
}

function patientProblems(
  connection: ReadConnection,
  patientId: string,
  site: Site,
  days: Days,
): readonly VerifyProblem[] {
  const problems = attempt(() => problemsOf(connection, [patientId], site, days));
  if (problems !== null) return problems;
  const message = "Its records cannot be read or evaluated.";
  return [{ code: "record_unreadable", where: `patient ${patientId}`, message }];
}

/** Of some patients, those with a stored summary or an episode that may count; of the others there is nothing to compare. */
function comparable(connection: ReadConnection, ids: readonly string[], days: Days): readonly string[] {
  const summary = connection.statement(
    `select 1 from "episodes" as e join "episode_summaries" as s on s."episode_id" = e."episode_id" where e."patient_id" = ? limit 1`,
  );
  const active = new Set(activeAmong(connection, ids, days.latest));
  return ids.filter((id) => active.has(id) || summary.get([id]) !== undefined);
}

function* portionProblems(
  connection: ReadConnection,
  ids: readonly string[],
  site: Site,
  days: Days,
): Generator<VerifyProblem> {
  const chosen = comparable(connection, ids, days);
  const together = attempt(() => problemsOf(connection, chosen, site, days));
  if (together !== null) yield* together;
  else for (const id of chosen) yield* patientProblems(connection, id, site, days);
}

function* leftOver(connection: ReadConnection): Generator<VerifyProblem> {
  const rows = connection
    .statement(
      `select distinct f."episode_id" from "findings" as f where not exists (select 1 from "episode_summaries" as s where s."episode_id" = f."episode_id") order by 1`,
    )
    .all([]);
  for (const [id] of rows) {
    const message = "It has stored findings and no stored summary.";
    yield { code: "findings_left_over", where: `episode ${String(id)}`, message };
  }
}

/** `null` between two portions. Stored summaries and findings, whole rows, against what the records give as of the day for which they are stored. */
export function* summaryProblems(connection: ReadConnection): Generator<VerifyProblem | null> {
  yield* leftOver(connection);
  if (parseZone(zoneOf(connection).zone) === null) return;
  const days = attempt(() => daysOf(connection));
  const site = attempt(() => readSite(connection));
  if (days === null || site === null) return;
  let after = "";
  for (;;) {
    const page = { after, limit: PATIENTS_AT_ONCE };
    const ids = connection.all(patientIdsQuery(connection, {}, page)).map((row) => row.patient_id);
    yield* portionProblems(connection, ids, site, days);
    yield null;
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
  }
}
