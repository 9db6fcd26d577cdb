import type { CalendarDate } from "../calendar/types.ts";
import type { Chart, Episode, Site } from "../records/types.ts";
import type { Others, Raised, Rule } from "../rules/define.ts";
import { RULES } from "../rules/table.ts";
import { judgeCriteria } from "../step-down/card.ts";
import type { CriterionView, StepDownCard } from "../step-down/types.ts";
import { compareFindings } from "./compare.ts";
import { type EpisodeView, type Phase, phaseOf, viewEpisode } from "./episode-view.ts";
import { knownChart } from "./known.ts";
import { findingOf, raise } from "./raise.ts";
import { supersede } from "./supersede.ts";
import type { Finding } from "./types.ts";

/** What the rules say of one episode as of a date. */
export interface EpisodeEvaluation {
  /** The episode as known on the date. */
  readonly episode: Episode;
  readonly phase: Phase;
  /** Superseded ones left out, in the order of a list of findings. */
  readonly findings: readonly Finding[];
  /** Null unless the episode is active at PHP or IOP. */
  readonly stepDown: StepDownCard | null;
}

function raiseAll(rules: readonly Rule[], view: EpisodeView, others: Others): readonly Raised[] {
  return rules.flatMap((rule) => raise(rule, rule.evaluate(view, others)) ?? []);
}

function cardOf(
  { patientId, episodeId }: Episode,
  criteria: readonly CriterionView[] | null,
  findings: readonly Finding[],
): StepDownCard | null {
  if (criteria === null) return null;
  const ready = findings.some(({ kind }) => kind === "step_down");
  return { patient_id: patientId, episode_id: episodeId, ready, criteria };
}

function evaluateEpisode(view: EpisodeView, phase: Phase): EpisodeEvaluation {
  const { episode } = view;
  const running = RULES.filter((rule) => phase === "active" || rule.runs === "around_stay");
  const fromRecords = raiseAll(
    running.filter(({ reads }) => reads === "records"),
    view,
    { raised: [], card: null },
  );
  const criteria = judgeCriteria(view, fromRecords);
  const fromFindings = raiseAll(
    running.filter(({ reads }) => reads === "findings"),
    view,
    { raised: fromRecords, card: criteria },
  );
  const findings = supersede([...fromRecords, ...fromFindings])
    .map((raised) => findingOf(raised, view))
    .sort(compareFindings);
  return { episode, phase, findings, stepDown: cardOf(episode, criteria, findings) };
}

/**
 * Findings and step-down cards of a patient's episodes as of a date: of every episode active then, and, by the safety
 * rules that run around a stay, of those admitted up to 14 days later or discharged up to 7 days before. In the order of
 * admission, then identifier. The order of the records in the chart never matters, nor does anything dated or recorded
 * after the date.
 */
export function evaluateChart(chart: Chart, site: Site, asOf: CalendarDate): readonly EpisodeEvaluation[] {
  const known = knownChart(chart, site, asOf);
  return [...known.episodes, ...known.upcoming].flatMap((episode) => {
    const phase = phaseOf(episode, asOf);
    return phase === null ? [] : [evaluateEpisode(viewEpisode(known, site, episode), phase)];
  });
}
