import { belonging } from "../../findings/belonging.ts";
import type { EpisodeView } from "../../findings/episode-view.ts";
import type { KnownChart } from "../../findings/known.ts";
import { compareDates } from "../../findings/order.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import { QUALITY_CHECKS, type QualityProblem } from "../quality.types.ts";
import { formProblems, isItemized } from "./forms.ts";
import { sequenceProblems } from "./sequences.ts";
import { dueScreens, dueSessions, notMarked, withoutResult } from "./visits.ts";
import { weeksNotMeasured } from "./weeks.ts";

/** What the checks say of one episode, and how many records they looked at. */
export type EpisodeQuality = Pick<EpisodeFacts, "quality" | "looked">;

function noReason({ episode }: EpisodeView): readonly QualityProblem[] {
  const { dischargedOn: on, dischargeReason, episodeId: id } = episode;
  if (on === null || dischargeReason !== null) return [];
  return [
    {
      check: "no-discharge-reason",
      record: { kind: "episode", id },
      on,
      text: "Discharged, no reason recorded",
    },
  ];
}

function inOrder(problems: readonly QualityProblem[]): readonly QualityProblem[] {
  return QUALITY_CHECKS.flatMap((check) =>
    problems.filter((problem) => problem.check === check).toSorted((a, b) => compareDates(a.on, b.on)),
  );
}

/**
 * What is missing, late or impossible in the records of one episode, as they are known on the day of the chart. Forms and screens are
 * those that belong to the episode, sessions those of the stay.
 *
 * @returns `quality` by check in the order of `QUALITY_CHECKS`, then by day; `looked` counts the forms, the forms with
 * answers, the sessions old enough to be marked and the specimens old enough to have a result
 */
export function problemsOf(view: EpisodeView, chart: KnownChart): EpisodeQuality {
  const forms = belonging(chart, view.episode, chart.assessments);
  const sessions = dueSessions(view.sessions, view.asOf);
  const screens = dueScreens(view.screens, view.asOf);
  const near = belonging(chart, view.episode, chart.sessions);
  return {
    quality: inOrder([
      ...weeksNotMeasured(chart, view),
      ...formProblems(forms),
      ...notMarked(sessions),
      ...withoutResult(screens),
      ...noReason(view),
      ...sequenceProblems(chart, view, { forms, sessions: near }),
    ]),
    looked: {
      assessments: forms.length,
      itemized: forms.filter(isItemized).length,
      sessions: sessions.length,
      collected: screens.length,
    },
  };
}
