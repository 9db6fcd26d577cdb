import {
  type DisclosureNotice,
  dateOf,
  type Instant,
  localTimeOf,
  noticeName,
  type Site,
} from "@soundings/clinical";
import { DISCLOSABLE, type Disclosable, type DisclosureBasis, OTHER_BASES } from "@soundings/contract";
import { type Disclosing, scopeInWords } from "@soundings/records";
import { type Part, partsOf } from "./rows.ts";

/** A document before it takes the form of a file. */
export interface Document {
  readonly notice: string;
  /** What it is, for whom and on which ground; a label and a text each. */
  readonly about: readonly (readonly [label: string, text: string])[];
  readonly parts: readonly Part[];
}

/** What was asked for, in the codes of the contract. */
export interface Chosen {
  readonly what: readonly Disclosable[];
  readonly basis: DisclosureBasis;
}

/** A ground as a document names it; its particulars stay in the list of disclosures. */
export function basisInWords(basis: DisclosureBasis): string {
  if (basis.by === "consent") return "Written consent of the patient (42 CFR 2.31)";
  return basis.by === "medical_emergency" ? "Medical emergency (42 CFR 2.51)" : OTHER_BASES[basis.basis];
}

/** "2026-03-16 19:00 (America/Los_Angeles)". */
export function momentInWords(at: Instant, { zone }: Site): string {
  return `${dateOf(at, zone)} ${localTimeOf(at, zone)} (${zone})`;
}

function partsInWords(what: readonly string[]): string {
  const labels: Readonly<Record<string, string>> = DISCLOSABLE;
  return what.map((part) => labels[part] ?? part).join("; ");
}

/** What a document says of itself: whose record, for whom, why, on which ground, and the scope of the consent. */
export function aboutLeaving(
  { at, by, chart, site, consent, wanted }: Disclosing,
  basis: DisclosureBasis,
  notice: DisclosureNotice,
): Document["about"] {
  const scope: readonly (readonly [string, string])[] =
    consent === null
      ? []
      : [
          ["Scope of the consent", scopeInWords(consent)],
          ["The consent covers", partsInWords(consent.what)],
        ];
  const recipientClass =
    consent?.recipientKind === "class" ? `${wanted.recipient} (as one of: ${consent.recipient})` : null;
  return [
    ["Record number", chart.patient.patientId],
    ["Disclosed", `${momentInWords(at, site)} by ${by}`],
    ["To", recipientClass ?? wanted.recipient],
    ["Purpose", wanted.purpose],
    ["Basis", basisInWords(basis)],
    ...scope,
    ["In this document", partsInWords(wanted.what)],
    ["How to read it", "“No data” means that nothing is on record. It never means a normal result."],
    ["Notice", `${noticeName(notice)}, ${notice.source}`],
  ];
}

/**
 * The document that leaves: the notice, what it is and the scope of the consent, and the chosen parts. It names the
 * patient by record number; the name is in it only when identity was chosen.
 */
export function documentOf(
  disclosing: Disclosing,
  { what, basis }: Chosen,
  notice: DisclosureNotice,
): Document {
  const { at, chart, site } = disclosing;
  return {
    notice: notice.text,
    about: aboutLeaving(disclosing, basis, notice),
    parts: partsOf(what, { chart, site, at }),
  };
}
