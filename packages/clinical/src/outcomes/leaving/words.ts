import type { CalendarDate } from "../../calendar/types.ts";
import type { DischargeReason, LevelOfCare, Modality, Sex } from "../../records/codes.ts";
import type { Site } from "../../records/types.ts";
import type { ComparedId } from "../answers.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import { AGE_BANDS, DIAGNOSIS_GROUPS } from "../groups.ts";
import { measureOf } from "../measures.ts";
import { type CohortQuestion, DIMENSIONS, type Dimension, NOT_RECORDED } from "../question.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** "Oct 31, 2026" */
export function dayWords(date: CalendarDate): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${MONTHS[(month ?? 1) - 1]} ${day}, ${year}`;
}

/** "Q3 2026", of the first day of a quarter. */
export function quarterWords(from: CalendarDate): string {
  return `Q${Math.floor((Number(from.slice(5, 7)) - 1) / 3) + 1} ${from.slice(0, 4)}`;
}

const PERCENT = "\u00a0%";

/** "46 %". A share that is not quite all or nothing is never called 100 % or 0 %. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return `under 1${PERCENT}`;
  if (share < 1 && share >= 0.995) return `over 99${PERCENT}`;
  return `${Math.round(share * 100)}${PERCENT}`;
}

/** "53–72 %" */
export function percents(low: number, high: number): string {
  return `${Math.round(low * 100)}–${Math.round(high * 100)}${PERCENT}`;
}

/** A number with a true minus sign. */
export function decimal(value: number, places: number): string {
  const text = Math.abs(value).toFixed(places);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** "7,421" */
export function whole(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

export const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  program: "Program",
  level: "Level of care",
  track: "Track",
  modality: "Visits",
  therapist: "Therapist",
  diagnosis: "Diagnosis",
  referral: "Referred by",
  payer: "Payer",
  age: "Age",
  sex: "Sex",
  language: "Language",
  race: "Race",
  ethnicity: "Ethnicity",
};

export const LEVEL_WORDS: Readonly<Record<LevelOfCare, string>> = {
  residential: "Residential",
  php: "Partial hospitalization",
  iop: "Intensive outpatient",
  op: "Outpatient",
};

const MODALITY_WORDS: Readonly<Record<Modality, string>> = {
  in_person: "In person",
  telehealth: "By video",
  hybrid: "Both",
};

const SEX_WORDS: Readonly<Record<Sex, string>> = {
  male: "Male",
  female: "Female",
  other: "Other",
  unknown: "Unknown",
};

export const REASON_WORDS: Readonly<Record<DischargeReason | "unknown", string>> = {
  completed: "Completed the program",
  transferred_down: "Moved to less intensive care, as planned",
  transferred_up: "Moved to more intensive care",
  against_advice: "Left against advice",
  lost_contact: "Contact was lost",
  administrative: "Ended by the program for administrative reasons",
  incarcerated: "Incarcerated",
  deceased: "Died",
  unknown: "Reason not recorded",
};

function entry(words: Readonly<Record<string, string>>, value: string): string {
  return words[value] ?? value;
}

const languages = new Intl.DisplayNames("en-US", { type: "language", fallback: "code" });
const LANGUAGE_CODE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** A value of a dimension in words, "Spanish" of "es"; a text of the record stands as it is. */
export function valueWords(by: Dimension, value: string, site: Site): string {
  if (value === NOT_RECORDED) return "Not recorded";
  if (by === "program") return site.programs.get(value)?.name ?? value;
  if (by === "level") return entry(LEVEL_WORDS, value);
  if (by === "modality") return entry(MODALITY_WORDS, value);
  if (by === "language" && LANGUAGE_CODE.test(value)) return languages.of(value) ?? value;
  if (by === "sex") return entry(SEX_WORDS, value);
  if (by === "age") return AGE_BANDS.find(({ id }) => id === value)?.name ?? value;
  if (by === "diagnosis") return DIAGNOSIS_GROUPS.find(({ id }) => id === value)?.name ?? value;
  return value;
}

export function outcomeWords(measure: ComparedId): string {
  if (measure === "phq-9-fall") return "Mean fall of the PHQ-9";
  if (measure === "gad-7-fall") return "Mean fall of the GAD-7";
  return measureOf(measure).name;
}

/** "all discharges", or what they are narrowed to. */
export function cohortWords({ filter }: CohortQuestion, site: Site): string {
  const parts = DIMENSIONS.flatMap((by) => {
    const value = by === "program" ? undefined : filter[by];
    return value === undefined
      ? []
      : [`${DIMENSION_WORDS[by].toLowerCase()}: ${valueWords(by, value, site)}`];
  });
  return parts.length === 0 ? "Everybody discharged in the period" : `Only ${parts.join("; ")}`;
}

/** The program asked for, else those that the facts are of: a director sees no others. */
export function programWords(
  { filter }: CohortQuestion,
  site: Site,
  facts: readonly Pick<EpisodeFacts, "programId">[],
): string {
  if (filter.program !== undefined) return valueWords("program", filter.program, site);
  const names = [...new Set(facts.map(({ programId }) => programId))].map((id) =>
    valueWords("program", id, site),
  );
  return names.length === 0 ? "No program" : names.toSorted().join("; ");
}

export function periodWords({ from, to }: Pick<CohortQuestion, "from" | "to">): string {
  return `${dayWords(from)} to ${dayWords(to)}`;
}
