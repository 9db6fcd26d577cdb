import { countAttendance } from "../attendance/attendance.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { inLast } from "../findings/days.ts";
import { type EpisodeView, viewEpisode } from "../findings/episode-view.ts";
import type { EpisodeEvaluation } from "../findings/evaluate.ts";
import { type KnownChart, knownChart } from "../findings/known.ts";
import { INSTRUMENT_IDS, type LevelOfCare } from "../records/codes.ts";
import type { Chart, Episode, Program, Site } from "../records/types.ts";
import type { StepDownCard } from "../step-down/types.ts";
import { summarizeMeasure } from "./measures.ts";
import { rankEpisode } from "./rank.ts";
import { judgedScreens, lastScreens } from "./screen-marks.ts";
import type { EpisodeSummary } from "./types.ts";
import { programWeek } from "./weeks.ts";

const ATTENDANCE_DAYS = 14;
const SCREENS_SHOWN = 4;

/** The episode of a known chart, begun or upcoming; throws `RangeError` when the chart has none of that id. */
export function episodeOf(chart: KnownChart, episodeId: string): Episode {
  const ofThatId = (episode: Episode): boolean => episode.episodeId === episodeId;
  const episode = chart.episodes.find(ofThatId) ?? chart.upcoming.find(ofThatId);
  if (episode === undefined) throw new RangeError("The chart has no episode of that id");
  return episode;
}

/** The present level of care; throws `RangeError` when neither a placement nor the program is known. */
export function levelShown(view: EpisodeView): LevelOfCare {
  if (view.level.level === null) throw new RangeError("The site does not know the program of the episode");
  return view.level.level;
}

function plannedWeeks(program: Program | null): Pick<EpisodeSummary, "plannedWeeksMin" | "plannedWeeksMax"> {
  return {
    plannedWeeksMin: program?.plannedWeeksMin ?? null,
    plannedWeeksMax: program?.plannedWeeksMax ?? null,
  };
}

function stepDownCounts(card: StepDownCard | null): EpisodeSummary["stepDown"] {
  if (card === null) return null;
  const count = (state: StepDownCard["criteria"][number]["state"]): number =>
    card.criteria.filter((criterion) => criterion.state === state).length;
  return {
    met: count("met"),
    applicable: card.criteria.length - count("not_applicable"),
    ready: card.ready,
    noData: count("no_data"),
  };
}

/**
 * The caseload row of one evaluated episode: everything a list shows of it as of the date, and its place in the
 * worklist. Pure: the order of the chart's records does not matter. The evaluation must be of the same chart and date.
 */
export function summarizeEpisode(
  chart: Chart,
  site: Site,
  evaluation: EpisodeEvaluation,
  asOf: CalendarDate,
): EpisodeSummary {
  const { findings, stepDown, phase } = evaluation;
  const known = knownChart(chart, site, asOf);
  const episode = episodeOf(known, evaluation.episode.episodeId);
  const view = viewEpisode(known, site, episode);
  const { leading, rank } = rankEpisode(findings, episode.episodeId);
  return {
    episodeId: episode.episodeId,
    patientId: episode.patientId,
    programId: episode.programId,
    asOf,
    phase,
    levelOfCare: levelShown(view),
    admittedOn: episode.admittedOn,
    week: programWeek(episode.admittedOn, asOf),
    ...plannedWeeks(view.program),
    leading,
    findingCount: findings.length,
    rules: findings.map(({ rule }) => rule),
    measures: INSTRUMENT_IDS.map((instrument) => summarizeMeasure(known, view, instrument)),
    attendance14: countAttendance(inLast(view.sessions, ATTENDANCE_DAYS, asOf)),
    screens: lastScreens(judgedScreens(view), SCREENS_SHOWN),
    stepDown: stepDownCounts(stepDown),
    rank,
  };
}
