import { countAttendance } from "../attendance/attendance.ts";
import { addDays, daysBetween } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { type EpisodeView, viewEpisode } from "../findings/episode-view.ts";
import { type KnownChart, knownChart } from "../findings/known.ts";
import type { ScoredPoint } from "../findings/series.ts";
import { screenStatistics } from "../lens/screen-statistics.ts";
import type { InstrumentId } from "../records/codes.ts";
import type { Chart, Episode, Patient, Site } from "../records/types.ts";
import { AT_DISCHARGE } from "./at-discharge.ts";
import type { DatedScore, EpisodeFacts } from "./facts.types.ts";
import { levelOn, nearStays, placementsOf } from "./placed.ts";
import { problemsOf } from "./quality/problems.ts";
import { isSettled } from "./settled.ts";

const DAYS_OF_WEEK = 7;

/** Completed years on a day; someone born on February 29 completes a year on March 1 of a common year. */
function ageOn(birth: CalendarDate, day: CalendarDate): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

function dated({ on, score, assessmentId }: ScoredPoint): DatedScore {
  return { on, score, assessmentId };
}

/** The last score that belongs to the episode and is dated after the baseline; without a baseline there is none. */
function postOf(view: EpisodeView, instrument: InstrumentId): DatedScore | null {
  const pre = view.baselines[instrument];
  const last = view.scores[instrument].at(-1);
  return pre !== null && last !== undefined && last.on > pre.on ? dated(last) : null;
}

function preOf(view: EpisodeView, instrument: InstrumentId): DatedScore | null {
  const pre = view.baselines[instrument];
  return pre === null ? null : dated(pre);
}

function scoresOf(view: EpisodeView, instrument: InstrumentId): EpisodeFacts["scores"][InstrumentId] {
  const { admittedOn } = view.episode;
  return view.scores[instrument].map(({ on, score }) => [daysBetween(admittedOn, on), score] as const);
}

function measuredAtDischarge(view: EpisodeView): boolean {
  const { dischargedOn } = view.episode;
  if (dischargedOn === null) return false;
  const from = addDays(dischargedOn, -AT_DISCHARGE.daysBefore);
  const to = addDays(dischargedOn, AT_DISCHARGE.daysAfter);
  return view.scores["phq-9"].some(({ on }) => on >= from && on <= to);
}

/** Whole weeks from admission to the last day of the stay, which takes part; and those of them with a PHQ-9 of the episode. */
function weeksOf(view: EpisodeView): EpisodeFacts["weeks"] {
  const { admittedOn, dischargedOn } = view.episode;
  const days = daysBetween(admittedOn, dischargedOn ?? view.asOf) + 1;
  const expected = Math.max(0, Math.floor(days / DAYS_OF_WEEK));
  const weeks = view.scores["phq-9"].map(({ on }) => Math.floor(daysBetween(admittedOn, on) / DAYS_OF_WEEK));
  const measured = [...new Set(weeks)].filter((week) => week >= 0 && week < expected);
  return { expected, measured };
}

type Person = Pick<EpisodeFacts, "patientId" | "age" | "sex" | "language" | "race" | "ethnicity">;

function personOf(patient: Patient, episode: Episode): Person {
  const { sex, language, race, ethnicity } = patient;
  return {
    patientId: episode.patientId,
    age: ageOn(patient.birthDate, episode.admittedOn),
    sex,
    language,
    race,
    ethnicity,
  };
}

/** What is said of the stay itself, without what was measured in it. */
type StayFacts = Omit<
  EpisodeFacts,
  | keyof Person
  | "pre"
  | "post"
  | "scores"
  | "phq9AtDischarge"
  | "weeks"
  | "attendance"
  | "screens"
  | "quality"
  | "looked"
  | "settled"
>;

function stayFacts(chart: KnownChart, episode: Episode): StayFacts {
  const placements = placementsOf(chart, episode);
  return {
    episodeId: episode.episodeId,
    programId: episode.programId,
    asOf: chart.asOf,
    admittedOn: episode.admittedOn,
    dischargedOn: episode.dischargedOn,
    dischargeReason: episode.dischargeReason,
    placedAt: levelOn(placements, episode.admittedOn),
    placements,
    ...nearStays(chart, episode),
    track: episode.track,
    modality: episode.modality,
    therapistId: episode.therapistId,
    diagnosis: episode.diagnoses[0] ?? null,
    referralSource: episode.referralSource,
    payer: episode.payer,
  };
}

function measuredFacts(
  chart: KnownChart,
  view: EpisodeView,
): Omit<EpisodeFacts, keyof StayFacts | keyof Person | "settled"> {
  const { negative, submitted, scheduled, longestRun } = screenStatistics(view);
  return {
    pre: { "phq-9": preOf(view, "phq-9"), "gad-7": preOf(view, "gad-7") },
    post: { "phq-9": postOf(view, "phq-9"), "gad-7": postOf(view, "gad-7") },
    scores: { "phq-9": scoresOf(view, "phq-9"), "gad-7": scoresOf(view, "gad-7") },
    phq9AtDischarge: measuredAtDischarge(view),
    weeks: weeksOf(view),
    attendance: countAttendance(view.sessions),
    screens: { negative, submitted, scheduled, longestRun },
    ...problemsOf(view, chart),
  };
}

/**
 * What program outcomes read of every episode of a chart that was admitted on or before `asOf`, in the order of admission,
 * then of identifiers. Baseline, belonging, scoring, attendance and screens are those of the rules, from what was known on
 * the day.
 */
export function factsOf(chart: Chart, site: Site, asOf: CalendarDate): readonly EpisodeFacts[] {
  const known = knownChart(chart, site, asOf);
  const settled = isSettled(chart, site, asOf);
  return known.episodes.map((episode) => ({
    ...stayFacts(known, episode),
    ...personOf(known.patient, episode),
    ...measuredFacts(known, viewEpisode(known, site, episode)),
    settled,
  }));
}
