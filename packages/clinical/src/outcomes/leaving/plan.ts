import type { ComparedId } from "../answers.ts";
import type { OutcomesJson } from "../json.ts";
import { outcomesOfCohorts } from "../outcomes.ts";
import { DIMENSIONS, type Dimension } from "../question.ts";
import { decidedOnce } from "./decisions.ts";
import {
  type Asked,
  COMPARED,
  COMPARED_BY,
  claimDocument,
  claimGroups,
  claimQuarters,
  FIVE,
  groupsOf,
  type Told,
  toldOf,
} from "./document.ts";
import { type Ledger, newLedger } from "./ledger.ts";
import { leavingQuestion } from "./question.ts";
import { claimShared, keptForSiblings } from "./siblings.ts";
import { type Claims, mayLeave } from "./withholding.ts";

/** One question with everything that may be told of it: reports and single figures take from the same plan, so they cannot be set against each other. */
export interface Plan extends Told, Asked {
  readonly json: {
    readonly all: OutcomesJson;
    readonly completers: OutcomesJson;
    readonly yearBefore: OutcomesJson;
  };
  /** Whether what has this name may be told. */
  readonly may: (claim: string) => boolean;
  /** All that was claimed, told or not. */
  readonly claims: Claims;
}

/** A comparison, or quarters one after the other. */
export interface Also {
  /** Null: by quarter. */
  readonly by: Dimension | null;
  readonly measure: ComparedId;
}

function isInDocument({ by, measure }: Also): boolean {
  return measure === COMPARED && (by === null || COMPARED_BY.some((one) => one === by));
}

/**
 * All that figures and reports tell beside what every report does: the first five measures by every dimension but the therapist, and by
 * quarter. Whatever is asked for, all of it is decided together: two figures could be set against each other like two tables.
 */
function claimMore(ledger: Ledger, { now, quarters }: Told, site: Asked["site"]): void {
  const dimensions = DIMENSIONS.filter((by) => by !== "therapist");
  for (const measure of FIVE) {
    claimQuarters(ledger, quarters, measure);
    for (const by of dimensions) claimGroups(ledger, groupsOf(now, site, by), measure);
  }
}

/**
 * Decides what may leave in answer to a question. All reports and figures of one question are decided in the same order.
 *
 * @param also what is asked beside what every report tells; of a cohort with a filter it is never told
 * @throws RangeError for a period reversed, and for a therapist
 */
export function planOf({ facts, site, question: given }: Asked, also: Also | null): Plan {
  const asked = { facts, site, question: leavingQuestion(given) };
  const told = toldOf(asked);
  const { question, now, completers, before } = told;
  const ledger = newLedger();
  claimShared(ledger, asked);
  claimDocument(ledger, asked, told);
  const common = ledger.claims();
  let leaving = decidedOnce(asked, "report", () => {
    const kept = keptForSiblings(asked);
    return new Set([...mayLeave(common)].filter((id) => !kept.has(id)));
  });
  const isWhole = Object.keys(question.filter).length === 0;
  if (also !== null && isWhole && !isInDocument(also)) {
    claimMore(ledger, told, site);
    const decided = new Set(common.claims.map(({ id }) => id));
    const settled = { decided, told: leaving };
    leaving = decidedOnce(asked, "all figures", () => mayLeave(ledger.claims(), settled));
  }
  return {
    ...told,
    site,
    facts,
    json: {
      all: outcomesOfCohorts(now, question),
      completers: outcomesOfCohorts(completers, question),
      yearBefore: outcomesOfCohorts(before.scope, before.question),
    },
    may: (claim) => leaving.has(claim),
    claims: ledger.claims(),
  };
}
