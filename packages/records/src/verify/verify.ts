import { type CalendarDate, phaseOf, type Site } from "@soundings/clinical";
import { CHARTS_AT_ONCE, readCharts, readEpisodes } from "../charts/charts.reads.ts";
import { patientIdsQuery } from "../charts/patients.reads.ts";
import { evaluateEpisodes } from "../findings/evaluate.ts";
import { StoreError } from "../store/errors.ts";
import { readSite } from "../store/site.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";

/** Something that is not as it must be. `where` is a table, or an opaque id; never a name or a value. */
export interface VerifyProblem {
  readonly code:
    | "damaged"
    | "broken_reference"
    | "summary_differs"
    | "findings_differ"
    | "summary_missing"
    | "summary_left_over"
    | "revision_gap"
    | "revision_unreadable"
    | "unfinished_import";
  readonly where: string;
  readonly message: string;
}

function* integrity(connection: ReadConnection): Generator<VerifyProblem> {
  for (const row of connection.pragmaRows("integrity_check")) {
    const text = String(row.integrity_check);
    if (text !== "ok") yield { code: "damaged", where: "soundings.db", message: text };
  }
  for (const row of connection.pragmaRows("foreign_key_check")) {
    const where = `${String(row.table)} row ${String(row.rowid)}`;
    yield {
      code: "broken_reference",
      where,
      message: `It refers to a row of ${String(row.parent)} that is not there.`,
    };
  }
}

/** What is stored of one episode. */
interface StoredEpisode {
  readonly asOf: CalendarDate;
  readonly summary: string;
  readonly findings: string;
}

function storedOf(connection: ReadConnection, patientId: string): Map<string, StoredEpisode> {
  const summaries = connection
    .statement(`select "episode_id", "as_of", "summary" from "episode_summaries" where "patient_id" = ?`)
    .all([patientId]);
  const findings = connection.statement(
    `select "finding" from "findings" where "episode_id" = ? order by "position"`,
  );
  return new Map(
    summaries.map(([episodeId, asOf, summary]) => [
      String(episodeId),
      {
        asOf: asOf as CalendarDate,
        summary: String(summary),
        findings: `[${findings
          .all([episodeId ?? ""])
          .map((row) => row[0])
          .join(",")}]`,
      },
    ]),
  );
}

type ChartOf = Parameters<typeof evaluateEpisodes>[0];

function* summariesOf(
  connection: ReadConnection,
  chart: ChartOf,
  site: Site,
  latest: CalendarDate,
): Generator<VerifyProblem> {
  const stored = storedOf(connection, chart.patient.patientId);
  const day = stored.values().next().value?.asOf ?? latest;
  for (const { evaluation, summary } of evaluateEpisodes(chart, site, day)) {
    const where = `episode ${summary.episodeId}`;
    const kept = stored.get(summary.episodeId);
    stored.delete(summary.episodeId);
    if (kept === undefined) {
      yield { code: "summary_missing", where, message: `It counts on ${day} and has no stored summary.` };
      continue;
    }
    if (kept.summary !== JSON.stringify(summary)) {
      yield {
        code: "summary_differs",
        where,
        message: `Its summary of ${day} is not what its records give.`,
      };
    }
    if (kept.findings !== JSON.stringify(evaluation.findings)) {
      yield {
        code: "findings_differ",
        where,
        message: `Its findings of ${day} are not what its records give.`,
      };
    }
  }
  for (const episodeId of stored.keys()) {
    yield {
      code: "summary_left_over",
      where: `episode ${episodeId}`,
      message: `It has a stored summary and does not count on ${day}.`,
    };
  }
}

/** The latest day of a stored summary. All are of one day, but for a refresh under way. */
function latestDay(connection: ReadConnection): CalendarDate | null {
  const row = connection.statement(`select max("as_of") from "episode_summaries"`).get([]);
  return (row?.[0] ?? null) as CalendarDate | null;
}

/** Of some patients, those with a stored summary or an episode that counts; of the others there is nothing to compare. */
function comparable(
  connection: ReadConnection,
  patientIds: readonly string[],
  latest: CalendarDate,
): readonly string[] {
  const summary = connection.statement(`select 1 from "episode_summaries" where "patient_id" = ? limit 1`);
  const episodes = readEpisodes(connection, patientIds);
  return patientIds.filter(
    (id) =>
      summary.get([id]) !== undefined ||
      episodes.get(id)?.some((episode) => phaseOf(episode, latest) !== null) === true,
  );
}

function* summaries(connection: ReadConnection): Generator<VerifyProblem> {
  const latest = latestDay(connection);
  if (latest === null) return;
  const site = readSite(connection);
  let after = "";
  for (;;) {
    const page = { after, limit: CHARTS_AT_ONCE };
    const ids = connection.all(patientIdsQuery(connection, {}, page)).map((row) => row.patient_id);
    for (const chart of readCharts(connection, comparable(connection, ids, latest))) {
      yield* summariesOf(connection, chart, site, latest);
    }
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

function* revisions(connection: ReadConnection): Generator<VerifyProblem> {
  const gaps = connection
    .statement(
      `select "record_kind", "record_key" from "revisions" group by "record_kind", "record_key" having max("revision") <> count(*) or min("revision") <> 1`,
    )
    .all([]);
  for (const [kind, key] of gaps) {
    yield {
      code: "revision_gap",
      where: `${String(kind)} ${String(key)}`,
      message: "Its revisions are not numbered without a gap.",
    };
  }
  yield* unreadable(connection);
}

function isJson(text: unknown): boolean {
  try {
    JSON.parse(String(text));
    return true;
  } catch {
    return false;
  }
}

function* unreadable(connection: ReadConnection): Generator<VerifyProblem> {
  const page = connection.statement(
    `select "id", "before" from "revisions" where "id" > ? order by "id" limit 1000`,
  );
  let rows = page.all([0]);
  while (rows.length > 0) {
    for (const [id, before] of rows) {
      const where = `revision ${String(id)}`;
      if (!isJson(before))
        yield { code: "revision_unreadable", where, message: "What stood before cannot be read." };
    }
    rows = page.all([rows.at(-1)?.[0] ?? null]);
  }
}

function* imports(connection: ReadConnection): Generator<VerifyProblem> {
  const left = connection
    .statement(`select "batch_id" from "import_batches" where "state" = 'applying' order by "batch_id"`)
    .all([]);
  for (const [id] of left) {
    yield {
      code: "unfinished_import",
      where: `import ${String(id)}`,
      message: "It is still running, or was cut off: the next start or import finishes it.",
    };
  }
}

function everything(connection: ReadConnection): readonly VerifyProblem[] {
  const damage = [...integrity(connection)];
  if (damage.some(({ code }) => code === "damaged")) return damage;
  return [...damage, ...summaries(connection), ...revisions(connection), ...imports(connection)];
}

/**
 * Checks the whole database: SQLite's integrity check, references, that stored summaries and findings are what the records
 * give (as of the day for which they are stored), that revisions are whole, that no import was left unfinished. Empty when
 * everything is as it must be.
 */
export async function verifyStore(store: ReadStore): Promise<readonly VerifyProblem[]> {
  const { reader } = store;
  try {
    return reader.snapshot(() => everything(reader));
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== "corrupt") throw error;
    return [{ code: "damaged", where: "soundings.db", message: error.message }];
  }
}
