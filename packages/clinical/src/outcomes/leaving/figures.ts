import { instrumentOf } from "../../instruments/instruments.ts";
import type { InstrumentId } from "../../records/codes.ts";
import type { ComparedId, Estimate, OverTime } from "../answers.ts";
import { observedOf, outcomeNamed } from "../comparison/observed.ts";
import type {
  BandsFigure,
  ControlFigure,
  FlowFigure,
  IntervalsFigure,
  RetentionFigure,
  WeeksFigure,
} from "../figure.types.ts";
import type { MeasureId, MeasureJson } from "../json.ts";
import { overTimeOf } from "../over-time/over-time.ts";
import { bandsOf, weeksOf } from "../overview-parts.ts";
import type { Dimension } from "../question.ts";
import { claimOf, groupsOf, quartersTogether } from "./document.ts";
import { roundedAt } from "./leaving-json.ts";
import type { Plan } from "./plan.ts";
import { outcomeWords, quarterWords, valueWords } from "./words.ts";

type IntervalsRow = IntervalsFigure["rows"][number];

const SHARE_AXIS = { from: 0, to: 1 } as const;

function told<T>(may: boolean, value: T): T | null {
  return may ? value : null;
}

export function flowFigure({ json: { all }, may }: Plan): FlowFigure {
  const count = (name: string, value: number) => told(may(`now/${name}`), value);
  const steps = [
    {
      key: "discharged",
      label: "Discharged",
      out: "",
      count: count("discharged", all.flow.discharged),
    },
    {
      key: "with-pre",
      label: "With a first score",
      out: "No first score",
      count: count("with-pre", all.flow.with_pre),
    },
    {
      key: "paired-both",
      label: "Analyzed: first and later scores on both",
      out: "A first or later score is missing",
      count: count("paired-both", all.flow.paired_both),
    },
  ];
  return {
    kind: "flow",
    boxes: steps.map(({ key, label, out, count: held }, place) => {
      const whole = steps[place - 1];
      if (whole === undefined) return { key, label, count: held, out: null };
      const rest = whole.count === null || held === null ? null : whole.count - held;
      return { key, label, count: held, out: { key: `not-${key}`, label: out, count: rest } };
    }),
  };
}

function rateRow(key: string, label: string, rate: MeasureJson, may: boolean): IntervalsRow {
  return {
    key,
    label,
    n: told(may, rate.denominator),
    value: told(may, rate.rate),
    low: told(may, rate.low),
    high: told(may, rate.high),
  };
}

/** Shares of all discharged in the period, each beside that of the year before. */
export function measuresFigure({ json, may }: Plan, ids: readonly MeasureId[]): IntervalsFigure {
  return {
    kind: "intervals",
    title: "Shares with their 95\u00a0% intervals, and those of the year before",
    unit: "percent",
    axis: SHARE_AXIS,
    reference: null,
    rows: ids.map((id) => {
      const { value, low, high } = rateRow(id, "", json.yearBefore.measures[id], may(`before/${id}`));
      return {
        ...rateRow(id, outcomeWords(id), json.all.measures[id], may(`now/${id}`)),
        beside: { value, low, high, label: "year before" },
      };
    }),
  };
}

export function bandsFigure({ now, json: { all }, may }: Plan, instrument: InstrumentId): BandsFigure {
  const counts = bandsOf(now.discharged)[instrument];
  const held = (side: "pre" | "post", band: string, count: number | undefined) =>
    told(may(`now/band/${instrument}/${side}/${band}`), count ?? 0);
  return {
    kind: "bands",
    instrument,
    n: told(may(`now/change/${instrument}`), all.change[instrument].n),
    bands: instrumentOf(instrument).bands.map(({ name }, place) => ({
      name,
      pre: held("pre", name, counts.pre[place]),
      post: held("post", name, counts.post[place]),
    })),
  };
}

/** At 30, 60 and 90 days, without the curve between them. */
export function retentionFigure({ json: { all }, may }: Plan): RetentionFigure {
  return {
    kind: "retention",
    n: told(may("now/retention"), all.retention.n),
    curve: [],
    at: all.retention.at.map((at) =>
      may(`now/retention/${at.day}`)
        ? roundedAt(at)
        : { day: at.day, survival: null, at_risk: null, low: null, high: null },
    ),
  };
}

