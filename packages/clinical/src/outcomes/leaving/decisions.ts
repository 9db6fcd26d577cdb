import type { EpisodeFacts } from "../facts.types.ts";
import type { Asked } from "./document.ts";

type Ids = ReadonlySet<string>;
type Decisions = { readonly site: Asked["site"]; readonly kept: Map<string, Ids> };

/** What was decided of the same facts: several figures of one question are asked for one after the other, and it takes seconds. */
const decisions = new WeakMap<readonly EpisodeFacts[], Decisions>();
const DECISIONS_KEPT = 40;

/** @param what names the decision among those of one question */
export function decidedOnce({ facts, site, question }: Asked, what: string, decide: () => Ids): Ids {
  const held = decisions.get(facts);
  const { kept } =
    held?.site === site && held.kept.size < DECISIONS_KEPT ? held : { kept: new Map<string, Ids>() };
  decisions.set(facts, { site, kept });
  const key = `${what} ${JSON.stringify(question)}`;
  const ids = kept.get(key) ?? decide();
  kept.set(key, ids);
  return ids;
}
