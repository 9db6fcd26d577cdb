import type { Instant, Problem, RecordKind } from "@soundings/clinical";
import { OWN_SHAPES, type OwnKind } from "../kinds/own-shapes.ts";
import { type Fields, RESULT_SHAPE, SCREEN_SHAPE, SHAPES, type Shape } from "../kinds/shapes.ts";

/** A record of a patient as revisions name it: a screen and each of its results are records of their own. */
export type RecordType = Exclude<RecordKind, "program" | "staff" | "patient"> | "screen_result" | OwnKind;

/** What a clinician enters here. */
export type EnteredType = "medication_change" | "event" | "decision" | OwnKind;

/** The types that can be marked as entered in error by a row of their own; an assessment says so in its status. */
export const TAKEN_BACK_BY_ROW = [
  "medication_change",
  "event",
  "decision",
  "note",
  "medication_note",
  "injection",
] as const satisfies readonly EnteredType[];

export function isTakenBackByRow(type: string): boolean {
  return TAKEN_BACK_BY_ROW.some((one) => one === type);
}

/** Whether records of the type can be marked as entered in error; of any other the values are corrected. */
export function canBeTakenBack(type: RecordType): boolean {
  return type === "assessment" || isTakenBackByRow(type);
}

/** A record of one patient. `recordId`: the parts of the key, joined by `/`. */
export interface RecordName {
  readonly patientId: string;
  readonly recordType: RecordType;
  readonly recordId: string;
}

/** Who enters or corrects, when and why. */
export interface EntryAuthor {
  readonly by: string;
  readonly at: Instant;
  readonly reason: string | null;
}

/** That a record was marked as entered in error. */
export interface TakenBack {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
}

/** What became of a correction. */
export type CorrectionOutcome =
  | { readonly outcome: "corrected"; readonly revision: number }
  | { readonly outcome: "unchanged" }
  | { readonly outcome: "changed_meanwhile"; readonly revision: number }
  | { readonly outcome: "still_wrong"; readonly problem: Problem }
  | { readonly outcome: "no_such_record" };

export function shapeOf(type: RecordType): Shape {
  if (type === "screen") return SCREEN_SHAPE;
  if (type === "screen_result") return RESULT_SHAPE;
  return type in OWN_SHAPES ? OWN_SHAPES[type as OwnKind] : SHAPES[type as Exclude<RecordKind, "screen">];
}

/**
 * The values of the key columns of a record. Only the analyte of a result may hold `/` itself: it stands between the first
 * and the last part. Null for an id of another form.
 */
export function keyFieldsOf(type: RecordType, recordId: string): Fields | null {
  const { key } = shapeOf(type);
  const parts = recordId.split("/");
  const first = parts[0] ?? "";
  const rest = parts.slice(1);
  const values = key.length === 3 ? [first, rest.slice(0, -1).join("/"), rest.at(-1) ?? ""] : parts;
  if (values.length !== key.length || parts.length < key.length) return null;
  return Object.fromEntries(key.map(({ property }, place) => [property, values[place]]));
}
