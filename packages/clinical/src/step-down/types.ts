import type { Evidence } from "../findings/types.ts";

export const CRITERION_STATES = ["met", "not_met", "no_data", "not_applicable"] as const;
export type CriterionState = (typeof CRITERION_STATES)[number];

/** One line of the card. `detail` is a sentence with the values that made the state so. */
export interface CriterionResult {
  readonly id: string;
  readonly state: CriterionState;
  readonly detail: string;
}

/** A criterion with the records behind it, for a page; the JSON of the command line leaves `evidence` and `label` out. */
export interface CriterionView extends CriterionResult {
  readonly label: string;
  readonly evidence: readonly Evidence[];
}

/** The step-down card of one active episode at PHP or IOP. `ready` means that step-down-ready is a finding. */
export interface StepDownCard {
  readonly patient_id: string;
  readonly episode_id: string;
  readonly ready: boolean;
  readonly criteria: readonly CriterionView[];
}
