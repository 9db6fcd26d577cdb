import type { EpisodeView } from "../findings/episode-view.ts";
import type { Evidence, FindingKind, Urgency } from "../findings/types.ts";
import type { InstrumentId } from "../records/codes.ts";
import type { CriterionView } from "../step-down/types.ts";
import type { Threshold, Thresholds } from "./threshold.ts";

/**
 * One reason why a rule holds. A finding is made of all its grounds: it takes the highest urgency among them with that
 * ground's kind, their evidence together, and their headlines one after the other.
 */
export interface Ground {
  /** One short, exact sentence with the values, without a full stop. */
  readonly headline: string;
  readonly evidence: readonly Evidence[];
  /** The rule's own kind and urgency unless given. */
  readonly kind?: FindingKind;
  readonly urgency?: Urgency;
  /** What would clear this ground; the rule's own wording unless given. */
  readonly clears?: string;
  /** The instrument that it rests on, where superseding goes by instrument. */
  readonly instrument?: InstrumentId;
}

/** A rule that holds, before superseding. */
export interface Raised {
  readonly rule: Rule;
  readonly kind: FindingKind;
  readonly urgency: Urgency;
  readonly grounds: readonly Ground[];
}

/** What makes a finding be left out when it holds too. Judged in one pass from all that hold in the episode. */
export type Superseder =
  | {
      readonly rule: string;
      /** Only the grounds on an instrument that the other one rests on too are left out. */
      readonly onSameInstrument?: true;
      /** The finding stands all the same when this is its urgency. */
      readonly unlessUrgency?: Urgency;
    }
  | { readonly anyOfKind: FindingKind };

/** What a rule that reads findings sees besides the episode. */
export interface Others {
  /** All that hold of the rules that read records only. */
  readonly raised: readonly Raised[];
  /** The step-down card, null where there is none. */
  readonly card: readonly CriterionView[] | null;
}

export interface Rule {
  readonly id: string;
  /** A changed threshold is a new version. */
  readonly version: number;
  readonly title: string;
  /** The kind and urgency that it has unless a ground says otherwise. */
  readonly kind: FindingKind;
  readonly urgency: Urgency;
  /** Cannot be switched off, snoozed or loosened by a program. */
  readonly safety: boolean;
  /** `around_stay`: also runs shortly before admission and after discharge. */
  readonly runs: "in_treatment" | "around_stay";
  /** `findings`: evaluated after all others, and sees what they raised. */
  readonly reads: "records" | "findings";
  readonly thresholds: Thresholds;
  readonly wording: { readonly consider: string; readonly clears: string };
  readonly source: string;
  /** When rule and source were last reviewed, `YYYY-MM-DD`. */
  readonly reviewed: string;
  readonly supersededBy: readonly Superseder[];
  /** Why the rule holds; empty when it does not, or when what it needs is not known. */
  readonly evaluate: (view: EpisodeView, others: Others) => readonly Ground[];
}

/** The values of a rule's thresholds by name. */
export type Values<T extends Thresholds> = { readonly [K in keyof T]: T[K]["value"] };

export interface RuleDefinition<T extends Thresholds>
  extends Omit<Rule, "thresholds" | "wording" | "evaluate" | "runs" | "reads" | "supersededBy"> {
  readonly runs?: Rule["runs"];
  readonly reads?: Rule["reads"];
  readonly supersededBy?: Rule["supersededBy"];
  readonly thresholds: T;
  readonly wording: {
    /** What a clinician may consider; never a dose, never a placement. */
    readonly consider: string;
    /** What would clear the finding, unless a ground says it more exactly. */
    readonly clears: (values: Values<T>) => string;
  };
  readonly evaluate: (view: EpisodeView, values: Values<T>, others: Others) => readonly Ground[];
}

function valuesOf<T extends Thresholds>(thresholds: T): Values<T> {
  const entries = Object.entries<Threshold>(thresholds).map(([name, { value }]) => [name, value]);
  return Object.freeze(Object.fromEntries(entries)) as Values<T>;
}

/** A rule from its definition: the evaluator and the wording read the same thresholds. */
export function defineRule<const T extends Thresholds>(definition: RuleDefinition<T>): Rule {
  const { thresholds, wording, evaluate } = definition;
  const values = valuesOf(thresholds);
  return Object.freeze({
    ...definition,
    runs: definition.runs ?? "in_treatment",
    reads: definition.reads ?? "records",
    supersededBy: definition.supersededBy ?? [],
    wording: { consider: wording.consider, clears: wording.clears(values) },
    evaluate: (view: EpisodeView, others: Others) => evaluate(view, values, others),
  });
}
