import { daysBetween } from "../../calendar/civil.ts";
import type { CalendarDate } from "../../calendar/types.ts";
import { LEVELS_OF_CARE } from "../../records/codes.ts";
import type { Site } from "../../records/types.ts";
import { quantileOf } from "../../statistics/quantile.ts";
import { wilson } from "../../statistics/wilson.ts";
import { LEVEL_NODES, type LevelNode, type LevelsAnswer } from "../answers.ts";
import { admittedCohort, dischargedCohort } from "../cohort.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import type { Rate } from "../json.ts";
import { hasEndedOtherwise, hasLeft, isCompleted } from "../measures.ts";
import type { CohortQuestion } from "../question.ts";
import { OUTCOMES_VERSION, RULE_SET } from "../version.ts";
import { pathOf, segmentsOf } from "./path.ts";
import { hasReturned, notFollowed, type ReturnDays, staysByPatient } from "./returns.ts";

/** Those discharged in the period, and those admitted in it who are still here as of the day. */
export function flowing(
  facts: readonly EpisodeFacts[],
  site: Site,
  question: CohortQuestion,
): readonly EpisodeFacts[] {
  const here = admittedCohort(facts, site, question).filter(({ dischargedOn }) => dischargedOn === null);
  return [...dischargedCohort(facts, site, question), ...here];
}

interface Step {
  readonly from: LevelNode;
  readonly to: LevelNode;
}

/** The steps of one stay, each once, however often the patient went that way. */
export function stepsOf(facts: EpisodeFacts, site: Site): readonly Step[] {
  const path = pathOf(facts, site);
  const steps = path.slice(1).map((to, place) => ({ from: path[place] ?? to, to }));
  return steps.filter(
    (step, place) => steps.findIndex(({ from, to }) => from === step.from && to === step.to) === place,
  );
}

function placeOf(node: LevelNode): number {
  return LEVEL_NODES.indexOf(node);
}

function linksOf(facts: readonly EpisodeFacts[], site: Site): LevelsAnswer["links"] {
  const links = new Map<string, Step & { episodes: number }>();
  for (const one of facts) {
    for (const { from, to } of stepsOf(one, site)) {
      const key = `${from}/${to}`;
      const link = links.get(key);
      if (link === undefined) links.set(key, { from, to, episodes: 1 });
      else link.episodes += 1;
    }
  }
  return [...links.values()].toSorted(
    (a, b) => placeOf(a.from) - placeOf(b.from) || placeOf(a.to) - placeOf(b.to),
  );
}

/** Days at every level, of those discharged: of those still here a short stay would be one that has just begun. */
function staysOf(discharged: readonly EpisodeFacts[], site: Site): LevelsAnswer["stays"] {
  const segments = discharged.flatMap((one) => segmentsOf(one, site));
  return LEVELS_OF_CARE.map((level) => {
    const days = segments.flatMap((segment) =>
      segment.level === level && segment.to !== null ? [daysBetween(segment.from, segment.to)] : [],
    );
    return {
      level,
      n: days.length,
      median: quantileOf(days, 0.5),
      lowerQuartile: quantileOf(days, 0.25),
      upperQuartile: quantileOf(days, 0.75),
    };
  }).filter(({ n }) => n > 0);
}

function returnsOf(
  discharged: readonly EpisodeFacts[],
  all: readonly EpisodeFacts[],
  site: Site,
  asOf: CalendarDate,
): LevelsAnswer["returned"] {
  const stays = staysByPatient(all, site);
  const rateWithin = (within: ReturnDays): Rate => {
    const followed = discharged.filter((one) => notFollowed(one, within, asOf) === null);
    return wilson(followed.filter((one) => hasReturned(one, site, stays, within)).length, followed.length);
  };
  return { within30: rateWithin(30), within90: rateWithin(90) };
}

function endsOf(discharged: readonly EpisodeFacts[]): LevelsAnswer["ends"] {
  const planned = discharged.filter(isCompleted).length;
  const unplanned = discharged.filter(hasLeft).length;
  const unknown = discharged.filter(({ dischargeReason }) => dischargeReason === null).length;
  return {
    planned: wilson(planned, discharged.length),
    unplanned: wilson(unplanned, discharged.length),
    other: discharged.filter(hasEndedOtherwise).length,
    unknown,
  };
}

/**
 * From where to where patients went through levels of care, how long they were at each, how their stays ended and how many
 * came back. Ends, days and returns are of the discharged cohort; the links also hold those admitted in the period who are
 * still here. The order of `facts` does not matter.
 *
 * @throws RangeError for a period reversed
 */
export function levelsOf(facts: readonly EpisodeFacts[], site: Site, question: CohortQuestion): LevelsAnswer {
  const discharged = dischargedCohort(facts, site, question);
  return {
    question,
    definitions: OUTCOMES_VERSION,
    rules: RULE_SET,
    links: linksOf(flowing(facts, site, question), site),
    stays: staysOf(discharged, site),
    returned: returnsOf(discharged, facts, site, question.asOf),
    ends: endsOf(discharged),
  };
}