/** Weeks of stay, up to the last that may be told: how many come after it would tell of the longest stay. */
export function weeksFigure({ now, may }: Plan): WeeksFigure {
  const weeks = weeksOf(now.discharged).map(({ week, expected, measured }) => ({
    week,
    expected: told(may(`now/week/${week}`), expected),
    measured: told(may(`now/week/${week}`), measured),
  }));
  const last = weeks.findLastIndex(({ expected }) => expected !== null);
  return { kind: "weeks", weeks: weeks.slice(0, last + 1) };
}

const UNTOLD = { n: null, value: null, low: null, high: null } as const;

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100;
}

/** Means to two places, as in the report: more would be traces of single scores. A share says no more than its two counts. */
function estimateRow(key: string, label: string, estimate: Estimate): IntervalsRow {
  const { n, numerator, value, low, high } = estimate;
  if (numerator !== null) return { key, label, n, value, low, high };
  return { key, label, n, value: rounded(value), low: rounded(low), high: rounded(high) };
}

function meanAxis(rows: readonly IntervalsRow[]): { from: number; to: number } {
  const ends = rows.flatMap(({ low, high }) => (low === null || high === null ? [] : [low, high]));
  return { from: Math.floor(Math.min(0, ...ends)), to: Math.ceil(Math.max(1, ...ends)) };
}

/**
 * The groups of a dimension as intervals, in the order of their names. Groups that are withheld share one row: the text of a value
 * could name one of few people.
 */
export function groupsFigure({ now, site, may }: Plan, by: Dimension, measure: ComparedId): IntervalsFigure {
  const outcome = outcomeNamed(measure);
  const { scopes } = groupsOf(now, site, by);
  const leaving = scopes.filter(({ scope }) => may(claimOf(scope, measure)));
  const rows = leaving.map(({ value, scope }) =>
    estimateRow(value, valueWords(by, value, site), observedOf(outcome, scope.discharged)),
  );
  const others =
    leaving.length === scopes.length ? [] : [{ key: "others", label: "Others: withheld", ...UNTOLD }];
  const all = observedOf(outcome, now.discharged).value;
  const wholeTold = may(claimOf(now, measure)) && all !== null;
  return {
    kind: "intervals",
    title: outcomeWords(measure),
    unit: outcome.kind === "rate" ? "percent" : "points",
    axis: outcome.kind === "rate" ? SHARE_AXIS : meanAxis(rows),
    reference: wholeTold ? { value: all, label: "All" } : null,
    rows: [...rows, ...others],
  };
}

type Point = OverTime["points"][number];

function controlPoint(point: Point, may: boolean, limits: boolean): ControlFigure["points"][number] {
  return {
    from: point.from,
    label: quarterWords(point.from),
    open: point.open,
    n: told(may, point.n),
    value: told(may, point.value),
    low: told(may && limits, point.low),
    high: told(may && limits, point.high),
    marks: may && limits ? point.marks : [],
  };
}

/**
 * By quarter of discharge, from the year before on. The center of a p chart is the share of all quarters together; limits that are made of the
 * values themselves are told only when every value is.
 */
export function controlFigure(plan: Plan, measure: ComparedId): ControlFigure {
  const { facts, site, question, quarters, before, may } = plan;
  const asked = { ...question, from: before.question.from };
  const answer = overTimeOf(facts, site, asked, { measure, every: "quarter" });
  const scopes = new Map(quarters.map(({ period, scope }) => [period.from, scope]));
  const mayPoint = ({ from }: Point) => {
    const scope = scopes.get(from);
    return scope !== undefined && may(claimOf(scope, measure));
  };
  const every = answer.points.every(mayPoint);
  const center = answer.chart === "p" ? may(claimOf(quartersTogether(quarters), measure)) : every;
  return {
    kind: "control",
    chart: answer.chart,
    unit: outcomeNamed(measure).kind === "rate" ? "percent" : "points",
    center: told(center, answer.center),
    trial: answer.trial,
    points: answer.points.map((point) => controlPoint(point, mayPoint(point), center)),
    notes: [],
  };
}
