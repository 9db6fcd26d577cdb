import type { Ground, Raised, Rule } from "../rules/define.ts";
import type { EpisodeView } from "./episode-view.ts";
import { inOrder } from "./evidence.ts";
import { FINDING_KINDS, type Finding, URGENCIES } from "./types.ts";

/** The rule with what makes it hold; null without a ground. Urgency and kind are those of the most urgent ground. */
export function raise(rule: Rule, grounds: readonly Ground[]): Raised | null {
  const weighed = grounds
    .map((ground) => ({ kind: ground.kind ?? rule.kind, urgency: ground.urgency ?? rule.urgency }))
    .toSorted(
      (a, b) =>
        URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) ||
        FINDING_KINDS.indexOf(a.kind) - FINDING_KINDS.indexOf(b.kind),
    );
  const [highest] = weighed;
  return highest === undefined ? null : { rule, ...highest, grounds };
}

function once(texts: readonly string[]): string {
  return [...new Set(texts)].join("; ");
}

/** The finding of a raised rule on the episode, as it is stored, shown and printed. */
export function findingOf(raised: Raised, view: EpisodeView): Finding {
  const { rule, kind, urgency, grounds } = raised;
  return {
    rule: rule.id,
    version: rule.version,
    patient_id: view.episode.patientId,
    episode_id: view.episode.episodeId,
    as_of: view.asOf,
    kind,
    urgency,
    headline: once(grounds.map((ground) => ground.headline)),
    evidence: inOrder(grounds.flatMap((ground) => ground.evidence)),
    clears: once(grounds.map((ground) => ground.clears ?? rule.wording.clears)),
    source: rule.source,
  };
}
