import { setImmediate } from "node:timers/promises";
import type { Chart } from "@soundings/clinical";
import { readOwn } from "../entries/own.reads.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import { CHARTS_AT_ONCE, readCharts } from "./charts.reads.ts";
import { type ChartFilter, patientIdsQuery } from "./patients.reads.ts";

/** The charts of the chosen patients by portions, in the order of patient ids; each portion is one moment's state. */
export function* chartPortions(connection: ReadConnection, filter: ChartFilter): Generator<readonly Chart[]> {
  let after = "";
  for (;;) {
    const from = after;
    const portion = connection.snapshot(() => {
      const page = { after: from, limit: CHARTS_AT_ONCE };
      const ids = connection.all(patientIdsQuery(connection, filter, page)).map((row) => row.patient_id);
      return { last: ids.at(-1), charts: readCharts(connection, ids) };
    });
    if (portion.last === undefined) return;
    yield portion.charts;
    after = portion.last;
  }
}

/** Everything known of one patient as it stands now, with what was entered here; null when there is no such patient. */
export async function readChart({ reader }: ReadStore, patientId: string): Promise<Chart | null> {
  return reader.snapshot(() => {
    const [chart] = readCharts(reader, [patientId]);
    return chart === undefined ? null : { ...chart, own: readOwn(reader, patientId) };
  });
}

/**
 * The charts of the chosen patients, in the order of patient ids (code points). Memory holds a portion at a time, and
 * between portions other work of the process goes on.
 */
export async function* iterateCharts(store: ReadStore, filter: ChartFilter = {}): AsyncGenerator<Chart> {
  for (const portion of chartPortions(store.reader, filter)) {
    yield* portion;
    await setImmediate();
  }
}
