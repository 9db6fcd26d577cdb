import { addDays, dayNumberOf } from "../../calendar/civil.ts";
import type { CalendarDate } from "../../calendar/types.ts";
import { compareText } from "../../findings/order.ts";
import { earlier } from "../../picture/axis.ts";
import type { InstrumentId } from "../../records/codes.ts";
import type { Site } from "../../records/types.ts";
import { type MeanEstimate, meanOf } from "../../statistics/mean.ts";
import type { GroupMoves, TrackWeek } from "../answers.ts";
import { filtered, heldForward } from "../cohort.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import type { CohortQuestion } from "../question.ts";
import { OUTCOMES_VERSION, RULE_SET } from "../version.ts";

/** When a track is said to have moved together. Defaults of the program, without a published basis. */
export const TOGETHER = {
  /** Patients with a score in the week and in the one before. */
  patients: 6,
  /** At least this part of them moved the same way. */
  part: [2, 3],
} as const;

const DAYS_OF_WEEK = 7;
/** 1970-01-01 was a Thursday: the Monday before it is day −3. */
const MONDAY = -3;

/** Calendar weeks, Monday to Sunday, each with the next number. */
function weekOf(date: CalendarDate): number {
  return Math.floor((dayNumberOf(date) - MONDAY) / DAYS_OF_WEEK);
}

function mondayOf(week: number): CalendarDate {
  return addDays("1970-01-01" as CalendarDate, week * DAYS_OF_WEEK + MONDAY);
}

/**
 * The last score of every calendar week, of the days from admission to discharge: who was not in treatment yet or any more did not
 * move with the track.
 */
function scoresByWeek(facts: EpisodeFacts, instrument: InstrumentId): ReadonlyMap<number, number> {
  const admitted = dayNumberOf(facts.admittedOn);
  const last =
    facts.dischargedOn === null ? Number.POSITIVE_INFINITY : dayNumberOf(facts.dischargedOn) - admitted;
  const scores = facts.scores[instrument]
    .filter(([day]) => day >= 0 && day <= last)
    .toSorted(([a], [b]) => a - b);
  return new Map(
    scores.map(([day, score]) => [Math.floor((admitted + day - MONDAY) / DAYS_OF_WEEK), score] as const),
  );
}

/** What an episode scored in a calendar week and in the one before. */
interface WeekChange {
  readonly before: number;
  readonly now: number;
}

/** The change of one stay in the week of a date; null without a score in it or in the week before. */
export function changeInWeek(
  facts: EpisodeFacts,
  instrument: InstrumentId,
  on: CalendarDate,
): WeekChange | null {
  const scores = scoresByWeek(facts, instrument);
  const now = scores.get(weekOf(on));
  const before = scores.get(weekOf(on) - 1);
  return now === undefined || before === undefined ? null : { before, now };
}

/** The patients' changes against the week before, by week; a patient without both scores is not in it. */
type Changes = ReadonlyMap<number, readonly number[]>;

function changesOf(
  facts: readonly EpisodeFacts[],
  instrument: InstrumentId,
  isAsked: (week: number) => boolean,
): Changes {
  const changes = new Map<number, number[]>();
  for (const one of facts) {
    const scores = scoresByWeek(one, instrument);
    for (const [week, score] of scores) {
      const before = scores.get(week - 1);
      if (before === undefined || !isAsked(week)) continue;
      const held = changes.get(week);
      if (held === undefined) changes.set(week, [score - before]);
      else held.push(score - before);
    }
  }
  return changes;
}

/** Whether 0 is outside the interval; when all moved by the same, the mean is what each of them did. */
function excludesNone({ mean, sd, low, high }: MeanEstimate): boolean {
  if (low === null || high === null) return sd === 0 && mean !== 0;
  return low > 0 || high < 0;
}

function togetherOf(estimate: MeanEstimate, rose: number, fell: number): TrackWeek["together"] {
  if (estimate.n < TOGETHER.patients) return null;
  if (!excludesNone(estimate)) return "no";
  const [part, whole] = TOGETHER.part;
  const isMost = (count: number): boolean => count * whole >= estimate.n * part;
  if (isMost(rose)) return "up";
  return isMost(fell) ? "down" : "no";
}

function trackWeek(week: number, changes: readonly number[]): TrackWeek {
  const estimate = meanOf(changes.toSorted((a, b) => a - b));
  const rose = changes.filter((change) => change > 0).length;
  const fell = changes.filter((change) => change < 0).length;
  return {
    from: mondayOf(week),
    n: estimate.n,
    mean: estimate.mean,
    low: estimate.low,
    high: estimate.high,
    rose,
    fell,
    together: togetherOf(estimate, rose, fell),
  };
}

/** From the first week with a change to the last, those without one in between included. */
function trackWeeks(changes: Changes): readonly TrackWeek[] {
  const weeks = [...changes.keys()].toSorted((a, b) => a - b);
  const first = weeks[0];
  const last = weeks.at(-1);
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, at) =>
    trackWeek(first + at, changes.get(first + at) ?? []),
  );
}

interface Track {
  readonly programId: string;
  readonly track: string | null;
  readonly facts: EpisodeFacts[];
}

function tracksOf(facts: readonly EpisodeFacts[], site: Site): readonly Track[] {
  const tracks = new Map<string, Track>();
  for (const one of facts) {
    const { programId, track } = one;
    const key = JSON.stringify([programId, track]);
    const held = tracks.get(key);
    if (held === undefined) tracks.set(key, { programId, track, facts: [one] });
    else held.facts.push(one);
  }
  const nameOf = ({ programId }: Track): string => site.programs.get(programId)?.name ?? programId;
  return [...tracks.values()].toSorted(
    (a, b) =>
      compareText(nameOf(a), nameOf(b)) ||
      compareText(a.programId, b.programId) ||
      Number(a.track === null) - Number(b.track === null) ||
      compareText(a.track ?? "", b.track ?? ""),
  );
}

/**
 * By program, track and calendar week, how far the scores of the patients in treatment moved against the week before: for
 * whole weeks inside the period and over as of the day. Of several scores in a week the last counts. A track without two
 * neighboring weeks measured of anyone is left away. The order of `facts` does not matter.
 *
 * @throws RangeError for a period reversed
 */
export function groupMovesOf(
  facts: readonly EpisodeFacts[],
  site: Site,
  question: CohortQuestion,
  instrument: InstrumentId,
): GroupMoves {
  heldForward(question);
  const { from, asOf } = question;
  const to = earlier(question.to, asOf);
  const firstWeek = weekOf(addDays(from, DAYS_OF_WEEK - 1));
  const lastWeek = weekOf(addDays(to, 1)) - 1;
  const isAsked = (week: number): boolean => week >= firstWeek && week <= lastWeek;
  const tracks = tracksOf(filtered(facts, site, question.filter), site).map((track) => ({
    programId: track.programId,
    track: track.track,
    weeks: trackWeeks(changesOf(track.facts, instrument, isAsked)),
  }));
  return {
    question,
    definitions: OUTCOMES_VERSION,
    rules: RULE_SET,
    instrument,
    tracks: tracks.filter(({ weeks }) => weeks.length > 0),
  };
}
