import type { CalendarDate } from "../../calendar/types.ts";
import { earlier } from "../../picture/axis.ts";
import type { Site } from "../../records/types.ts";
import { CONTROL, type Limits, pChart, xmrChart } from "../../statistics/control-chart.ts";
import { quantileOf } from "../../statistics/quantile.ts";
import { ruleMarks } from "../../statistics/rule-marks.ts";
import type { ComparedId, Estimate, OverTime, TimePoint } from "../answers.ts";
import { dischargedCohort } from "../cohort.ts";
import { type Outcome, observedOf, outcomeNamed } from "../comparison/observed.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import { inOrder } from "../outcomes.ts";
import type { Period } from "../period.ts";
import type { CohortQuestion } from "../question.ts";
import { OUTCOMES_VERSION, RULE_SET } from "../version.ts";
import { calendarPeriods, type Every, periodHolding } from "./calendar-periods.ts";

/** A period with what was observed of those discharged in it. */
interface Observed extends Period {
  readonly open: boolean;
  readonly estimate: Estimate;
}

/** Nothing in it: a gap, never a zero. */
const NOTHING: Estimate = { n: 0, numerator: null, value: null, low: null, high: null };

/**
 * The whole months or quarters inside the period asked for, from the one of the first discharge on, and the one that holds the
 * as-of date when the question reaches that day. A month that the question cuts is not shown: it would be compared with whole ones.
 */
function periodsOf(first: CalendarDate, question: CohortQuestion, every: Every): readonly Period[] {
  const { from, to, asOf } = question;
  const last = earlier(to, asOf);
  const today = periodHolding(asOf, every);
  return calendarPeriods({ from: first, to: last }, every).filter(
    (period) => period.from >= from && (period.to <= last || (period.from === today.from && to >= asOf)),
  );
}

function byPeriod(cohort: readonly EpisodeFacts[], every: Every): ReadonlyMap<CalendarDate, EpisodeFacts[]> {
  const held = new Map<CalendarDate, EpisodeFacts[]>();
  for (const one of cohort) {
    if (one.dischargedOn === null) continue;
    const { from } = periodHolding(one.dischargedOn, every);
    const group = held.get(from);
    if (group === undefined) held.set(from, [one]);
    else group.push(one);
  }
  return held;
}

function observedBy(
  cohort: readonly EpisodeFacts[],
  question: CohortQuestion,
  outcome: Outcome,
  every: Every,
): readonly Observed[] {
  const held = byPeriod(cohort, every);
  const first = [...held.keys()].toSorted()[0];
  if (first === undefined) return [];
  return periodsOf(first, question, every).map((period) => {
    const estimate = observedOf(outcome, held.get(period.from) ?? []);
    return { ...period, open: period.to > question.asOf, estimate: estimate.n === 0 ? NOTHING : estimate };
  });
}

interface Chart {
  readonly chart: OverTime["chart"];
  readonly center: number | null;
  /** By closed period. */
  readonly limits: readonly (Limits | null)[];
}

/** Weeks of one stay are alike, so their share is a single value with limits by how it moves, not a share of so many weeks. */
function isShareOfEpisodes(outcome: Outcome): boolean {
  return outcome.kind === "rate" && outcome.measure.of === "episodes";
}

function chartOf(outcome: Outcome, closed: readonly Estimate[]): Chart {
  const values = closed.map(({ value }) => value);
  const known = values.filter((value) => value !== null);
  if (known.length < CONTROL.leastForLimits) {
    return { chart: "run", center: quantileOf(known, 0.5), limits: closed.map(() => null) };
  }
  if (isShareOfEpisodes(outcome)) {
    const found = pChart(closed.map(({ n, numerator }) => ({ n, events: numerator ?? 0 })));
    return { chart: "p", center: found?.center ?? null, limits: found?.limits ?? [] };
  }
  const found = xmrChart(values);
  const limits = closed.map(({ value }) => (value === null ? null : (found?.limits ?? null)));
  return { chart: "xmr", center: found?.center ?? null, limits };
}

/** A share cannot be below 0 or above 1; points can. */
function shownLimits(limits: Limits | null, outcome: Outcome): { low: number | null; high: number | null } {
  if (limits === null) return { low: null, high: null };
  if (outcome.kind === "mean") return { low: limits.low, high: limits.high };
  return { low: Math.max(limits.low, 0), high: Math.min(limits.high, 1) };
}

function pointsOf(
  observed: readonly Observed[],
  { center, limits }: Chart,
  outcome: Outcome,
): readonly TimePoint[] {
  const closed = observed.filter(({ open }) => !open);
  const judged = closed.map(({ estimate: { value } }, i) => ({ value, limits: limits[i] ?? null }));
  const marks = center === null ? [] : ruleMarks(judged, center);
  return observed.map(({ from, to, open, estimate: { n, numerator, value } }, i) => ({
    from,
    to,
    open,
    n,
    numerator,
    value,
    ...shownLimits(open ? null : (limits[i] ?? null), outcome),
    marks: open ? [] : (marks[i] ?? []),
  }));
}

/**
 * An outcome by month or quarter of discharge: a p chart of a share of episodes, an XmR chart of a mean and of weekly
 * measurement, a run chart with too few closed periods. The period that is not over as of the day is marked open and takes no
 * part in limits and rules; only the last can be. A period without anyone is a gap: n 0, no value. The order of `facts` does not matter.
 *
 * @throws RangeError for a period reversed
 */
export function overTimeOf(
  facts: readonly EpisodeFacts[],
  site: Site,
  question: CohortQuestion,
  { measure, every }: { readonly measure: ComparedId; readonly every: Every },
): OverTime {
  const cohort = inOrder(dischargedCohort(facts, site, question));
  const outcome = outcomeNamed(measure);
  const observed = observedBy(cohort, question, outcome, every);
  const closed = observed.filter(({ open }) => !open).map(({ estimate }) => estimate);
  const chart = chartOf(outcome, closed);
  return {
    question,
    definitions: OUTCOMES_VERSION,
    rules: RULE_SET,
    measure,
    every,
    chart: chart.chart,
    center: chart.center,
    trial: closed.filter(({ value }) => value !== null).length < CONTROL.leastForGood,
    points: pointsOf(observed, chart, outcome),
  };
}
