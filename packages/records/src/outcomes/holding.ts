import { setImmediate } from "node:timers/promises";
import { type CalendarDate, type EpisodeFacts, factsOf } from "@soundings/clinical";
import type { PatientScope } from "../access/scope.ts";
import { CHARTS_AT_ONCE, readCharts } from "../charts/charts.reads.ts";
import { patientIdsQuery } from "../charts/patients.reads.ts";
import { latestChange } from "../history/changes.ts";
import { readSite, type StoredSite } from "../store/site.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import { type Progress, touchedSince } from "./fill.ts";
import { areInForce } from "./kept.ts";
import { episodesInScopeQuery, everyEpisodeQuery, KEPT_FACTS, waitingPatients } from "./waiting.reads.ts";

const ROWS_AT_ONCE = 500;

/** Which facts: of the episodes in scope, as of a day. */
export interface Wanted {
  readonly scope: PatientScope;
  readonly asOf: CalendarDate;
  readonly today: CalendarDate;
}

/** The facts of the episodes in scope as of a day, all of one moment: as the records stood after a change. */
export interface Holding {
  readonly wanted: Wanted;
  /** The number of the change. */
  readonly seq: number;
  readonly site: StoredSite;
  readonly byPatient: ReadonlyMap<string, readonly EpisodeFacts[]>;
  /** The same in the order of patients. */
  readonly facts: readonly EpisodeFacts[];
}

type ByPatient = Map<string, readonly EpisodeFacts[]>;

/** What is put together before it is all of one moment. */
interface Gathering {
  readonly wanted: Wanted;
  readonly facts: ByPatient;
}

function place(facts: ByPatient, one: EpisodeFacts): void {
  const known = facts.get(one.patientId);
  facts.set(one.patientId, known === undefined ? [one] : [...known, one]);
}

/** Reads the charts of some patients, 100 at most, and puts the facts of their episodes in scope in place of what stood. */
function readAnew(reader: ReadConnection, { wanted, facts }: Gathering, patientIds: readonly string[]): void {
  const { scope, asOf } = wanted;
  const site = readSite(reader);
  const inScope = new Set(
    reader.all(episodesInScopeQuery(reader, scope, patientIds)).map((row) => row.episode_id),
  );
  for (const id of patientIds) facts.delete(id);
  for (const chart of readCharts(reader, patientIds)) {
    for (const one of factsOf(chart, site, asOf)) if (inScope.has(one.episodeId)) place(facts, one);
  }
}

function* portions(ids: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < ids.length; from += CHARTS_AT_ONCE) yield ids.slice(from, from + CHARTS_AT_ONCE);
}

/** The facts that a row keeps; null when it is not a row that this program wrote. */
function factsIn([patientId, episodeId, text]: readonly unknown[]): EpisodeFacts | null {
  try {
    const kept = JSON.parse(String(text)) as Partial<EpisodeFacts> | null;
    return kept?.patientId === patientId && kept?.episodeId === episodeId ? (kept as EpisodeFacts) : null;
  } catch {
    return null;
  }
}

/**
 * From what is kept. A settled row was read as of an earlier day and reads the same today. Answers the patients of whom
 * something that is kept cannot be read.
 */
async function* gatherKept(
  reader: ReadConnection,
  { wanted, facts }: Gathering,
): AsyncGenerator<Progress, readonly string[]> {
  const damaged = new Set<string>();
  const ids = reader.all(everyEpisodeQuery(reader, wanted.scope)).map((row) => row.episode_id);
  const statement = reader.statement(KEPT_FACTS);
  for (let done = 0; done < ids.length; done += ROWS_AT_ONCE) {
    yield { done, total: ids.length };
    for (const row of statement.all([JSON.stringify(ids.slice(done, done + ROWS_AT_ONCE))])) {
      const kept = factsIn(row);
      if (kept === null) damaged.add(String(row[0]));
      else place(facts, Object.assign(kept, { asOf: wanted.asOf }));
    }
    await setImmediate();
  }
  return [...damaged];
}

/** From the charts of some patients. */
async function* gatherCharts(
  reader: ReadConnection,
  gathering: Gathering,
  ids: readonly string[],
): AsyncGenerator<Progress> {
  let done = 0;
  for (const portion of portions(ids)) {
    yield { done, total: ids.length };
    reader.snapshot(() => readAnew(reader, gathering, portion));
    done += portion.length;
    await setImmediate();
  }
}

function everybody(reader: ReadConnection, { scope }: Wanted): readonly string[] {
  const page = { after: "", limit: Number.MAX_SAFE_INTEGER };
  return reader.all(patientIdsQuery(reader, { scope }, page)).map((row) => row.patient_id);
}

async function* gather(reader: ReadConnection, gathering: Gathering): AsyncGenerator<Progress> {
  const { asOf, today } = gathering.wanted;
  if (asOf !== today || !areInForce(reader)) {
    yield* gatherCharts(reader, gathering, everybody(reader, gathering.wanted));
    return;
  }
  const missing = waitingPatients(reader, today);
  const damaged = yield* gatherKept(reader, gathering);
  yield* gatherCharts(reader, gathering, [...new Set([...missing, ...damaged])]);
}

function byAdmission(a: EpisodeFacts, b: EpisodeFacts): number {
  if (a.admittedOn !== b.admittedOn) return a.admittedOn < b.admittedOn ? -1 : 1;
  return a.episodeId < b.episodeId ? -1 : 1;
}

/** By patient, then by admission, then by identifier. */
function inOrder(facts: ByPatient): readonly EpisodeFacts[] {
  return [...facts.keys()].sort().flatMap((patientId) => facts.get(patientId)?.toSorted(byAdmission) ?? []);
}

/** Reads anew whom a change since has touched, in one moment; null when that cannot be said of single patients. */
function settle(store: ReadStore, { wanted, facts }: Gathering, since: number): Holding | null {
  const { reader } = store;
  return reader.snapshot(() => {
    const touched = touchedSince(store, since);
    if (touched === null) return null;
    for (const portion of portions([...touched].sort())) readAnew(reader, { wanted, facts }, portion);
    const site = readSite(reader);
    return { wanted, seq: latestChange(store), site, byPatient: facts, facts: inOrder(facts) };
  });
}

/**
 * Puts together the facts of the episodes in scope: of today from what is kept, of an earlier day from the charts. Says after
 * each portion how far it is, and may be left at any of them. Memory holds all of them, two to four kilobytes an episode.
 */
export async function* gatherHolding(store: ReadStore, wanted: Wanted): AsyncGenerator<Progress, Holding> {
  for (;;) {
    const since = latestChange(store);
    const gathering: Gathering = { wanted, facts: new Map() };
    yield* gather(store.reader, gathering);
    const holding = settle(store, gathering, since);
    if (holding !== null) return holding;
  }
}

/** The same facts as the records stand now; null when all of them have to be put together anew. */
export function broughtUp(store: ReadStore, holding: Holding): Holding | null {
  const latest = latestChange(store);
  if (latest === holding.seq) return holding;
  if (latest < holding.seq) return null;
  return settle(store, { wanted: holding.wanted, facts: new Map(holding.byPatient) }, holding.seq);
}
