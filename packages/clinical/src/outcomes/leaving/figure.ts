import { compareGroups } from "../comparison/compare.ts";
import type { Figure, FunnelFigure } from "../figure.types.ts";
import { levelsOf } from "../levels/levels.ts";
import { MEASURES } from "../measures.ts";
import { COMPARED, claimOf, groupsOf } from "./document.ts";
import type { LeavingFigure, LeavingFigureAsk } from "./figure-ask.types.ts";
import {
  bandsFigure,
  controlFigure,
  flowFigure,
  groupsFigure,
  measuresFigure,
  retentionFigure,
  weeksFigure,
} from "./figures.ts";
import { levelsFigure } from "./levels.ts";
import { type Also, type Plan, planOf } from "./plan.ts";
import type { ReportInput } from "./report.types.ts";
import { cohortWords, dayWords, periodWords, programWords, valueWords } from "./words.ts";

/** Its limits are made of all groups together: a funnel leaves when every group may, and not otherwise. */
function funnelFigure(
  plan: Plan,
  { by = "program", measure = COMPARED }: LeavingFigureAsk,
): FunnelFigure | null {
  const { facts, site, question, now, may } = plan;
  const { funnel, groups } = compareGroups(facts, site, question, { by, measure });
  const all = groupsOf(now, site, by).scopes.every(({ scope }) => may(claimOf(scope, measure)));
  if (funnel === null || !all || !may(claimOf(now, measure))) return null;
  const points = groups.flatMap(({ value, observed, adjusted, place }) => {
    const estimate = adjusted ?? observed;
    if (estimate.value === null || place === null) return [];
    return [{ key: value, label: valueWords(by, value, site), n: estimate.n, value: estimate.value, place }];
  });
  return {
    kind: "funnel",
    theta: funnel.theta,
    thetaLabel: "All",
    points,
    limits: funnel.limits,
  };
}

function drawn(plan: Plan, ask: LeavingFigureAsk): Figure | null {
  const { by = "program", measure = COMPARED, instrument = "phq-9" } = ask;
  switch (ask.figure) {
    case "flow":
      return flowFigure(plan);
    case "measures":
      return measuresFigure(
        plan,
        MEASURES.map(({ id }) => id),
      );
    case "bands":
      return bandsFigure(plan, instrument);
    case "retention":
      return retentionFigure(plan);
    case "weeks":
      return weeksFigure(plan);
    case "levels":
      return levelsFigure(levelsOf(plan.facts, plan.site, plan.question), plan.may);
    case "comparison":
      return groupsFigure(plan, by, measure);
    case "funnel":
      return funnelFigure(plan, ask);
    case "over_time":
      return controlFigure(plan, measure);
  }
}

/** Whether a value somewhere in a figure is withheld: counts are null for no other reason, and a curve never leaves. */
function isWithheld(figure: Figure): boolean {
  switch (figure.kind) {
    case "flow":
      return figure.boxes.some(({ count }) => count === null);
    case "bands":
      return figure.bands.some(({ pre, post }) => pre === null || post === null);
    case "retention":
      return true;
    case "weeks":
      return figure.weeks.some(({ expected }) => expected === null);
    case "levels":
      return figure.links.some(({ episodes }) => episodes === null);
    case "intervals":
      return figure.rows.some(({ n }) => n === null);
    case "control":
      return figure.points.some(({ n }) => n === null);
    default:
      return false;
  }
}

/** What the figure tells beside what every report does. */
function alsoOf({ figure, by = "program", measure = COMPARED }: LeavingFigureAsk): Also | null {
  if (figure === "comparison" || figure === "funnel") return { by, measure };
  return figure === "over_time" && measure !== COMPARED ? { by: null, measure } : null;
}

/**
 * A figure as it may leave the program, of the same plan as the report of that question. Null: nothing of it may, such as one by therapist, or a
 * funnel of which a group is withheld.
 *
 * @throws RangeError for a period reversed, and for a cohort of one therapist
 */
export function leavingFigureOf(
  input: Pick<ReportInput, "facts" | "site" | "question">,
  ask: LeavingFigureAsk,
): LeavingFigure | null {
  if (ask.by === "therapist") return null;
  const plan = planOf(input, alsoOf(ask));
  const figure = drawn(plan, ask);
  if (figure === null) return null;
  const { question, site } = plan;
  const withheld = isWithheld(figure);
  const kept = withheld ? " Counts of 1 to 10, and what they could be worked out from, are withheld." : "";
  return {
    figure,
    question,
    withheld,
    caption: `${programWords(question, site, input.facts)}. ${cohortWords(question, site)}, ${periodWords(question)}, as of ${dayWords(question.asOf)}.${kept}`,
  };
}
