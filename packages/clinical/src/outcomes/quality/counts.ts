import { compareText } from "../../findings/order.ts";
import { wilson } from "../../statistics/wilson.ts";
import type { QualityAnswer } from "../answers.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import { QUALITY_CHECKS, type QualityCheckId } from "../quality.types.ts";

/** With fewer closed episodes a therapist is not shown alone. */
const LEAST_CLOSED = 20;

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
): Pick<QualityAnswer, "byTherapist" | "notShown"> {
  const groups = new Map<string | null, EpisodeFacts[]>();
  for (const one of cohort) {
    const group = groups.get(one.therapistId);
    if (group === undefined) groups.set(one.therapistId, [one]);
    else group.push(one);
  }
  const all = [...groups].map(([therapistId, of]) => ({ therapistId, of }));
  const isShown = ({ therapistId, of }: (typeof all)[number]) =>
    therapistId === null || of.length >= LEAST_CLOSED;
  const few = all.filter((group) => !isShown(group));
  return {
    byTherapist: all
      .filter(isShown)
      .toSorted((a, b) => compareText(a.therapistId ?? "\u{10FFFF}", b.therapistId ?? "\u{10FFFF}"))
      .map(({ therapistId, of }) => ({
        therapistId,
        episodes: of.length,
        rate: wilson(
          sum(of, ({ weeks }) => weeks.measured.length),
          sum(of, ({ weeks }) => weeks.expected),
        ),
      })),
    notShown: { groups: few.length, episodes: few.reduce((total, { of }) => total + of.length, 0) },
  };
}
