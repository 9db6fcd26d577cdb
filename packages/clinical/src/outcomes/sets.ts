import { parseCalendarDate } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import {
  DISCHARGE_REASONS,
  type DischargeReason,
  INSTRUMENT_IDS,
  type InstrumentId,
  LEVELS_OF_CARE,
  type LevelOfCare,
} from "../records/codes.ts";
import { LEVEL_NODES, type LevelNode } from "./answers.ts";
import { MEASURE_IDS, type MeasureId } from "./json.ts";
import { QUALITY_CHECKS, type QualityCheckId } from "./quality.types.ts";

/** Which part of a rate: its numerator, the rest of its denominator, the whole, and who is in neither. */
export const MEASURE_PARTS = ["numerator", "others", "denominator", "left-out"] as const;
export type MeasurePart = (typeof MEASURE_PARTS)[number];

/** How a stay ended, as the curve of retention reads it. */
export const RETENTION_PARTS = ["all", "event", "planned-or-other", "active", "reason-unknown"] as const;
export type RetentionPart = (typeof RETENTION_PARTS)[number];

/** Who came back within so many days of discharge, those followed so long (of whom the share is), and those not followed so long. */
export const RETURN_PARTS = [
  "within-30",
  "within-90",
  "followed-30",
  "followed-90",
  "not-followed-30",
  "not-followed-90",
] as const;
export type ReturnPart = (typeof RETURN_PARTS)[number];

/**
 * The episodes behind one number of a page. Every number that counts episodes names its set, and the list of patients is made from the
 * same name: `discharged`, `with-pre`, `without-pre`, `paired/phq-9`, `unpaired/phq-9`, `paired-both`, `measure/recovery/left-out`,
 * `measure/recovery/numerator/completers`,
 * `ended/lost_contact`, `ended/unknown`, `retention/event`, `attendance`, `screens`, `quality/prorated`, `returned/within-30`,
 * `moved/php/iop`, `placed/iop`, `changed/phq-9/2026-01-05`.
 */
export type EpisodeSet =
  | {
      readonly of: "discharged" | "admitted" | "with-pre" | "without-pre" | "paired-both" | "not-paired-both";
    }
  /** A baseline on either instrument, and not paired on both: who drops out of the flow at its last step. */
  | { readonly of: "not-paired-with-pre" }
  /** Discharged for a recorded reason that is neither a planned end nor leaving. */
  | { readonly of: "ended-otherwise" }
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
  | { readonly of: "returned"; readonly part: ReturnPart }
  /** One link of `LevelsAnswer`. */
  | { readonly of: "moved"; readonly from: LevelNode; readonly to: LevelNode }
  /** Discharged, with days at the level behind them. */
  | { readonly of: "placed"; readonly level: LevelOfCare }
  /** In treatment, with a score in the calendar week that begins on that Monday and one in the week before. */
  | { readonly of: "changed"; readonly instrument: InstrumentId; readonly week: CalendarDate };

const SIMPLE = [
  "discharged",
  "admitted",
  "with-pre",
  "without-pre",
  "paired-both",
  "not-paired-both",
  "not-paired-with-pre",
  "ended-otherwise",
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

function movedSet([, first, second]: readonly string[]): EpisodeSet | null {
  const from = among(LEVEL_NODES, first);
  const to = among(LEVEL_NODES, second);
  return from === null || to === null ? null : { of: "moved", from, to };
}

function changedSet([, first, second]: readonly string[]): EpisodeSet | null {
  const instrument = among(INSTRUMENT_IDS, first);
  const week = parseCalendarDate(second ?? "");
  return instrument === null || week === null ? null : { of: "changed", instrument, week };
}

function inParts(parts: readonly string[]): EpisodeSet | null {
  const [head, first] = parts;
  switch (head) {
    case "measure":
      return measureSet(parts);
    case "moved":
      return movedSet(parts);
    case "changed":
      return changedSet(parts);
    default:
      return withOnePart(head, first);
  }
}

/** A set named by one part from a list; null when it is none of the list. */
function one<T extends string>(
  values: readonly T[],
  text: string | undefined,
  named: (value: T) => EpisodeSet,
): EpisodeSet | null {
  const value = among(values, text);
  return value === null ? null : named(value);
}

function withOnePart(head: string | undefined, part: string | undefined): EpisodeSet | null {
  switch (head) {
    case "paired":
    case "unpaired":
      return one(INSTRUMENT_IDS, part, (instrument) => ({ of: head, instrument }));
    case "ended":
      return part === "unknown"
        ? { of: head, reason: null }
        : one(DISCHARGE_REASONS, part, (reason) => ({ of: head, reason }));
    case "retention":
      return one(RETENTION_PARTS, part, (named) => ({ of: head, part: named }));
    case "quality":
      return one(QUALITY_CHECKS, part, (check) => ({ of: head, check }));
    case "returned":
      return one(RETURN_PARTS, part, (named) => ({ of: head, part: named }));
    case "placed":
      return one(LEVELS_OF_CARE, part, (level) => ({ of: head, level }));
    default:
      return null;
  }
}

/** The set of that name; null when there is none. */
export function setNamed(name: string): EpisodeSet | null {
  const simple = among(SIMPLE, name) ?? among(WHOLE, name);
  const set = simple === null ? inParts(name.split("/")) : { of: simple };
  // A name with parts that say nothing is none: what is entered of a list would not be what was shown.
  return set === null || nameOfSet(set) !== name ? null : set;
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
    case "placed":
      return `placed/${set.level}`;
    case "changed":
      return `changed/${set.instrument}/${set.week}`;
    default:
      return set.of;
  }
}
