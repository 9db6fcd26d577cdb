import type { Site } from "../records/types.ts";
import type { EpisodeFacts } from "./facts.types.ts";
import { type Dimension, NOT_RECORDED } from "./question.ts";

/** A group of diagnoses: an episode is in the first group of the list with a prefix that its primary diagnosis begins with. */
export interface DiagnosisGroup {
  readonly id: string;
  readonly name: string;
  /** Beginnings of ICD-10-CM codes, without the point. */
  readonly prefixes: readonly string[];
}

export const DIAGNOSIS_GROUPS: readonly DiagnosisGroup[] = [
  { id: "alcohol", name: "Alcohol use", prefixes: ["F10"] },
  { id: "opioids", name: "Opioid use", prefixes: ["F11"] },
  { id: "cannabis", name: "Cannabis use", prefixes: ["F12"] },
  { id: "sedatives", name: "Sedative use", prefixes: ["F13"] },
  { id: "stimulants", name: "Stimulant use, cocaine included", prefixes: ["F14", "F15"] },
  { id: "other-substances", name: "Other substance use", prefixes: ["F16", "F17", "F18", "F19"] },
  { id: "psychosis", name: "Schizophrenia and other psychoses", prefixes: ["F2"] },
  { id: "bipolar", name: "Bipolar disorders", prefixes: ["F30", "F31", "F340"] },
  { id: "depression", name: "Depressive disorders", prefixes: ["F32", "F33", "F34", "F39"] },
  { id: "anxiety", name: "Anxiety disorders", prefixes: ["F40", "F41"] },
  { id: "obsessive-compulsive", name: "Obsessive-compulsive disorders", prefixes: ["F42"] },
  { id: "trauma", name: "Reactions to severe stress", prefixes: ["F43"] },
  { id: "eating", name: "Eating disorders", prefixes: ["F50"] },
  { id: "personality", name: "Personality disorders", prefixes: ["F60", "F61", "F69"] },
  { id: "attention", name: "Attention-deficit hyperactivity disorders", prefixes: ["F90"] },
  { id: "other", name: "Other diagnoses", prefixes: [""] },
];

/** A group of ages in completed years on the day of admission, both ends included; `to` null: no upper end. */
export interface AgeBand {
  readonly id: string;
  readonly name: string;
  readonly from: number;
  readonly to: number | null;
}

export const AGE_BANDS: readonly AgeBand[] = [
  { id: "under-18", name: "Under 18", from: 0, to: 17 },
  { id: "18-25", name: "18–25", from: 18, to: 25 },
  { id: "26-34", name: "26–34", from: 26, to: 34 },
  { id: "35-49", name: "35–49", from: 35, to: 49 },
  { id: "50-64", name: "50–64", from: 50, to: 64 },
  { id: "65-and-over", name: "65 and over", from: 65, to: null },
];

function groupOfDiagnosis(code: string): string {
  const plain = code.trim().toUpperCase().replaceAll(".", "");
  if (plain === "") return NOT_RECORDED;
  const group = DIAGNOSIS_GROUPS.find(({ prefixes }) => prefixes.some((prefix) => plain.startsWith(prefix)));
  return group?.id ?? NOT_RECORDED;
}

const groups = new Map<string, string>();
const GROUPS_KEPT = 10_000;

/** Few codes are looked up often. */
function diagnosisGroup(code: string): string {
  const known = groups.get(code);
  if (known !== undefined) return known;
  if (groups.size >= GROUPS_KEPT) groups.clear();
  const group = groupOfDiagnosis(code);
  groups.set(code, group);
  return group;
}

function ageBand(age: number): string {
  return AGE_BANDS.find(({ from, to }) => age >= from && (to === null || age <= to))?.id ?? NOT_RECORDED;
}

type Reading = (facts: EpisodeFacts, site: Site) => string | null;

const READINGS: Readonly<Record<Dimension, Reading>> = {
  program: ({ programId }) => programId,
  level: ({ placedAt, programId }, site) => placedAt ?? site.programs.get(programId)?.levelOfCare ?? null,
  track: ({ track }) => track,
  modality: ({ modality }) => modality,
  therapist: ({ therapistId }) => therapistId,
  diagnosis: ({ diagnosis }) => (diagnosis === null ? null : diagnosisGroup(diagnosis)),
  referral: ({ referralSource }) => referralSource,
  payer: ({ payer }) => payer,
  age: ({ age }) => ageBand(age),
  sex: ({ sex }) => sex,
  language: ({ language }) => language,
  race: ({ race }) => race,
  ethnicity: ({ ethnicity }) => ethnicity,
};

/**
 * The value by which an episode is filtered and grouped: a code, an identifier, the id of a group of `DIAGNOSIS_GROUPS` or
 * `AGE_BANDS`, or the text on record; `NOT_RECORDED` when there is none. The level is that at admission, without a placement
 * on that day the program's.
 */
export function dimensionValue(facts: EpisodeFacts, site: Site, dimension: Dimension): string {
  return READINGS[dimension](facts, site) ?? NOT_RECORDED;
}
