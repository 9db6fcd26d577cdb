import type { DischargeReason } from "../records/codes.ts";
import { DISCHARGE_REASONS, INSTRUMENT_IDS, type InstrumentId } from "../records/codes.ts";
import { MEASURE_IDS, type MeasureId } from "./json.ts";
import { QUALITY_CHECKS, type QualityCheckId } from "./quality.types.ts";

/** Which part of a rate: its numerator, the rest of its denominator, the whole, and who is in neither. */
export const MEASURE_PARTS = ["numerator", "others", "denominator", "left-out"] as const;
export type MeasurePart = (typeof MEASURE_PARTS)[number];

/** How a stay ended, as the curve of retention reads it. */
export const RETENTION_PARTS = ["all", "event", "planned-or-other", "active", "reason-unknown"] as const;
export type RetentionPart = (typeof RETENTION_PARTS)[number];

/** Where a stay ended, and whether the patient came back. */
export const RETURN_PARTS = ["within-30", "within-90"] as const;

/**
 * The episodes behind one number of a page. Every number that counts episodes names its set, and the list of patients is made from the
 * same name: `discharged`, `with-pre`, `without-pre`, `paired/phq-9`, `unpaired/phq-9`, `paired-both`, `measure/recovery/left-out`,
 * `measure/recovery/numerator/completers`,
 * `ended/lost_contact`, `ended/unknown`, `retention/event`, `attendance`, `screens`, `quality/prorated`, `returned/within-30`,
 * `level/iop/out`, …
 */
export type EpisodeSet =
  | {
      readonly of: "discharged" | "admitted" | "with-pre" | "without-pre" | "paired-both" | "not-paired-both";
    }
  /** A baseline on either instrument, and not paired on both: who drops out of the flow at its last step. */
  | { readonly of: "not-paired-with-pre" }
  | { readonly of: "paired" | "unpaired"; readonly instrument: InstrumentId }
  /** `among`: of the discharged only those who completed or moved to a lower level of care. */
  | {
      readonly of: "measure";
      readonly measure: MeasureId;
      readonly part: MeasurePart;
      readonly among?: "completers";
    }
  | { readonly of: "ended"; readonly reason: DischargeReason | null }
  | { readonly of: "retention"; readonly part: RetentionPart }
  | { readonly of: "attendance" | "screens" }
  | { readonly of: "quality"; readonly check: QualityCheckId }
  | { readonly of: "returned"; readonly part: (typeof RETURN_PARTS)[number] }
  /** From a level (or `admission`) to another (or the way it ended), as `LevelsAnswer` names its nodes. */
  | { readonly of: "moved"; readonly from: string; readonly to: string };

const SIMPLE = [
  "discharged",
  "admitted",
  "with-pre",
  "without-pre",
  "paired-both",
  "not-paired-both",
  "not-paired-with-pre",
] as const;
const WHOLE = ["attendance", "screens"] as const;

function among<T extends string>(values: readonly T[], text: string | undefined): T | null {
  return values.find((value) => value === text) ?? null;
}

function measureSet([, first, second, third]: readonly string[]): EpisodeSet | null {
  const measure = among(MEASURE_IDS, first);
  const part = among(MEASURE_PARTS, second);
  if (measure === null || part === null) return null;
  if (third === undefined) return { of: "measure", measure, part };
  return third === "completers" ? { of: "measure", measure, part, among: third } : null;
}

function inParts(parts: readonly string[]): EpisodeSet | null {
  const [head, first, second] = parts;
  if (head === "measure") return measureSet(parts);
  if (head === "moved") {
    const named = first !== undefined && second !== undefined && first !== "" && second !== "";
    return named ? { of: "moved", from: first, to: second } : null;
  }
  if (head === "paired" || head === "unpaired") {
    const instrument = among(INSTRUMENT_IDS, first);
    return instrument === null ? null : { of: head, instrument };
  }
  return withOnePart(head, first);
}

function withOnePart(head: string | undefined, first: string | undefined): EpisodeSet | null {
  if (head === "ended") {
    const reason = among(DISCHARGE_REASONS, first);
    return reason !== null || first === "unknown" ? { of: "ended", reason } : null;
  }
  if (head === "retention") {
    const part = among(RETENTION_PARTS, first);
    return part === null ? null : { of: "retention", part };
  }
  if (head === "quality") {
    const check = among(QUALITY_CHECKS, first);
    return check === null ? null : { of: "quality", check };
  }
  const part = head === "returned" ? among(RETURN_PARTS, first) : null;
  return part === null ? null : { of: "returned", part };
}

/** The set of that name; null when there is none. */
export function setNamed(name: string): EpisodeSet | null {
  const simple = among(SIMPLE, name) ?? among(WHOLE, name);
  return simple === null ? inParts(name.split("/")) : { of: simple };
}

/** The name of a set: what an address holds. */
export function nameOfSet(set: EpisodeSet): string {
  switch (set.of) {
    case "measure":
      return [set.of, set.measure, set.part, ...(set.among === undefined ? [] : [set.among])].join("/");
    case "paired":
    case "unpaired":
      return `${set.of}/${set.instrument}`;
    case "ended":
      return `ended/${set.reason ?? "unknown"}`;
    case "retention":
    case "returned":
      return `${set.of}/${set.part}`;
    case "quality":
      return `quality/${set.check}`;
    case "moved":
      return `moved/${set.from}/${set.to}`;
    default:
      return set.of;
  }
}
