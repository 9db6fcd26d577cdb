import type {
  BandsFigure,
  BeforeAfter,
  BeforeAfterFigure,
  CalendarDate,
  ControlFigure,
  Figure,
  FlowFigure,
  FunnelFigure,
  IntervalsFigure,
  LevelsFigure,
  RetentionFigure,
  TracksFigure,
  WeeksFigure,
} from "@soundings/clinical";
import { reliableChangeOf } from "@soundings/clinical";

const day = (text: string): CalendarDate => text as CalendarDate;

export function dot(id: string, pre: number, post: number): BeforeAfter {
  return {
    episodeId: id,
    patientId: `p-${id}`,
    pre,
    post,
    preOn: day("2026-01-05"),
    postOn: day("2026-03-02"),
    change: reliableChangeOf("phq-9", pre, post),
  };
}

export function beforeAfter(dots: readonly BeforeAfter[]): BeforeAfterFigure {
  return { kind: "before_after", instrument: "phq-9", maximum: 27, reliableChange: 6, caseness: 10, dots };
}

export function bands(
  n: number | null,
  counts: readonly (readonly [number | null, number | null])[],
): BandsFigure {
  const names = ["minimal", "mild", "moderate", "moderately severe", "severe"];
  return {
    kind: "bands",
    instrument: "phq-9",
    n,
    bands: counts.map(([pre, post], place) => ({ name: names[place] ?? "", pre, post })),
  };
}

export const RETENTION: RetentionFigure = {
  kind: "retention",
  n: 40,
  curve: [
    { day: 10, at_risk: 40, events: 10, censored: 0, survival: 0.75, low: 0.6, high: 0.86 },
    { day: 45, at_risk: 30, events: 0, censored: 5, survival: 0.75, low: 0.6, high: 0.86 },
    { day: 80, at_risk: 25, events: 5, censored: 0, survival: 0.6, low: 0.43, high: 0.74 },
  ],
  at: [
    { day: 30, survival: 0.75, at_risk: 30, low: 0.6, high: 0.86 },
    { day: 60, survival: 0.75, at_risk: 25, low: 0.6, high: 0.86 },
    { day: 90, survival: null, at_risk: 0, low: null, high: null },
  ],
};

export function intervals(rows: IntervalsFigure["rows"]): IntervalsFigure {
  return {
    kind: "intervals",
    title: "Reliable improvement by track",
    unit: "percent",
    axis: { from: 0, to: 1 },
    reference: { value: 0.58, label: "Whole program" },
    rows,
  };
}

export const FUNNEL: FunnelFigure = {
  kind: "funnel",
  theta: 0.5,
  thetaLabel: "All therapists",
  limits: [20, 50, 100, 200].map((n) => ({
    n,
    low95: 0.5 - 1 / Math.sqrt(n),
    high95: 0.5 + 1 / Math.sqrt(n),
    low998: 0.5 - 1.5 / Math.sqrt(n),
    high998: 0.5 + 1.5 / Math.sqrt(n),
  })),
  points: [
    { key: "t-1", label: "Therapist One", n: 40, value: 0.52, place: "within" },
    { key: "t-2", label: "Therapist Two", n: 100, value: 0.62, place: "outside_95" },
    { key: "t-3", label: "Therapist Three", n: 104, value: 0.63, place: "outside_95" },
    { key: "t-4", label: "Therapist Four", n: 180, value: 0.2, place: "outside_998" },
  ],
};

type ControlPoint = ControlFigure["points"][number];

export function period(place: number, value: number | null, more: Partial<ControlPoint> = {}): ControlPoint {
  const month = String((place % 12) + 1).padStart(2, "0");
  return {
    from: day(`2025-${month}-01`),
    label: `Month ${place + 1}`,
    open: false,
    n: value === null ? 0 : 25,
    value,
    low: value === null ? null : 0.3,
    high: value === null ? null : 0.8,
    marks: [],
    ...more,
  };
}

export function control(points: readonly ControlPoint[]): ControlFigure {
  return {
    kind: "control",
    chart: "p",
    unit: "percent",
    center: points.some(({ value }) => value !== null) ? 0.5 : null,
    trial: points.length < 12,
    points,
    notes: [{ on: day("2025-03-10"), text: "Evening track opened" }],
  };
}

export function weeks(values: readonly (readonly [number | null, number | null])[]): WeeksFigure {
  return {
    kind: "weeks",
    weeks: values.map(([expected, measured], place) => ({ week: place, expected, measured })),
  };
}

export const FLOW: FlowFigure = {
  kind: "flow",
  boxes: [
    { key: "discharged", label: "Discharged in the period", count: 200, out: null },
    {
      key: "with-pre",
      label: "With a baseline",
      count: 100,
      out: { key: "without-pre", label: "No PHQ-9 or no GAD-7 in the first week", count: 100 },
    },
    {
      key: "paired-both",
      label: "Both measures before and after",
      count: null,
      out: { key: "not-paired-both", label: "No later measure", count: null },
    },
  ],
};

export const LEVELS: LevelsFigure = {
  kind: "levels",
  links: [
    { from: "community", to: "php", episodes: 60 },
    { from: "from_residential", to: "php", episodes: 40 },
    { from: "php", to: "iop", episodes: 50 },
    { from: "iop", to: "planned_out", episodes: 30 },
    { from: "iop", to: "transferred_up_out", episodes: null },
    { from: "iop", to: "to_op", episodes: 20 },
    { from: "iop", to: "still_here", episodes: 1 },
  ],
};

