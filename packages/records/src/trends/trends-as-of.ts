import { setImmediate } from "node:timers/promises";
import { chartPortions } from "../charts/iterate.ts";
import { evaluateEpisodes } from "../findings/evaluate.ts";
import { readSite } from "../store/site.ts";
import type { ReadStore } from "../store/store.ts";
import { nextVisits } from "./next-visits.ts";
import { type ListedTrend, pickTrends } from "./pick.ts";
import { trendMaker } from "./stored.ts";
import { trendNamesQuery } from "./trends.reads.ts";
import type { AskedTrends, Moment, Trends } from "./trends.types.ts";

async function computed(store: ReadStore, asked: AskedTrends, { today }: Moment): Promise<ListedTrend[]> {
  const { reader } = store;
  const { scope, filter } = asked;
  const site = readSite(reader);
  const names = new Map(
    reader
      .all(trendNamesQuery(reader, asked))
      .map(({ foldedName, ...row }) => [row.episodeId, { row, foldedName }]),
  );
  const listed: ListedTrend[] = [];
  const portions = chartPortions(reader, { programId: filter.program, scope, activeAround: today });
  for (const charts of portions) {
    const make = trendMaker(reader, charts);
    for (const chart of charts) {
      for (const { evaluation, summary } of evaluateEpisodes(chart, site, today)) {
        const named = names.get(summary.episodeId);
        if (named === undefined || summary.phase !== "active") continue;
        const { levelOfCare, week } = summary;
        const trend = make(chart, site, evaluation, today);
        listed.push({ row: { ...trend, ...named.row, levelOfCare, week }, foldedName: named.foldedName });
      }
    }
    await setImmediate();
  }
  return listed;
}

/** The same list as `trendsPage`, computed from the records. Runs for seconds on a large clinic. */
export async function trendsAsOf(
  store: ReadStore,
  asked: AskedTrends,
  moment: Moment,
  limit?: number,
): Promise<Trends> {
  const listed = await computed(store, asked, moment);
  const visitsOf = (ids: readonly string[]) => nextVisits(store.reader, ids, moment.now);
  return pickTrends(listed, { filter: asked.filter, moment, visitsOf, limit });
}
