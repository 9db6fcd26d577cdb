import { compareText } from "../../findings/order.ts";
import { filtered } from "../cohort.ts";
import { groupsInOrder } from "../comparison/groups-in-order.ts";
import type { MeasureId } from "../json.ts";
import { type CohortFilter, DIMENSIONS, type Dimension } from "../question.ts";
import { decidedOnce } from "./decisions.ts";
import { type Asked, claimDocument, groupsOf, largestFirst, toldOf } from "./document.ts";
import { type Ledger, newLedger } from "./ledger.ts";
import { claimFlow, claimRate, scopeOf } from "./scope.ts";
import { mayLeave } from "./withholding.ts";

/**
 * Somebody may also have the reports of the whole and of every other value of a filter, and take one from the other. So a filtered report is decided as
 * if all of these had been given out.
 */

/** What reports of different values share: decided together, before all else and in the same order in each. */
const SHARED: readonly MeasureId[] = ["reliable-improvement", "recovery", "completion", "against-advice"];

function without(filter: CohortFilter, dimension: Dimension): CohortFilter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => name !== dimension));
}

/** Every question with one filter less, and the filter that it lacks. */
function widerThan({ facts, site, question }: Asked) {
  return DIMENSIONS.flatMap((dimension) => {
    const value = question.filter[dimension];
    if (value === undefined) return [];
    const wider = { ...question, filter: without(question.filter, dimension) };
    return [{ dimension, value, asked: { facts, site, question: wider } }];
  });
}

export function claimShared(ledger: Ledger, asked: Asked): void {
  for (const { dimension, asked: wider } of widerThan(asked)) {
    const whole = scopeOf(`without/${dimension}`, wider.facts, wider.site, wider.question);
    const groups = groupsOf(whole, wider.site, dimension);
    const siblings = {
      ...groups,
      scopes: groups.scopes.map(({ value, scope }) => ({
        value,
        scope: { ...scope, key: `sibling/${dimension}/${value}` },
      })),
    };
    for (const scope of [whole, ...largestFirst(siblings)]) {
      claimFlow(ledger, scope);
      for (const id of SHARED) claimRate(ledger, scope, id);
    }
    ledger.row(siblings.scopes.map(({ scope }) => `${scope.key}/discharged`));
  }
}

/** Claims that some facts by themselves let nobody tell, besides those that are withheld already. */
function keptOf(asked: Asked, kept: ReadonlySet<string>): ReadonlySet<string> {
  const ledger = newLedger();
  claimDocument(ledger, asked, toldOf(asked));
  const given = ledger.claims();
  const claims = given.claims.filter(({ id }) => !kept.has(id));
  const told = mayLeave({ ...given, claims });
  return new Set([...ledger.refused(), ...claims.map(({ id }) => id).filter((id) => !told.has(id))]);
}

/** What none of the values up to one may tell: the largest first, and after each all that are smaller, as one. */
function keptUpTo(asked: Asked, dimension: Dimension, last: string): ReadonlySet<string> {
  const { site } = asked;
  const facts = filtered(asked.facts, site, asked.question.filter);
  const groups = groupsInOrder(facts, site, dimension).toSorted(
    (a, b) => b.facts.length - a.facts.length || compareText(a.value, b.value),
  );
  const decided = (what: string, some: Asked["facts"], kept: ReadonlySet<string>) => {
    const found = decidedOnce(asked, `${dimension} ${what}`, () => keptOf({ ...asked, facts: some }, kept));
    return new Set([...kept, ...found]);
  };
  let kept = decided("whole", facts, new Set());
  for (const [place, { value, facts: own }] of groups.entries()) {
    const smaller = groups.slice(place + 1).flatMap((group) => group.facts);
    kept = decided(`of ${value}`, own, kept);
    if (smaller.length > 0) kept = decided(`after ${value}`, smaller, kept);
    if (value === last) break;
  }
  return kept;
}

/**
 * What a filtered report keeps because of the others: all that the whole, a larger value of the filter, or all smaller ones together may not tell. Then what
 * is told of the larger values, taken from the whole, leaves only what may be told as well.
 */
export function keptForSiblings(asked: Asked): ReadonlySet<string> {
  return new Set(
    widerThan(asked).flatMap(({ dimension, value, asked: wider }) => [...keptUpTo(wider, dimension, value)]),
  );
}
