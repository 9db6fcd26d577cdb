import { addDays } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { evaluateChart } from "../findings/evaluate.ts";
import type { Chart, Site } from "../records/types.ts";
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
 * is evaluated as it was known on each earlier day, no further back than 366 days. There is no card before admission.
 */
export function unbrokenSince(chart: Chart, site: Site, episodeId: string, asOf: CalendarDate): Since {
  const since = new Map<string | symbol, CalendarDate>();
  let open = held(cardOn(chart, site, episodeId, asOf));
  for (let days = 0; open.size > 0; days += 1) {
    const on = addDays(asOf, -days);
    for (const id of open) since.set(id, on);
    if (days + 1 >= DAYS_AT_MOST) break;
    const dayBefore = held(cardOn(chart, site, episodeId, addDays(on, -1)));
    open = new Set([...open].filter((id) => dayBefore.has(id)));
  }
  const readySince = since.get(READY) ?? null;
  since.delete(READY);
  return { metSince: Object.fromEntries(since), readySince };
}
