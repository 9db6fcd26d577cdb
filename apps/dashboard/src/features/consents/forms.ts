import { PAPER_KINDS, type PaperKind } from "@soundings/clinical";
import { DISCLOSED_FORMS, type Disclosable, type DisclosedForm } from "@soundings/contract";

interface FormFacts {
  /** As a choice and in the list of disclosures. */
  readonly words: string;
  /** What it holds, said before it is chosen. */
  readonly holds: string;
  /** The parts that it is made of; null for a form that holds whatever is chosen. */
  readonly parts: readonly Disclosable[] | null;
}

export const FORM_FACTS: Readonly<Record<DisclosedForm, FormFacts>> = {
  print: { words: "a page to print", holds: "Every row of the chosen parts, to be read.", parts: null },
  csv: {
    words: "a table (CSV)",
    holds: "Every row of the chosen parts, for another program.",
    parts: null,
  },
  xlsx: {
    words: "a workbook (XLSX)",
    holds: "Every row of the chosen parts, a sheet for each.",
    parts: null,
  },
  summary: {
    words: "the one-page summary (PDF)",
    holds: "The timeline, findings, decisions and medication.",
    parts: ["identity", "course", "attendance", "measures", "screens", "medications", "events", "decisions"],
  },
  review: {
    words: "the concurrent review (PDF)",
    holds: "The criteria for the level of care with their values, scores, attendance and screens.",
    parts: ["identity", "course", "attendance", "measures", "screens", "medications", "decisions"],
  },
  patient_copy: {
    words: "the copy for the patient (PDF)",
    holds: "The own course in plain words, without rules and flags.",
    parts: ["identity", "course", "attendance", "measures", "screens", "medications"],
  },
};

export const FORM_CHOICES = ["print", "csv", "xlsx", ...PAPER_KINDS].map((value) => ({
  value,
  label: FORM_FACTS[value as DisclosedForm].words,
}));

export function isPaper(form: DisclosedForm): form is PaperKind {
  return FORM_FACTS[form].parts !== null;
}

/** The form in the words of the list; a form of an older list stays as it was written. */
export function formWords(form: string): string {
  const known = DISCLOSED_FORMS.find((one) => one === form);
  return known === undefined ? form : FORM_FACTS[known].words.replace(/^(a|the) /, "");
}

/** What is chosen at first: the parts of a paper, as far as the consent covers them; of rows nothing. */
export function firstParts(form: DisclosedForm, covered: readonly Disclosable[] | null): Set<Disclosable> {
  const parts = FORM_FACTS[form].parts ?? [];
  return new Set(parts.filter((part) => covered === null || covered.includes(part)));
}

/** The parts of a paper that will not be in it. */
export function partsLeftOut(form: DisclosedForm, chosen: ReadonlySet<Disclosable>): readonly Disclosable[] {
  return (FORM_FACTS[form].parts ?? []).filter((part) => !chosen.has(part));
}
