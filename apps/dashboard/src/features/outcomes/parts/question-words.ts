import { DIMENSIONS, type Dimension } from "@soundings/clinical";
import type { AGAINST, OutcomesFilter, OutcomesOptions } from "@soundings/contract";
import { dateWords } from "../../../ui/dates.ts";

export type AgainstKind = (typeof AGAINST)[number];

/** A dimension by name, and the words for all of its values. */
export const DIMENSION_WORDS: Readonly<Record<Dimension, { readonly name: string; readonly all: string }>> = {
  program: { name: "Program", all: "all programs" },
  level: { name: "Level of care", all: "Any level of care" },
  track: { name: "Track", all: "Any track" },
  modality: { name: "Modality", all: "Any modality" },
  therapist: { name: "Therapist", all: "Any therapist" },
  diagnosis: { name: "Diagnosis", all: "Any diagnosis" },
  referral: { name: "Referral source", all: "Any referral source" },
  payer: { name: "Payer", all: "Any payer" },
  age: { name: "Age", all: "Any age" },
  sex: { name: "Sex", all: "Any sex" },
  language: { name: "Language", all: "Any language" },
  race: { name: "Race", all: "Any race" },
  ethnicity: { name: "Ethnicity", all: "Any ethnicity" },
};

export const AGAINST_WORDS: Readonly<Record<AgainstKind, string>> = {
  previous_year: "the same period a year before",
  previous_period: "the period before",
  all_programs: "all programs",
};

/** What a value of a dimension is called; the value itself until the names are known. */
export function valueLabel(
  dimension: Dimension,
  value: string,
  options: OutcomesOptions | undefined,
): string {
  return options?.dimensions[dimension]?.find((one) => one.value === value)?.label ?? value;
}

/** What narrows the question besides the program: `sex: female`. */
export function filterWords(
  question: OutcomesFilter,
  options: OutcomesOptions | undefined,
): readonly string[] {
  return DIMENSIONS.flatMap((dimension) => {
    const value = question[dimension];
    if (value === undefined || dimension === "program") return [];
    return `${DIMENSION_WORDS[dimension].name.toLowerCase()}: ${valueLabel(dimension, value, options)}`;
  });
}

/** The period as it is asked, or as the answer names it where the address leaves it open. */
function periodWords(question: OutcomesFilter, options: OutcomesOptions | undefined): string {
  const from = question.from ?? options?.question.from;
  const to = question.to ?? options?.question.to;
  if (from === undefined || to === undefined) return "in the last 12 whole months";
  return `from ${dateWords(from)} to ${dateWords(to)}`;
}

/** The whole question as a sentence, for paper and where it cannot be changed; of those admitted where these are counted. */
export function questionSentence(
  question: OutcomesFilter,
  options: OutcomesOptions | undefined,
  counted: "discharged" | "admitted" = "discharged",
): string {
  const where =
    question.program === undefined ? "all programs" : valueLabel("program", question.program, options);
  const only = filterWords(question, options);
  const asOf = question.asOf ?? options?.question.asOf;
  const parts = [
    `People ${counted} ${periodWords(question, options)} ${counted === "admitted" ? "to" : "from"} ${where}`,
    only.length > 0 ? `only ${only.join(", ")}` : "",
    question.against === undefined ? "" : `compared with ${AGAINST_WORDS[question.against]}`,
    asOf === undefined ? "" : `as of ${dateWords(asOf)}`,
  ];
  return `${parts.filter((part) => part !== "").join("; ")}.`;
}
