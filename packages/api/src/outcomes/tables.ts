import { INSTRUMENT_IDS, INSTRUMENTS, MEASURES, type OutcomesJson } from "@soundings/clinical";

/** One table of the answer for people; the first row names the columns. */
export interface AnswerTable {
  readonly heading: string;
  readonly rows: readonly (readonly string[])[];
}

const NO_DATA = "no data";

function percent(share: number | null): string {
  return share === null ? NO_DATA : `${(100 * share).toFixed(1)} %`;
}

function points(value: number | null): string {
  return value === null ? NO_DATA : value.toFixed(2);
}

interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

function interval({ low, high }: Interval, written: (value: number | null) => string): string {
  return low === null || high === null ? NO_DATA : `${written(low)} to ${written(high)}`;
}

function measures(json: OutcomesJson): AnswerTable {
  const rows = MEASURES.map(({ id, name }) => {
    const measure = json.measures[id];
    const { numerator, denominator, rate, bounds } = measure;
    const [low, high] = bounds ?? [null, null];
    return [
      name,
      `${numerator} of ${denominator}`,
      percent(rate),
      interval(measure, percent),
      bounds === undefined ? "" : interval({ low, high }, percent),
    ];
  });
  return {
    heading: "Measures (bounds: if nobody, and if everybody, without a later score had it)",
    rows: [["measure", "count", "share", "95 % interval", "bounds"], ...rows],
  };
}

function change(json: OutcomesJson): AnswerTable {
  const rows = INSTRUMENT_IDS.map((id) => {
    const of = json.change[id];
    return [
      INSTRUMENTS[id].name,
      String(of.n),
      points(of.mean_pre),
      points(of.mean_post),
      points(of.mean_change),
      points(of.g),
      interval(of, points),
    ];
  });
  return {
    heading: "Change from the baseline to the last score (effect size: Hedges' g, a fall is positive)",
    rows: [["instrument", "paired", "mean before", "mean after", "change", "g", "95 % interval"], ...rows],
  };
}

function retention({ retention: { at, n, events, reason_unknown, median } }: OutcomesJson): AnswerTable {
  const rows = at.map((point) => [
    `day ${point.day}`,
    String(point.at_risk),
    percent(point.survival),
    interval(point, percent),
  ]);
  const half = median === null ? "not reached" : `day ${median.day}`;
  return {
    heading: `Still in treatment or ended as planned: ${n} admitted, ${events} left, ${reason_unknown} without a reason, median ${half}`,
    rows: [["", "followed", "share", "95 % interval"], ...rows],
  };
}

function counts({ flow, attendance, screens }: OutcomesJson): AnswerTable {
  return {
    heading: "Counts",
    rows: [
      ["discharged", String(flow.discharged)],
      ["with a baseline", String(flow.with_pre)],
      ["paired on the PHQ-9", String(flow.paired_phq9)],
      ["paired on the GAD-7", String(flow.paired_gad7)],
      ["paired on both", String(flow.paired_both)],
      [
        "sessions attended",
        `${attendance.attended} of ${attendance.countable}`,
        percent(attendance.rate),
        interval(attendance, percent),
      ],
      [
        "screens negative, of those submitted",
        `${screens.negative} of ${screens.submitted}`,
        percent(screens.percent_negative_submitted),
      ],
      [
        "screens negative, of those scheduled",
        `${screens.negative} of ${screens.scheduled}`,
        percent(screens.percent_negative_scheduled),
      ],
    ],
  };
}

/** The answer to a question about outcomes as tables for people, rounded. */
export function outcomesTables(json: OutcomesJson): readonly AnswerTable[] {
  return [counts(json), measures(json), change(json), retention(json)];
}
