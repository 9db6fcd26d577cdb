import { RULE_SET, RULES, type Rule } from "@soundings/clinical";
import type { RuleFacts, RuleListing } from "@soundings/contract";

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

function factsOfRule(rule: Rule): RuleFacts {
  return {
    rule: rule.id,
    version: rule.version,
    title: rule.title,
    consider: rule.wording.consider,
    source: rule.source,
    reviewed: rule.reviewed,
    safety: rule.safety,
    houseThreshold: Object.values(rule.thresholds).some(({ basis }) => basis === "house"),
  };
}

/** What a page says of these rules; an id that no rule has is left out. */
export function factsOf(ids: readonly string[]): RuleFacts[] {
  return ids.flatMap((id) => {
    const rule = BY_ID.get(id);
    return rule === undefined ? [] : [factsOfRule(rule)];
  });
}

export function listRules(): RuleListing {
  const rules = RULES.map((rule) => ({
    ...factsOfRule(rule),
    kind: rule.kind,
    urgency: rule.urgency,
    clears: rule.wording.clears,
    thresholds: Object.entries(rule.thresholds).map(([name, { value, unit, basis }]) => ({
      name,
      value,
      unit,
      basis,
    })),
  }));
  return { ruleSet: RULE_SET, rules };
}
