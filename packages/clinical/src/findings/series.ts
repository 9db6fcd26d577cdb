import { addDays } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import type { InstrumentId } from "../records/codes.ts";
import type { Episode } from "../records/types.ts";
import { holds, type Span } from "./belonging.ts";
import type { KnownAssessment } from "./known.ts";
import { compareDates } from "./order.ts";

/** A baseline is looked for this many days before admission, else this many after it. */
export const BASELINE_DAYS = { before: 14, after: 14 } as const;

/** The score of one instrument on one date. */
export interface ScoredPoint {
  readonly instrument: InstrumentId;
  readonly on: CalendarDate;
  readonly score: number;
  readonly prorated: boolean;
  /** How many of the items that count were answered; 0 when only a total is known. */
  readonly answered: number;
  readonly totalOnly: boolean;
  readonly assessmentId: string;
}

/** The scored assessments of one instrument, one a date: of several on one date only the last scored one takes part. */
export function scoredSeries(
  assessments: readonly KnownAssessment[],
  instrument: InstrumentId,
): readonly ScoredPoint[] {
  const points: ScoredPoint[] = [];
  for (const { record, on, score } of assessments) {
    if (record.instrument !== instrument || !score.scored) continue;
    if (points.at(-1)?.on === on) points.pop();
    points.push({
      instrument,
      on,
      score: score.score,
      prorated: score.prorated,
      answered: score.answered,
      totalOnly: score.totalOnly,
      assessmentId: record.assessmentId,
    });
  }
  return points;
}

/**
 * The baseline of an episode out of the patient's series of one instrument, whichever stay a score belongs to: the latest
 * from 14 days before admission to admission; if there is none, the first from 1 to 14 days after it; else null.
 */
export function baselineOf<T extends { readonly on: CalendarDate }>(
  series: readonly T[],
  episode: Pick<Episode, "admittedOn">,
): T | null {
  const admitted = episode.admittedOn;
  const before: Span = { from: addDays(admitted, -BASELINE_DAYS.before), to: admitted };
  const after: Span = { from: addDays(admitted, 1), to: addDays(admitted, BASELINE_DAYS.after) };
  return (
    series.findLast((point) => holds(before, point.on)) ??
    series.find((point) => holds(after, point.on)) ??
    null
  );
}

/**
 * The scores of one instrument that take part in an episode, one a date, in order: its own, and its baseline, which may
 * belong to an earlier stay.
 */
export function scoresTakingPart(
  {
    scores,
    baselines,
  }: Readonly<{
    scores: Readonly<Record<InstrumentId, readonly ScoredPoint[]>>;
    baselines: Readonly<Record<InstrumentId, ScoredPoint | null>>;
  }>,
  instrument: InstrumentId,
): readonly ScoredPoint[] {
  const own = scores[instrument];
  const baseline = baselines[instrument];
  if (baseline === null || own.some(({ on }) => on === baseline.on)) return own;
  return [...own, baseline].sort((a, b) => compareDates(a.on, b.on));
}

/** What the PHQ-9s of one date, scored or not, say about item 9. */
export interface Item9Day {
  readonly on: CalendarDate;
  /** The highest known answer of the date; null when none is known. Never filled in. */
  readonly item9: number | null;
  /** Whether one of items 1 to 8 was answered on the date. */
  readonly otherItemAnswered: boolean;
  /** The PHQ-9 that gave the answer (of several equal ones the last), or the last of the date. */
  readonly assessmentId: string;
}

const ITEM_9 = 8;

function item9DayOf(assessment: KnownAssessment): Item9Day {
  const { items, assessmentId } = assessment.record;
  return {
    on: assessment.on,
    item9: items[ITEM_9] ?? null,
    otherItemAnswered: items.slice(0, ITEM_9).some((answer) => answer !== null),
    assessmentId,
  };
}

function together(earlier: Item9Day, later: Item9Day): Item9Day {
  const laterSays = later.item9 !== null && (earlier.item9 === null || later.item9 >= earlier.item9);
  const spoken = laterSays || earlier.item9 === null ? later : earlier;
  return { ...spoken, otherItemAnswered: earlier.otherItemAnswered || later.otherItemAnswered };
}

/** The dates of the span on which a PHQ-9 was given, scored or not, in order. */
export function item9Days(assessments: readonly KnownAssessment[], span: Span): readonly Item9Day[] {
  const days: Item9Day[] = [];
  for (const assessment of assessments) {
    if (assessment.record.instrument !== "phq-9" || !holds(span, assessment.on)) continue;
    const day = item9DayOf(assessment);
    const earlier = days.at(-1);
    if (earlier?.on === day.on) days[days.length - 1] = together(earlier, day);
    else days.push(day);
  }
  return days;
}