export function tracks(means: readonly (number | null)[]): TracksFigure {
  return {
    kind: "tracks",
    instrument: "phq-9",
    label: "Evening track",
    weeks: means.map((mean, place) => ({
      from: day(`2026-03-${String(place + 1).padStart(2, "0")}`),
      n: mean === null ? 0 : 12,
      mean,
      low: mean === null ? null : mean - 1,
      high: mean === null ? null : mean + 1,
      rose: 6,
      fell: 6,
      together: mean === null ? null : mean > 2 ? "up" : mean < -2 ? "down" : "no",
    })),
  };
}

const ROW = { key: "day", label: "Day track", n: 88, value: 0.64, low: 0.53, high: 0.73 };
const LONG = {
  ...ROW,
  key: "long",
  label: "Reliable symptom recovery (PHQ-9 below 10 and GAD-7 below 8, and reliable improvement)",
};
const NO_DATA = { key: "online", label: "Online track", n: 0, value: null, low: null, high: null };
const WITHHELD = { key: "weekend", label: "Weekend track", n: null, value: null, low: null, high: null };

/** Ordinary ones. */
export const TYPICAL: readonly Figure[] = [
  beforeAfter(
    Array.from({ length: 60 }, (_, place) => dot(`e-${place}`, 8 + (place % 19), (place * 7) % 27)),
  ),
  bands(60, [
    [0, 20],
    [12, 20],
    [null, 11],
    [20, 9],
    [18, null],
  ]),
  RETENTION,
  intervals([
    ROW,
    {
      ...ROW,
      key: "evening",
      label: "Evening track",
      n: 41,
      beside: { value: 0.4, low: 0.3, high: 0.5, label: "the year before" },
    },
    LONG,
    NO_DATA,
    WITHHELD,
  ]),
  FUNNEL,
  control(
    [0.4, 0.5, null, 0.55, 0.6, 0.5, 0.45, 0.52, 0.61, 0.9, 0.5, 0.3].map((value, place) =>
      period(place, value, { open: place === 11, marks: place === 9 ? ["outside", "two_of_three"] : [] }),
    ),
  ),
  weeks([
    [100, 90],
    [90, 70],
    [80, null],
    [60, 30],
    [0, 0],
  ]),
  FLOW,
  LEVELS,
  tracks([0.2, -0.5, null, 3, -2.4, 0.1]),
];

/** Nothing at all, one patient, all the same, all withheld. */
export const BARE: readonly Figure[] = [
  beforeAfter([]),
  beforeAfter([dot("one", 0, 27)]),
  beforeAfter(Array.from({ length: 40 }, (_, place) => dot(`e-${place}`, 27, 0))),
  bands(0, [
    [0, 0],
    [0, 0],
  ]),
  bands(null, [
    [null, null],
    [null, null],
  ]),
  {
    ...RETENTION,
    n: 0,
    curve: [],
    at: RETENTION.at.map(({ day: on }) => ({ day: on, survival: null, at_risk: 0, low: null, high: null })),
  },
  {
    ...RETENTION,
    n: null,
    curve: [],
    at: RETENTION.at.map(({ day: on }) => ({
      day: on,
      survival: null,
      at_risk: null,
      low: null,
      high: null,
    })),
  },
  {
    ...RETENTION,
    n: 1,
    curve: [{ day: 0, at_risk: 1, events: 1, censored: 0, survival: 0, low: null, high: null }],
  },
  {
    ...RETENTION,
    curve: [{ day: 400, at_risk: 1, events: 0, censored: 1, survival: 1, low: null, high: null }],
  },
  intervals([]),
  intervals([NO_DATA, WITHHELD]),
  { ...intervals([{ ...ROW, value: 0, low: 0, high: 0 }]), axis: { from: 0, to: 0 }, reference: null },
  { ...intervals([{ ...ROW, value: -0.4, low: -4, high: 2 }]), unit: "effect" },
  { ...FUNNEL, points: [], limits: [] },
  { ...FUNNEL, theta: 0, points: [{ key: "a", label: "A", n: 1, value: 0, place: "within" }], limits: [] },
  { ...FUNNEL, theta: 1, points: [{ key: "a", label: "A", n: 0, value: 1, place: "outside_998" }] },
  control([]),
  control([period(0, null)]),
  control([period(0, 0.5)]),
  {
    ...control([period(0, 4, { low: null, high: null }), period(1, 4, { low: null, high: null })]),
    unit: "points",
    center: 4,
  },
  control([period(0, null, { n: null }), period(1, null, { n: null })]),
  weeks([]),
  weeks([[0, 0]]),
  weeks([
    [null, null],
    [20, null],
  ]),
  { kind: "flow", boxes: [] },
  { kind: "flow", boxes: FLOW.boxes.map((box) => ({ ...box, count: 0 })) },
  { kind: "levels", links: [] },
  { kind: "levels", links: [{ from: "community", to: "iop", episodes: null }] },
  { kind: "levels", links: [{ from: "community", to: "iop", episodes: 0 }] },
  tracks([]),
  tracks([null, null]),
  tracks([0]),
];
