import { setImmediate } from "node:timers/promises";
import { type CalendarDate, compareFindings, type Finding, type StepDownCard } from "@soundings/clinical";
import type { PatientScope } from "../access/scope.ts";
import { chartPortions } from "../charts/iterate.ts";
import { readSite } from "../store/site.ts";
import type { ReadStore } from "../store/store.ts";
import { type EvaluatedEpisode, evaluateEpisodes } from "./evaluate.ts";

/** Absent means all. */
export interface AsOfFilter {
  readonly patientId?: string | undefined;
  readonly programId?: string | undefined;
  /** Patients in scope. */
  readonly scope?: PatientScope | undefined;
}

/** Every episode that counts as of the day, from the records and not from what is stored of today. */
export async function* episodesAsOf(
  store: ReadStore,
  asOf: CalendarDate,
  filter: AsOfFilter,
): AsyncGenerator<EvaluatedEpisode> {
  const site = readSite(store.reader);
  for (const charts of chartPortions(store.reader, { ...filter, activeAround: asOf })) {
    for (const chart of charts) {
      for (const episode of evaluateEpisodes(chart, site, asOf)) {
        if (filter.programId === undefined || episode.summary.programId === filter.programId) yield episode;
      }
    }
    await setImmediate();
  }
}

/** All findings as of the day, in the order of `soundings findings`. */
export async function findingsAsOf(
  store: ReadStore,
  asOf: CalendarDate,
  filter: AsOfFilter = {},
): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for await (const { evaluation } of episodesAsOf(store, asOf, filter)) found.push(...evaluation.findings);
  return found.sort(compareFindings);
}

/** Identifiers are ASCII, so comparing text compares code points. */
function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** All step-down cards as of the day, by patient id, then episode id (code points). */
export async function stepDownAsOf(
  store: ReadStore,
  asOf: CalendarDate,
  filter: AsOfFilter = {},
): Promise<readonly StepDownCard[]> {
  const cards: StepDownCard[] = [];
  for await (const { evaluation } of episodesAsOf(store, asOf, filter)) {
    if (evaluation.stepDown !== null) cards.push(evaluation.stepDown);
  }
  return cards.sort(
    (a, b) => byCodePoint(a.patient_id, b.patient_id) || byCodePoint(a.episode_id, b.episode_id),
  );
}
