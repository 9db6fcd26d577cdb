import { createHash } from "node:crypto";
import { RULES, STEP_DOWN_CRITERIA } from "@soundings/clinical";
import { TREND_VERSION } from "../trends/stored.ts";

/**
 * A short text that differs when a rule or criterion says or decides something else: after an update of the program, what
 * is stored under another text is evaluated again.
 */
export function rulesInForce(): string {
  const rules = RULES.map(({ id, version, title, thresholds, wording, source, supersededBy }) => [
    id,
    version,
    title,
    thresholds,
    wording,
    source,
    supersededBy,
  ]);
  const criteria = STEP_DOWN_CRITERIA.map(({ id, label, thresholds }) => [id, label, thresholds]);
  return createHash("sha256")
    .update(JSON.stringify([rules, criteria, TREND_VERSION]))
    .digest("hex")
    .slice(0, 32);
}
