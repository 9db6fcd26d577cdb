import type { Site } from "../../records/types.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import type { CohortQuestion } from "../question.ts";
import { type Claims, mayLeave } from "./withholding.ts";

interface Asked {
  readonly facts: readonly EpisodeFacts[];
  readonly site: Site;
  readonly question: CohortQuestion;
}

type Decisions = { readonly site: Site; readonly told: Map<string, ReadonlySet<string>> };

/** What was decided of the same facts: several figures of one question are asked for one after the other, and it takes seconds. */
const decisions = new WeakMap<readonly EpisodeFacts[], Decisions>();
const DECISIONS_KEPT = 20;

export function decidedOnce({ facts, site, question }: Asked, common: Claims): ReadonlySet<string> {
  const held = decisions.get(facts);
  const kept =
    held?.site === site && held.told.size < DECISIONS_KEPT
      ? held
      : { site, told: new Map<string, ReadonlySet<string>>() };
  const key = JSON.stringify(question);
  const told = kept.told.get(key) ?? mayLeave(common);
  kept.told.set(key, told);
  decisions.set(facts, kept);
  return told;
}
