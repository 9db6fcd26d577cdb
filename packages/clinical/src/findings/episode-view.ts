import { daysBetween } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { type Prescriptions, prescriptionsOf } from "../medications/prescriptions.ts";
import type { InstrumentId } from "../records/codes.ts";
import type { ClinicalEvent, Decision, Episode, Program, Session, Site } from "../records/types.ts";
import { judgePositives, type Positive } from "../screens/positives.ts";
import { readScreen, type ScreenReading } from "../screens/reading.ts";
import { belonging, holds, stayOf, WINDOW, windowOf } from "./belonging.ts";
import type { ResponseCurve } from "./curve.ts";
import type { Known, KnownChart } from "./known.ts";
import { type PresentLevel, presentLevel } from "./level.ts";
import { baselineOf, type Item9Day, item9Days, type ScoredPoint, scoredSeries } from "./series.ts";

/** `active`: admitted and not discharged; `window`: shortly before or after a stay, when three safety rules run. */
export type Phase = "active" | "window";

/** One episode as of a date, read once for every rule, the card, the caseload row and the page. Lists are in order. */
export interface EpisodeView {
  readonly asOf: CalendarDate;
  /** The discharge and its reason only as far as they are known. */
  readonly episode: Episode;
  /** Null when the site does not know the episode's program. */
  readonly program: Program | null;
  /** Null when the date is neither in the stay nor near it. */
  readonly phase: Phase | null;
  /** Days since admission; negative before it. */
  readonly day: number;
  readonly level: PresentLevel;
  /** Scores that belong to the episode, one a date. */
  readonly scores: Readonly<Record<InstrumentId, readonly ScoredPoint[]>>;
  readonly baselines: Readonly<Record<InstrumentId, ScoredPoint | null>>;
  /** By date, in the episode's window, whichever stay a record belongs to. */
  readonly item9Days: readonly Item9Day[];
  readonly windowEvents: readonly Known<ClinicalEvent>[];
  /** From admission to discharge. */
  readonly sessions: readonly Known<Session>[];
  readonly screens: readonly ScreenReading[];
  readonly positives: readonly Positive[];
  readonly events: readonly Known<ClinicalEvent>[];
  readonly decisions: readonly Known<Decision>[];
  /** The patient's, whatever the episode. */
  readonly prescriptions: Prescriptions;
  /** Expected-response curves accepted for the program, by instrument. */
  readonly curves: ReadonlyMap<InstrumentId, ResponseCurve>;
}

/** Where the date stands to the stay. Around a death there is no time after. */
export function phaseOf(episode: Episode, asOf: CalendarDate): Phase | null {
  const { admittedOn, dischargedOn, dischargeReason } = episode;
  if (admittedOn > asOf) return daysBetween(asOf, admittedOn) <= WINDOW.daysBefore ? "window" : null;
  if (dischargedOn === null || dischargedOn > asOf) return "active";
  if (dischargeReason === "deceased") return null;
  return daysBetween(dischargedOn, asOf) <= WINDOW.daysAfter ? "window" : null;
}

const NO_CURVES: ReadonlyMap<InstrumentId, ResponseCurve> = new Map();

/** Reads one episode of a known chart. An upcoming episode owns nothing yet but its window. */
export function viewEpisode(chart: KnownChart, site: Site, episode: Episode): EpisodeView {
  const { asOf } = chart;
  const program = site.programs.get(episode.programId) ?? null;
  const own = <T extends { readonly on: CalendarDate }>(records: readonly T[]): readonly T[] =>
    belonging(chart, episode, records);
  const stay = stayOf(episode, asOf);
  const window = windowOf(episode, asOf);
  const phq9 = scoredSeries(chart.assessments, "phq-9");
  const gad7 = scoredSeries(chart.assessments, "gad-7");
  const prescriptions = prescriptionsOf(chart.medicationChanges);
  const screens = own(chart.screens).map(readScreen);
  const placements = chart.placements.filter((placement) => placement.episodeId === episode.episodeId);
  return {
    asOf,
    episode,
    program,
    phase: phaseOf(episode, asOf),
    day: daysBetween(episode.admittedOn, asOf),
    level: presentLevel(placements, program, asOf),
    scores: { "phq-9": own(phq9), "gad-7": own(gad7) },
    baselines: { "phq-9": baselineOf(phq9, episode), "gad-7": baselineOf(gad7, episode) },
    item9Days: item9Days(chart.assessments, window),
    windowEvents: chart.events.filter((event) => holds(window, event.on)),
    sessions: own(chart.sessions).filter((session) => holds(stay, session.on)),
    screens,
    positives: judgePositives(screens, episode.admittedOn, prescriptions),
    events: own(chart.events),
    decisions: own(chart.decisions),
    prescriptions,
    curves: site.curves?.get(episode.programId) ?? NO_CURVES,
  };
}
