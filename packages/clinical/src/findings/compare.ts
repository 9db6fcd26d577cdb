import { RULES } from "../rules/table.ts";
import { compareText } from "./order.ts";
import { FINDING_KINDS, type Finding, URGENCIES } from "./types.ts";

const PLACES: ReadonlyMap<string, number> = new Map(RULES.map(({ id }, place) => [id, place]));

/** The place of a rule in the table; after all of them for one that is not in it. */
function placeOf(rule: string): number {
  return PLACES.get(rule) ?? RULES.length;
}

/**
 * The order of a list of findings: urgency, kind (escalate, review, step_down, data), patient, the order of the table,
 * episode; text by code point.
 */
export function compareFindings(
  a: Pick<Finding, "urgency" | "kind" | "patient_id" | "rule" | "episode_id">,
  b: Pick<Finding, "urgency" | "kind" | "patient_id" | "rule" | "episode_id">,
): number {
  return (
    URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) ||
    FINDING_KINDS.indexOf(a.kind) - FINDING_KINDS.indexOf(b.kind) ||
    compareText(a.patient_id, b.patient_id) ||
    placeOf(a.rule) - placeOf(b.rule) ||
    compareText(a.episode_id, b.episode_id)
  );
}
