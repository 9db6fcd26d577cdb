import { NATIONAL_CONTEXT, type NationalYear } from "../context/national-context.ts";
import type { Measure } from "../define-measure.ts";
import { AGE_BANDS, DIAGNOSIS_GROUPS } from "../groups.ts";
import { MEASURES } from "../measures.ts";
import { OURS, type StatisticalMethod } from "../methods/define.ts";
import { METHODS } from "../methods/methods.ts";
import { QUALITY, type QualityCheck } from "../quality/definitions.ts";
import { COHORT_TERMS, READING_TERMS } from "./terms.ts";
import type { Definition, DefinitionGroup } from "./types.ts";

function ofMeasure({ id, name, denominator, numerator, needs, source, version }: Measure): Definition {
  return {
    id: `measure-${id}`,
    name,
    words: [
      `Out of: ${denominator}.`,
      `Counted: ${numerator}.`,
      ...(needs.length === 0
        ? []
        : [
            "Stands with bounds: what it would be if everybody, or nobody, who was not measured again had it.",
          ]),
    ],
    formula: null,
    source,
    ours: source.startsWith("House definition"),
    version,
  };
}

function ofCheck({ id, name, words, of, effect, whatToDo, source, version }: QualityCheck): Definition {
  return {
    id: `check-${id}`,
    name,
    words: [words, `Out of: ${of}.`, `What it does to the figures: ${effect}`, `What to do: ${whatToDo}`],
    formula: null,
    source,
    ours: true,
    version,
  };
}

/** A code as it is written: a point after three places. */
function pointed(code: string): string {
  return code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
}

function codes(prefixes: readonly string[]): string {
  if (prefixes.includes("")) return "every other code";
  return `codes that begin with ${prefixes.map(pointed).join(", ")}`;
}

const GROUPS: readonly Definition[] = [
  {
    id: "term-diagnosis-groups",
    name: "Diagnosis groups",
    words: [
      "By the first diagnosis on record (ICD-10-CM); of two groups that fit, the one with the longer beginning.",
      ...DIAGNOSIS_GROUPS.map(({ name, prefixes }) => `${name}: ${codes(prefixes)}.`),
    ],
    formula: null,
    source: "how blocks of ICD-10-CM are put together",
    ours: true,
    version: null,
  },
  {
    id: "term-age-bands",
    name: "Age bands",
    words: [`Completed years on the day of admission: ${AGE_BANDS.map(({ name }) => name).join(", ")}.`],
    formula: null,
    source: OURS,
    ours: true,
    version: null,
  },
];

function ofMethod({ id, name, words, formula, source, version }: StatisticalMethod): Definition {
  return {
    id: `method-${id}`,
    name,
    words: [words],
    formula,
    source,
    ours: source.startsWith("Soundings"),
    version,
  };
}

function ofYear({ year, referred, finished, shares }: NationalYear): string {
  const said = shares.map(
    ({ measure, numerator, denominator, percent }) =>
      `${measure.replace("-", " ")} ${grouped(numerator)} of ${grouped(denominator)}, ${percent.toFixed(1)} %`,
  );
  return `${year}: ${grouped(referred)} referred, ${grouped(finished)} finished; ${said.join("; ")}.`;
}

function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}

const CONTEXT: readonly Definition[] = [
  {
    id: "context-national",
    name: NATIONAL_CONTEXT.title,
    words: [
      NATIONAL_CONTEXT.notATarget,
      NATIONAL_CONTEXT.why,
      ...NATIONAL_CONTEXT.definitions,
      ...NATIONAL_CONTEXT.years.map(ofYear).toReversed(),
      `${NATIONAL_CONTEXT.attribution} Compared with the publication on ${NATIONAL_CONTEXT.reviewed}.`,
    ],
    formula: null,
    source: `${NATIONAL_CONTEXT.source}; ${NATIONAL_CONTEXT.license.name}`,
    ours: false,
    version: null,
  },
];

/** Where a definition comes from, and its version: what is ours is said first. */
export function sourceWords({ source, ours, version }: Definition): string {
  const basis = source === OURS ? "no published basis" : source.replace(/^House definition: /, "");
  return `${ours ? "Ours" : "Source"}: ${basis}.${version === null ? "" : ` Version ${version}.`}`;
}

/** Every definition of program outcomes in words, made from the objects that compute them. */
export const DEFINITIONS: readonly DefinitionGroup[] = [
  {
    id: "cohorts",
    heading: "Who is in the figures",
    lead: "A figure is about stays, and says which. Nobody is left out without being counted.",
    definitions: [...COHORT_TERMS, ...GROUPS],
  },
  {
    id: "reading",
    heading: "What is read of each stay",
    lead: "Missing is never normal: what is not known is left out by name, never filled in.",
    definitions: READING_TERMS,
  },
  {
    id: "measures",
    heading: "Measures",
    lead: "Each is a share with its numerator, its denominator and a 95 % interval; on screen both lead to their patients.",
    definitions: MEASURES.map(ofMeasure),
  },
  {
    id: "methods",
    heading: "Statistics",
    lead: "How intervals, adjustments and charts are made, and what they do not say.",
    definitions: METHODS.map(ofMethod),
  },
  {
    id: "checks",
    heading: "Checks of data quality",
    lead: "What is missing, late or impossible in the records of the same stays.",
    definitions: QUALITY.map(ofCheck),
  },
  {
    id: "context",
    heading: "National figures for context",
    lead: "Published elsewhere, of other treatment; not a target.",
    definitions: CONTEXT,
  },
];
