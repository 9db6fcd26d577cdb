import { addDays, daysBetween } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { belonging } from "../findings/belonging.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import type { KnownAssessment, KnownChart } from "../findings/known.ts";
import type { ScoredPoint } from "../findings/series.ts";
import { bandOf } from "../instruments/scoring.ts";
import { type InstrumentId, MEASURE_MISSED_RESULTS, type MeasureMissedResult } from "../records/codes.ts";
import type { ClinicalEvent } from "../records/types.ts";
import type { MeasureWeek } from "./types.ts";

const DAYS_OF_WEEK = 7;

/** How a note names an instrument. */
const NAMES: Readonly<Record<InstrumentId, RegExp>> = { "phq-9": /phq/i, "gad-7": /gad/i };

/** Program week of a date: days 7k to 7k + 6 after admission are week k; negative before admission. */
export function programWeek(admittedOn: CalendarDate, date: CalendarDate): number {
  return Math.floor(daysBetween(admittedOn, date) / DAYS_OF_WEEK);
}

/** First and last day of program week `week`. */
export function daysOfWeek(
  admittedOn: CalendarDate,
  week: number,
): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const from = addDays(admittedOn, week * DAYS_OF_WEEK);
  return { from, to: addDays(from, DAYS_OF_WEEK - 1) };
}

/** A note that names one instrument speaks of that one only; any other note, or none, of both. */
function speaksOf(event: ClinicalEvent, instrument: InstrumentId): boolean {
  const note = event.note ?? "";
  const namesOne = Object.values(NAMES).some((name) => name.test(note));
  return !namesOne || NAMES[instrument].test(note);
}

function reasonOf(event: ClinicalEvent): MeasureMissedResult | null {
  return MEASURE_MISSED_RESULTS.find((reason) => reason === event.result) ?? null;
}

/** What one week of one instrument is made of. */
interface WeekRecords {
  readonly week: number;
  readonly lastDay: CalendarDate;
  readonly points: readonly ScoredPoint[];
  readonly assessments: readonly KnownAssessment[];
  readonly reason: MeasureMissedResult | null;
  readonly open: boolean;
}

function doneWeek(records: WeekRecords, point: ScoredPoint): MeasureWeek {
  const source = records.assessments.find((one) => one.id === point.assessmentId);
  const recordedOn = source?.recordedOn ?? null;
  return {
    week: records.week,
    state: recordedOn !== null && recordedOn > records.lastDay ? "late" : "done",
    score: point.score,
    band: bandOf(point.instrument, point.score),
    prorated: point.prorated,
    incomplete: records.assessments.some((one) => !one.score.scored),
    on: point.on,
    assessmentId: point.assessmentId,
  };
}

function weekOf(records: WeekRecords): MeasureWeek {
  const point = records.points.at(-1);
  if (point !== undefined) return doneWeek(records, point);
  const incomplete = records.assessments.at(-1);
  return {
    week: records.week,
    state: records.reason ?? (records.open ? "due" : "missing"),
    score: null,
    band: null,
    prorated: false,
    incomplete: incomplete !== undefined,
    on: incomplete?.on ?? null,
    assessmentId: incomplete?.id ?? null,
  };
}

/**
 * The program weeks of an episode for one instrument, from week 0 to the present one, or to the week of the discharge; a
 * week that the discharge cut short stands only if something lies in it. None before admission.
 *
 * A week with a scored assessment is `done` with the last of its scores, `late` when that was recorded after the week.
 * Without one, the last recorded reason for not measuring stands; without a reason the present week is `due`, an earlier
 * one `missing`.
 */
export function measureWeeks(
  chart: KnownChart,
  view: EpisodeView,
  instrument: InstrumentId,
): readonly MeasureWeek[] {
  const { admittedOn, dischargedOn } = view.episode;
  const end = dischargedOn ?? view.asOf;
  const last = programWeek(admittedOn, end);
  const assessments = belonging(
    chart,
    view.episode,
    chart.assessments.filter((one) => one.record.instrument === instrument),
  );
  const missed = view.events.filter(
    ({ record }) => record.kind === "measure_missed" && speaksOf(record, instrument),
  );
  const weeks: MeasureWeek[] = [];
  for (let week = 0; week <= last; week += 1) {
    const { to } = daysOfWeek(admittedOn, week);
    const within = <T extends { readonly on: CalendarDate }>(records: readonly T[]): readonly T[] =>
      records.filter((one) => programWeek(admittedOn, one.on) === week);
    const reason = within(missed).reduce<MeasureMissedResult | null>(
      (latest, { record }) => reasonOf(record) ?? latest,
      null,
    );
    const points = within(view.scores[instrument]);
    const open = dischargedOn === null && to >= view.asOf;
    const state = weekOf({ week, lastDay: to, points, assessments: within(assessments), reason, open });
    const cutShort = dischargedOn !== null && to > dischargedOn;
    const empty = state.state === "missing" && state.assessmentId === null;
    if (!(cutShort && empty)) weeks.push(state);
  }
  return weeks;
}
