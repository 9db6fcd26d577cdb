import type { EpisodeView } from "../findings/episode-view.ts";
import type { Evidence } from "../findings/types.ts";
import type { Raised, Values } from "../rules/define.ts";
import type { Threshold, Thresholds } from "../rules/threshold.ts";
import type { CriterionState } from "./types.ts";

/** What is known of one criterion: the state, a sentence with the values that made it so, and the records behind it. */
export interface Judgment {
  readonly state: CriterionState;
  readonly detail: string;
  readonly evidence: readonly Evidence[];
}

/** One line of the step-down card, as data. */
export interface Criterion {
  readonly id: string;
  readonly label: string;
  readonly thresholds: Thresholds;
  readonly judge: (view: EpisodeView, raised: readonly Raised[]) => Judgment;
}

export interface CriterionDefinition<T extends Thresholds>
  extends Omit<Criterion, "label" | "thresholds" | "judge"> {
  readonly label: (values: Values<T>) => string;
  readonly thresholds: T;
  /**
   * In this order: what is known already decides against, not met; something needed is missing, no data; else met.
   * `raised`: all findings that hold in the episode.
   */
  readonly judge: (view: EpisodeView, values: Values<T>, raised: readonly Raised[]) => Judgment;
}

/** A criterion from its definition: the judgment and its sentence read the same thresholds. */
export function defineCriterion<const T extends Thresholds>(definition: CriterionDefinition<T>): Criterion {
  const { id, label, judge, thresholds } = definition;
  const entries = Object.entries<Threshold>(thresholds).map(([name, { value }]) => [name, value]);
  const values = Object.fromEntries(entries) as Values<T>;
  return { id, label: label(values), thresholds, judge: (view, raised) => judge(view, values, raised) };
}
