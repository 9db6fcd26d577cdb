import type { Problem, RecordKind } from "@soundings/clinical";
import { type Fields, SHAPES } from "../kinds/shapes.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import { kindNumber, type Staging } from "./staging.ts";

type Target = "program" | "staff" | "patient" | "episode";

interface Reference {
  readonly property: string;
  readonly column: string;
  readonly target: Target;
}

const PROGRAM: Reference = { property: "programId", column: "program_id", target: "program" };
const PROGRAMS: Reference = { property: "programIds", column: "program_ids", target: "program" };
const PATIENT: Reference = { property: "patientId", column: "patient_id", target: "patient" };
const EPISODE: Reference = { property: "episodeId", column: "episode_id", target: "episode" };
const THERAPIST: Reference = { property: "therapistId", column: "therapist_id", target: "staff" };
const PRESCRIBER: Reference = { property: "prescriberId", column: "prescriber_id", target: "staff" };
const STAFF: Reference = { property: "staffId", column: "staff_id", target: "staff" };

/** What each kind refers to, in the order of its columns. */
const REFERENCES: { readonly [Kind in RecordKind]: readonly Reference[] } = {
  program: [],
  staff: [PROGRAMS],
  patient: [],
  episode: [PATIENT, PROGRAM, THERAPIST, PRESCRIBER],
  placement: [EPISODE],
  assessment: [PATIENT],
  session: [PATIENT, STAFF],
  screen: [PATIENT],
  medication_change: [PATIENT, PRESCRIBER],
  event: [PATIENT],
  decision: [PATIENT, STAFF],
};

/** Ids that were found once are remembered, up to this many a kind. */
const REMEMBERED = 200_000;

function isStored(reader: ReadConnection, target: Target, id: string): boolean {
  const { table, key } = SHAPES[target];
  const column = key[0]?.column ?? "";
  return reader.statement(`select 1 from "${table}" where "${column}" = ?`).get([id]) !== undefined;
}

type IsKnown = (target: Target, id: string) => boolean;

function leads({ property, target }: Reference, values: Fields, isKnown: IsKnown): boolean {
  const value = values[property];
  if (value === null || value === undefined) return true;
  return Array.isArray(value)
    ? value.every((one) => isKnown(target, String(one)))
    : isKnown(target, String(value));
}

function firstBroken(kind: RecordKind, values: Fields, isKnown: IsKnown): Problem | null {
  const broken = REFERENCES[kind].find((reference) => !leads(reference, values, isKnown));
  if (broken === undefined) return null;
  return {
    column: broken.column,
    code: "unknown_reference",
    message: `${broken.column} names a ${broken.target === "staff" ? "member of staff" : broken.target} that is neither in the database nor accepted from the folder: add or correct that record first.`,
  };
}

/** Answers whether a row's references lead somewhere. */
export interface References {
  problemOf(kind: RecordKind, values: Fields): Problem | null;
}

/**
 * Checks references against the rows that this import has accepted so far and against the database. Rows arrive in the
 * order of kinds, so everything that a row may refer to has been judged before it.
 */
export function references(reader: ReadConnection, staging: Staging): References {
  const known = new Map<Target, Set<string>>();

  const staged = (target: Target, id: string): boolean =>
    staging.connection
      .statement("select 1 from seen where kind = ? and key = ?")
      .get([kindNumber(target), id]) !== undefined;

  const isKnown = (target: Target, id: string): boolean => {
    const remembered = known.get(target) ?? new Set<string>();
    known.set(target, remembered);
    if (remembered.has(id)) return true;
    if (!staged(target, id) && !isStored(reader, target, id)) return false;
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.add(id);
    return true;
  };
  return { problemOf: (kind, values) => firstBroken(kind, values, isKnown) };
}

/** What a record refers to and the database does not hold, or null. */
export function referenceProblem(reader: ReadConnection, kind: RecordKind, values: Fields): Problem | null {
  return firstBroken(kind, values, (target, id) => isStored(reader, target, id));
}
