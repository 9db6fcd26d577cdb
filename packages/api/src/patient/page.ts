import {
  type CalendarDate,
  type Chart,
  courseOf,
  drawEpisode,
  type Episode,
  type EpisodeEvaluation,
  evaluateChart,
  medicationLens,
  type Site,
  summarizeEpisode,
} from "@soundings/clinical";
import type { Correction, EpisodeListing, PatientPage } from "@soundings/contract";
import { AppError } from "../errors.ts";
import { factsOf } from "../reference/rules.ts";

export interface PatientQuestion {
  readonly asOf: CalendarDate;
  readonly today: CalendarDate;
  readonly episodeId: string | undefined;
  /** Whether the pictures of the other stays are asked for too. */
  readonly allStays: boolean;
}

/** Everything that the page needs besides the chart itself. */
export interface PatientParts {
  readonly chart: Chart;
  readonly site: Site;
  readonly staffNames: ReadonlyMap<string, string>;
  readonly corrections: readonly Correction[];
}

/** Whole years from birth to a day; somebody born on 29 February is a year older on 1 March. */
export function ageOn(birthDate: CalendarDate, on: CalendarDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Newest first; of two admitted on one day, the later id. */
function newestFirst(a: Episode, b: Episode): number {
  if (a.admittedOn !== b.admittedOn) return a.admittedOn < b.admittedOn ? 1 : -1;
  return a.episodeId < b.episodeId ? 1 : -1;
}

function chooseEpisode(
  known: readonly Episode[],
  evaluations: readonly EpisodeEvaluation[],
  episodeId: string | undefined,
): Episode {
  const active = new Set(evaluations.filter((e) => e.phase === "active").map((e) => e.episode.episodeId));
  const chosen =
    episodeId === undefined
      ? (known.find((episode) => active.has(episode.episodeId)) ?? known[0])
      : known.find((episode) => episode.episodeId === episodeId);
  if (chosen === undefined) throw new AppError("no_such_episode");
  return chosen;
}

function listingOf(episode: Episode, site: Site, asOf: CalendarDate): EpisodeListing {
  const ended = episode.dischargedOn !== null && episode.dischargedOn <= asOf;
  return {
    episodeId: episode.episodeId,
    programName: site.programs.get(episode.programId)?.name ?? episode.programId,
    admittedOn: episode.admittedOn,
    dischargedOn: ended ? episode.dischargedOn : null,
    dischargeReason: ended ? episode.dischargeReason : null,
  };
}

/**
 * The patient page as of a day: one episode's picture, findings and card, and the list of all episodes known by then.
 * @throws AppError no_such_episode when the chosen one, or any, is not known as of the day.
 */
export function patientPageOf(
  parts: PatientParts,
  { asOf, today, episodeId, allStays }: PatientQuestion,
): Omit<PatientPage, "openedOutside"> {
  const { chart, site, staffNames, corrections } = parts;
  const evaluations = evaluateChart(chart, site, asOf);
  const evaluated = new Map(evaluations.map((evaluation) => [evaluation.episode.episodeId, evaluation]));
  const known = chart.episodes
    .filter((episode) => episode.admittedOn <= asOf || evaluated.has(episode.episodeId))
    .toSorted(newestFirst);
  const episode = chooseEpisode(known, evaluations, episodeId);
  const evaluation = evaluated.get(episode.episodeId);
  const nameOf = (staffId: string | null) => (staffId === null ? null : (staffNames.get(staffId) ?? null));
  const findings = evaluation?.findings ?? [];
  return {
    asOf,
    today,
    patient: chart.patient,
    age: ageOn(chart.patient.birthDate, asOf),
    programName: site.programs.get(episode.programId)?.name ?? episode.programId,
    therapistName: nameOf(episode.therapistId),
    prescriberName: nameOf(episode.prescriberId),
    episodes: known.map((each) => listingOf(each, site, asOf)),
    summary: evaluation === undefined ? null : summarizeEpisode(chart, site, evaluation, asOf),
    findings,
    rules: factsOf(findings.map((finding) => finding.rule)),
    stepDown: evaluation?.stepDown ?? null,
    picture: drawEpisode(chart, site, episode.episodeId, asOf),
    otherStays: allStays
      ? known
          .filter((other) => other !== episode)
          .map((other) => drawEpisode(chart, site, other.episodeId, asOf))
      : [],
    course: courseOf(chart, site, episode.episodeId, asOf),
    lens: medicationLens(chart, site, episode.episodeId, asOf),
    staffNames: Object.fromEntries(staffNames),
    corrections,
  };
}
