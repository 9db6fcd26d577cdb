import type { EpisodeView } from "../findings/episode-view.ts";
import { inOrder } from "../findings/evidence.ts";
import type { LevelOfCare } from "../records/codes.ts";
import type { Raised } from "../rules/define.ts";
import { attendance, daysAtLevel, noEscalation, screensClear } from "./course-criteria.ts";
import type { Criterion } from "./define.ts";
import { gad7Low, improved, measuresCurrent, noSuicidalIdeation, phq9Low } from "./measure-criteria.ts";
import type { CriterionResult, CriterionView, StepDownCard } from "./types.ts";

/** The criteria in the order of the card. */
export const STEP_DOWN_CRITERIA: readonly Criterion[] = [
  daysAtLevel,
  measuresCurrent,
  phq9Low,
  gad7Low,
  improved,
  noSuicidalIdeation,
  attendance,
  screensClear,
  noEscalation,
];

const LEVELS: ReadonlySet<LevelOfCare | null> = new Set(["php", "iop"]);

/** The criteria of an active episode at PHP or IOP; null for any other. `raised`: all findings that hold in it. */
export function judgeCriteria(view: EpisodeView, raised: readonly Raised[]): readonly CriterionView[] | null {
  if (view.phase !== "active" || !LEVELS.has(view.level.level)) return null;
  return STEP_DOWN_CRITERIA.map(({ id, label, judge }) => {
    const { state, detail, evidence } = judge(view, raised);
    return { id, label, state, detail, evidence: inOrder(evidence) };
  });
}

/** A card as the command line prints it. */
export interface StepDownJson {
  readonly patient_id: string;
  readonly episode_id: string;
  readonly ready: boolean;
  readonly criteria: readonly CriterionResult[];
}

/** The card without labels and evidence. */
export function stepDownJson(card: StepDownCard): StepDownJson {
  const { patient_id, episode_id, ready } = card;
  return {
    patient_id,
    episode_id,
    ready,
    criteria: card.criteria.map(({ id, state, detail }) => ({ id, state, detail })),
  };
}
