import { setTimeout } from "node:timers/promises";
import type { CalendarDate } from "@soundings/clinical";
import { readCharts } from "../charts/charts.reads.ts";
import { changesSince, latestChange } from "../history/changes.ts";
import { readSite } from "../store/site.ts";
import type { Store } from "../store/store.ts";
import { areInForce, dropForeign, factsOfCharts, keepOutcomes } from "./kept.ts";
import { waitingPatients } from "./waiting.reads.ts";

/** Few, so that a portion is made in some tens of milliseconds and what else the thread has to do comes in between. */
const PATIENTS_AT_ONCE = 25;
/** Lets other writers in between two transactions. */
const PAUSE_MS = 2;

/** How far a long reading has come, in patients; `total` is what is known to be ahead. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** The patients whose records were written after a change; null when that cannot be said of single ones. */
export function touchedSince(store: Pick<Store, "reader">, seq: number): ReadonlySet<string> | null {
  const touched = new Set<string>();
  for (const { kind, patientId } of changesSince(store as Store, seq)) {
    if (kind === "unknown" || kind === "program") return null;
    if (kind === "records" && patientId !== null) touched.add(patientId);
  }
  return touched;
}

/**
 * Makes and keeps the facts of some patients. They are read before the transaction that writes them, so that it is short;
 * those whose records were changed in between are left for the next time.
 */
function fillSome(store: Store, patientIds: readonly string[], today: CalendarDate): void {
  const { reader, writer } = store;
  const made = reader.snapshot(() => {
    const charts = readCharts(reader, patientIds);
    return { seq: latestChange(store), facts: factsOfCharts(charts, readSite(reader), today) };
  });
  writer.act(() => {
    const touched = touchedSince({ reader: writer }, made.seq);
    if (touched === null || !areInForce(writer)) return;
    for (const [patientId, facts] of made.facts) {
      if (!touched.has(patientId)) keepOutcomes(writer, patientId, facts);
    }
  });
}

/**
 * Brings what is kept for program outcomes to the day: patients of whom nothing is kept, or what was read as of another
 * day. Says after each portion how far it is; it may be left at any of them.
 */
export async function* fillOutcomes(store: Store, today: CalendarDate): AsyncGenerator<Progress> {
  dropForeign(store.writer);
  const ids = waitingPatients(store.reader, today);
  const total = ids.length;
  for (let done = 0; done < total; done += PATIENTS_AT_ONCE) {
    yield { done, total };
    fillSome(store, ids.slice(done, done + PATIENTS_AT_ONCE), today);
    await setTimeout(PAUSE_MS);
  }
}
