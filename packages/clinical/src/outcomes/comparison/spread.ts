import { type FunnelLimits, funnelLimits, funnelSeries, placeOf } from "../../statistics/funnel.ts";
import { overdispersionOf } from "../../statistics/overdispersion.ts";
import { shrunkenMean, shrunkenShare, variancesOf } from "../../statistics/shrinkage.ts";
import type { ComparedGroup, Estimate, Funnel } from "../answers.ts";

/** With fewer groups nothing can be said about how groups differ: no funnel, and nothing is drawn toward the whole. */
export const FEWEST_GROUPS = 3;

type Placed = Pick<ComparedGroup, "shrunken" | "place">;
const NOWHERE: Placed = { shrunken: null, place: null };

/** A group on the way to its place: the value that is judged, and of a mean the single values. */
export interface Judged {
  /** Not so of those not recorded, who are no group. */
  readonly takesPart: boolean;
  readonly estimate: Estimate;
  readonly values: readonly number[];
}

export interface Spread {
  readonly funnel: Funnel | null;
  /** In the order of the groups. */
  readonly places: readonly Placed[];
}

function nowhere(groups: readonly Judged[]): Spread {
  return { funnel: null, places: groups.map(() => NOWHERE) };
}

/**
 * The funnel of shares around `theta`, with the variance between the groups. None with fewer than three groups, and when
 * nobody or everybody has the event: chance then has no width.
 */
export function spreadOfShares(groups: readonly Judged[], theta: number | null, adjusted: boolean): Spread {
  const judged = groups.flatMap(({ takesPart, estimate: { n, value } }) =>
    takesPart && value !== null && n > 0 ? [{ share: value, n }] : [],
  );
  if (theta === null || theta <= 0 || theta >= 1 || judged.length < FEWEST_GROUPS) return nowhere(groups);
  const { phi, tau2 } = overdispersionOf(theta, judged);
  const limitsAt = (n: number): FunnelLimits => funnelLimits(theta, n, tau2);
  const largest = Math.max(...judged.map(({ n }) => n));
  return {
    funnel: { theta, adjusted, phi, tau2, limits: funnelSeries(largest).map(limitsAt) },
    places: groups.map(({ takesPart, estimate: { n, value } }) =>
      takesPart && value !== null && n > 0
        ? { shrunken: shrunkenShare(value, n, theta, tau2), place: placeOf(value, limitsAt(n)) }
        : NOWHERE,
    ),
  };
}

/** Means drawn toward the mean of all. There is no funnel of means: limits by n are those of shares. */
export function spreadOfMeans(groups: readonly Judged[], overall: number | null): Spread {
  const judged = groups.filter(({ takesPart, values }) => takesPart && values.length > 0);
  const variances = variancesOf(judged.map(({ values }) => values));
  if (overall === null || variances === null || judged.length < FEWEST_GROUPS) return nowhere(groups);
  return {
    funnel: null,
    places: groups.map(({ takesPart, values, estimate: { n, value } }) =>
      takesPart && value !== null && values.length > 0
        ? { shrunken: shrunkenMean(value, n, overall, variances), place: null }
        : NOWHERE,
    ),
  };
}
