import { addDays } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { type EpisodeView, viewEpisode } from "../findings/episode-view.ts";
import { type EpisodeEvaluation, evaluateChart } from "../findings/evaluate.ts";
import { knownChart } from "../findings/known.ts";
import { raise } from "../findings/raise.ts";
import type { Finding } from "../findings/types.ts";
import {
  assessment,
  chart,
  clock,
  day,
  EXAMPLE_PROGRAM,
  EXAMPLE_SITE,
  placement,
  result,
  screen,
  session,
} from "../records/example-chart.ts";
import type { Assessment, Chart, Program, Screen, ScreenResult, Session, Site } from "../records/types.ts";
import type { Raised } from "./define.ts";
import { RULES } from "./table.ts";

/** Charts by day of the example episode (admission, 2026-02-02, is day 0) for tests of rules. Used by tests only. */

export const ADMITTED = day("2026-02-02");

/** The date of a day of the example episode; before admission when negative. */
export function on(dayOfEpisode: number): CalendarDate {
  return addDays(ADMITTED, dayOfEpisode);
}

export function siteWith(program: Partial<Program>, site: Partial<Site> = {}): Site {
  return { ...EXAMPLE_SITE, programs: new Map([["iop", { ...EXAMPLE_PROGRAM, ...program }]]), ...site };
}

export function phq9(dayOfEpisode: number, total: number, given: Partial<Assessment> = {}): Assessment {
  return assessment(`phq-${dayOfEpisode}`, on(dayOfEpisode), { instrument: "phq-9", total, ...given });
}

export function gad7(dayOfEpisode: number, total: number, given: Partial<Assessment> = {}): Assessment {
  return assessment(`gad-${dayOfEpisode}`, on(dayOfEpisode), { instrument: "gad-7", total, ...given });
}

/** A PHQ-9 with every other item 0 and that answer to item 9; null leaves item 9 out. */
export function item9(
  dayOfEpisode: number,
  answer: number | null,
  given: Partial<Assessment> = {},
): Assessment {
  return phq9(dayOfEpisode, 0, { total: null, items: [0, 0, 0, 0, 0, 0, 0, 0, answer, null], ...given });
}

/** A session at ten in the morning of that day. */
export function sessionOn(
  dayOfEpisode: number,
  status: Session["status"],
  given: Partial<Session> = {},
): Session {
  return session(`s-${dayOfEpisode}`, `${on(dayOfEpisode)}T10:00:00`, { status, ...given });
}

export function sessionsOn(days: readonly number[], status: Session["status"]): readonly Session[] {
  return days.map((dayOfEpisode) => sessionOn(dayOfEpisode, status));
}

export function screenOn(
  dayOfEpisode: number,
  results: readonly ScreenResult[],
  given: Partial<Screen> = {},
): Screen {
  return screen(`u-${dayOfEpisode}`, on(dayOfEpisode), {
    collectedAt: clock(`${on(dayOfEpisode)}T09:00:00`),
    results,
    ...given,
  });
}

export function positive(analyte: string, given: Partial<ScreenResult> = {}): ScreenResult {
  return result(analyte, { result: "positive", ...given });
}

export function negative(analyte: string, given: Partial<ScreenResult> = {}): ScreenResult {
  return result(analyte, given);
}

export interface Asked {
  readonly chart: Partial<Chart>;
  readonly day: number;
  readonly site?: Site;
}

/** The example episode as of a day. */
export function viewOf({ chart: given, day: dayOfEpisode, site = EXAMPLE_SITE }: Asked): EpisodeView {
  const known = knownChart(chart(given), site, on(dayOfEpisode));
  const episode = [...known.episodes, ...known.upcoming].find(({ episodeId }) => episodeId === "e-1");
  if (episode === undefined) throw new RangeError("the example episode is missing");
  return viewEpisode(known, site, episode);
}

/** Whether a rule that reads records holds in the example episode, before superseding. */
export function raisedBy(ruleId: string, asked: Asked): Raised | null {
  const rule = RULES.find(({ id }) => id === ruleId);
  if (rule === undefined) throw new RangeError(`no rule ${ruleId}`);
  return raise(rule, rule.evaluate(viewOf(asked), { raised: [], card: null }));
}

/** "escalate immediate", or null when the rule does not hold. */
export function weightOf(ruleId: string, asked: Asked): string | null {
  const raised = raisedBy(ruleId, asked);
  return raised === null ? null : `${raised.kind} ${raised.urgency}`;
}

/** The evaluation of the example episode; null when nothing runs on that day. */
export function evaluationOf({
  chart: given,
  day: dayOfEpisode,
  site = EXAMPLE_SITE,
}: Asked): EpisodeEvaluation | null {
  const all = evaluateChart(chart(given), site, on(dayOfEpisode));
  return all.find(({ episode }) => episode.episodeId === "e-1") ?? null;
}

export function findingOn(ruleId: string, asked: Asked): Finding | null {
  return evaluationOf(asked)?.findings.find(({ rule }) => rule === ruleId) ?? null;
}

/** A chart in which every criterion of the step-down card is met on day 35, at IOP. */
export const READY_CHART: Partial<Chart> = {
  placements: [placement()],
  assessments: [
    phq9(0, 16),
    gad7(0, 12),
    item9(27, 0),
    gad7(27, 5),
    item9(34, 0, { assessmentId: "phq-34" }),
    gad7(34, 4),
  ],
  sessions: sessionsOn(
    Array.from({ length: 36 }, (_, place) => place).filter((place) => place % 7 < 4),
    "attended",
  ),
  screens: [screenOn(20, [negative("cocaine")]), screenOn(30, [negative("cocaine")])],
};
