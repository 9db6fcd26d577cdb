import {
  type CalendarDate,
  courseOf,
  drawEpisode,
  evaluateChart,
  medicationLens,
  summarizeEpisode,
} from "@soundings/clinical";
import { openStore, readChart, siteOf } from "@soundings/records";
import { times } from "./served.ts";

/** What the server does for a page, part by part in this process, of each patient after the other. */
export async function partsOf(
  data: string,
  patients: readonly string[],
  asOf: CalendarDate,
): Promise<string[]> {
  const taken = new Map<string, number[]>();
  const part = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    const started = performance.now();
    const made = await work();
    taken.set(name, [...(taken.get(name) ?? []), performance.now() - started]);
    return made;
  };
  const store = openStore({ dataDir: data, key: null, access: "write" });
  try {
    const site = siteOf(store);
    for (const patientId of patients) {
      const chart = await part("read the chart", () => readChart(store, patientId));
      const episodeId = chart?.episodes[0]?.episodeId;
      if (chart === null || episodeId === undefined) throw new Error(`${patientId} is not on record.`);
      const [evaluation] = await part("rules", () => evaluateChart(chart, site, asOf));
      if (evaluation !== undefined)
        await part("summary", () => summarizeEpisode(chart, site, evaluation, asOf));
      await part("picture", () => drawEpisode(chart, site, episodeId, asOf));
      await part("course", () => courseOf(chart, site, episodeId, asOf));
      await part("medication lens", () => medicationLens(chart, site, episodeId, asOf));
    }
  } finally {
    store.close();
  }
  return [...taken].map(([name, milliseconds]) => times(name, milliseconds));
}
