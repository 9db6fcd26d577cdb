import type { Site } from "../../records/types.ts";
import { wilson } from "../../statistics/wilson.ts";
import type { QualityAnswer } from "../answers.ts";
import { type Group, groupsInOrder } from "../comparison/groups-in-order.ts";
import { LEAST_CLOSED } from "../comparison/least-closed.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import { QUALITY_CHECKS, type QualityCheckId } from "../quality.types.ts";
import { NOT_RECORDED } from "../question.ts";

/** Out of how many records the problems of a check are counted; null: out of the episodes. */
const LOOKED: Readonly<Record<QualityCheckId, ((one: EpisodeFacts) => number) | null>> = {
  "week-not-measured": ({ weeks }) => weeks.expected,
  "recorded-late": ({ looked }) => looked.assessments,
  "items-missing": ({ looked }) => looked.itemized,
  prorated: ({ looked }) => looked.itemized,
  "session-not-marked": ({ looked }) => looked.sessions,
  "screen-without-result": ({ looked }) => looked.collected,
  "no-discharge-reason": null,
  "impossible-sequence": null,
};

function sum(facts: readonly EpisodeFacts[], count: (one: EpisodeFacts) => number): number {
  return facts.reduce((total, one) => total + count(one), 0);
}

/** Each check with its problems, the episodes that have one, and out of how many records. */
export function checksOf(cohort: readonly EpisodeFacts[]): QualityAnswer["checks"] {
  return QUALITY_CHECKS.map((check) => {
    const found = cohort.map(({ quality }) => quality.filter((problem) => problem.check === check).length);
    const looked = LOOKED[check];
    return {
      check,
      problems: found.reduce((total, count) => total + count, 0),
      episodes: found.filter((count) => count > 0).length,
      of: looked === null ? null : sum(cohort, looked),
    };
  });
}

/** Weekly measurement of the episodes of each therapist, in the order of their identifiers; who has too few is counted only. */
export function measurementByTherapist(
  cohort: readonly EpisodeFacts[],
  site: Site,
): Pick<QualityAnswer, "byTherapist" | "notShown"> {
  const groups = groupsInOrder(cohort, site, "therapist");
  const isShown = ({ value, facts }: Group): boolean =>
    value === NOT_RECORDED || facts.length >= LEAST_CLOSED;
  const few = groups.filter((group) => !isShown(group));
  return {
    byTherapist: groups.filter(isShown).map(({ value, facts }) => ({
      therapistId: value === NOT_RECORDED ? null : value,
      episodes: facts.length,
      rate: wilson(
        sum(facts, ({ weeks }) => weeks.measured.length),
        sum(facts, ({ weeks }) => weeks.expected),
      ),
    })),
    notShown: {
      groups: few.length,
      episodes: sum(
        few.flatMap(({ facts }) => facts),
        () => 1,
      ),
    },
  };
}
