import { addDays } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { evaluateChart } from "../findings/evaluate.ts";
import type { Chart, Episode, Site } from "../records/types.ts";
import type { StepDownCard } from "../step-down/types.ts";
import type { EpisodeCourse } from "./types.ts";

/** No further back than this: a year and a day of days. */
const DAYS_AT_MOST = 366;

type Since = Pick<EpisodeCourse, "metSince" | "readySince">;

function cardOn(chart: Chart, site: Site, episodeId: string, on: CalendarDate): StepDownCard | null {
  const evaluation = evaluateChart(chart, site, on).find(({ episode }) => episode.episodeId === episodeId);
  return evaluation?.stepDown ?? null;
}

/** The state that stands for all of them together in the same bookkeeping. */
const READY = Symbol("ready");

function held(card: StepDownCard | null): ReadonlySet<string | symbol> {
  if (card === null) return new Set();
  const met = card.criteria.filter(({ state }) => state === "met").map(({ id }) => id);
  return new Set<string | symbol>(card.ready ? [...met, READY] : met);
}

/**
 * Since when each criterion met on the date has been met on every day, and since when the card has been ready: the chart
 * is evaluated as it was known on each earlier day, back to admission and no further than 366 days.
 */
export function unbrokenSince(chart: Chart, site: Site, episode: Episode, asOf: CalendarDate): Since {
  const since = new Map<string | symbol, CalendarDate>();
  let open = held(cardOn(chart, site, episode.episodeId, asOf));
  for (let days = 0; open.size > 0; days += 1) {
    const on = addDays(asOf, -days);
    for (const id of open) since.set(id, on);
    const before = addDays(on, -1);
    if (before < episode.admittedOn || days + 1 >= DAYS_AT_MOST) break;
    const earlier = held(cardOn(chart, site, episode.episodeId, before));
    open = open.intersection(earlier);
  }
  const readySince = since.get(READY) ?? null;
  since.delete(READY);
  return { metSince: Object.fromEntries(since), readySince };
}
