import type {
  BandsFigure,
  BeforeAfter,
  BeforeAfterFigure,
  CalendarDate,
  CurveStep,
  FlowFigure,
  IntervalsFigure,
  LevelsFigure,
  RetentionFigure,
} from "@soundings/clinical";
import { addDays, reliableChangeOf } from "@soundings/clinical";

const day = (text: string): CalendarDate => text as CalendarDate;

/** The same numbers each time, spread over 0 to 1. */
const spread = (place: number, by: number): number => (place * by) % 1;

function dot(place: number): BeforeAfter {
  const pre = Math.round(8 + 18 * Math.sqrt(spread(place, 0.618)));
  const post = Math.max(0, Math.min(27, Math.round(pre + 6 - 17 * spread(place, 0.7549))));
  const preOn = addDays(day("2026-01-05"), place);
  const change = reliableChangeOf("phq-9", pre, post);
  return {
    episodeId: `episode-${place}`,
    patientId: `patient-${place}`,
    pre,
    post,
    preOn,
    postOn: addDays(preOn, 56),
    change,
  };
}

export const BEFORE_AFTER: BeforeAfterFigure = {
  kind: "before_after",
  instrument: "phq-9",
  maximum: 27,
  reliableChange: 6,
  caseness: 10,
  dots: Array.from({ length: 140 }, (_, place) => dot(place)),
};

export const BANDS: BandsFigure = {
  kind: "bands",
  instrument: "phq-9",
  n: 140,
  bands: [
    { name: "minimal", pre: 0, post: 31 },
    { name: "mild", pre: null, post: 44 },
    { name: "moderate", pre: 38, post: 35 },
    { name: "moderately severe", pre: 52, post: 19 },
    { name: "severe", pre: 46, post: null },
  ],
};

/** 180 people, of whom some leave each few days and others end as planned from the sixth week on. */
function curve(): CurveStep[] {
  let [risk, survival] = [180, 1];
  return Array.from({ length: 34 }, (_, place) => {
    const day = 3 + place * 3;
    const events = place % 4 === 1 ? 3 : place % 2;
    const censored = day < 40 ? 0 : 2 + (place % 4);
    survival *= (risk - events) / risk;
    const half = 1.96 * Math.sqrt((survival * (1 - survival)) / risk);
    const step = {
      day,
      at_risk: risk,
      events,
      censored,
      survival,
      low: Math.max(0, survival - half),
      high: Math.min(1, survival + half),
    };
    risk -= events + censored;
    return step;
  });
}

const CURVE = curve();

function curveAt(day: number) {
  const step = CURVE.filter((one) => one.day <= day).at(-1);
  return {
    day,
    survival: step?.survival ?? 1,
    at_risk: step?.at_risk ?? null,
    low: step?.low ?? null,
    high: step?.high ?? null,
  };
}

export const RETENTION: RetentionFigure = {
  kind: "retention",
  n: 180,
  curve: CURVE,
  at: [30, 60, 90].map(curveAt),
};

export const INTERVALS: IntervalsFigure = {
  kind: "intervals",
  title: "Reliable improvement by track",
  unit: "percent",
  axis: { from: 0, to: 1 },
  reference: { value: 0.58, label: "Whole program" },
  rows: [
    { key: "day", label: "Day track", n: 88, value: 0.64, low: 0.53, high: 0.73 },
    { key: "evening", label: "Evening track", n: 41, value: 0.49, low: 0.34, high: 0.64 },
    { key: "online", label: "Online track", n: 14, value: 0.57, low: 0.33, high: 0.79 },
    { key: "weekend", label: "Weekend track", n: 0, value: null, low: null, high: null },
    { key: "none", label: "Not recorded", n: null, value: null, low: null, high: null },
  ],
};

export const EFFECTS: IntervalsFigure = {
  kind: "intervals",
  title: "Effect size by year",
  unit: "effect",
  axis: { from: -0.5, to: 1.5 },
  reference: null,
  rows: [
    {
      key: "phq-9",
      label: "PHQ-9, Hedges' g",
      n: 140,
      value: 0.92,
      low: 0.74,
      high: 1.1,
      beside: { value: 0.81, low: 0.6, high: 1.02, label: "the year before" },
    },
    {
      key: "gad-7",
      label: "GAD-7, Hedges' g",
      n: 9,
      value: 0.7,
      low: -0.2,
      high: 1.7,
      beside: { value: null, low: null, high: null, label: "the year before" },
    },
  ],
};

export const FLOW: FlowFigure = {
  kind: "flow",
  boxes: [
    { key: "discharged", label: "Discharged in the period", count: 248, out: null },
    {
      key: "with-pre",
      label: "With a baseline",
      count: 219,
      out: { key: "without-pre", label: "No PHQ-9 or no GAD-7 in the first week", count: 29 },
    },
    {
      key: "paired/phq-9",
      label: "PHQ-9 before and after",
      count: 187,
      out: { key: "unpaired/phq-9", label: "No later PHQ-9", count: 32 },
    },
    {
      key: "paired-both",
      label: "Both measures before and after",
      count: 178,
      out: { key: "not-paired-both", label: "No later GAD-7", count: 9 },
    },
  ],
};

export const LEVELS: LevelsFigure = {
  kind: "levels",
  links: [
    { from: "community", to: "php", episodes: 62 },
    { from: "community", to: "iop", episodes: 128 },
    { from: "from_residential", to: "php", episodes: 34 },
    { from: "from_php", to: "iop", episodes: 22 },
    { from: "php", to: "iop", episodes: 51 },
    { from: "php", to: "planned_out", episodes: 18 },
    { from: "php", to: "unplanned_out", episodes: 14 },
    { from: "php", to: "still_here", episodes: 13 },
    { from: "iop", to: "planned_out", episodes: 84 },
    { from: "iop", to: "unplanned_out", episodes: 38 },
    { from: "iop", to: "transferred_up_out", episodes: null },
    { from: "iop", to: "unknown_out", episodes: 15 },
    { from: "iop", to: "to_op", episodes: 26 },
    { from: "iop", to: "still_here", episodes: 21 },
  ],
};
