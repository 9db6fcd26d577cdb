import type { Ground, Raised, Superseder } from "../rules/define.ts";
import { raise } from "./raise.ts";

function restsOn(raised: Raised, ground: Ground): boolean {
  const { instrument } = ground;
  return instrument !== undefined && raised.grounds.some((other) => other.instrument === instrument);
}

function leavesOut(superseder: Superseder, own: Raised, ground: Ground, all: readonly Raised[]): boolean {
  if ("anyOfKind" in superseder) {
    return all.some((other) => other.rule.id !== own.rule.id && other.kind === superseder.anyOfKind);
  }
  const other = all.find((one) => one.rule.id === superseder.rule);
  if (other === undefined || superseder.unlessUrgency === own.urgency) return false;
  return superseder.onSameInstrument === undefined || restsOn(other, ground);
}

/**
 * What is left of all that hold in an episode. Every finding is judged against all of them, those that are left out
 * themselves included; one that has no ground left is left out.
 */
export function supersede(all: readonly Raised[]): readonly Raised[] {
  return all.flatMap((own) => {
    const left = own.grounds.filter(
      (ground) => !own.rule.supersededBy.some((superseder) => leavesOut(superseder, own, ground, all)),
    );
    return raise(own.rule, left) ?? [];
  });
}
