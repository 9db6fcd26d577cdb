import type { Problem } from "@soundings/clinical";
import type { Corrected, CorrectInput } from "@soundings/contract";
import { parseCells } from "@soundings/interchange";
import {
  type CorrectionOutcome,
  canBeTakenBack,
  correctRecord,
  type RecordType,
  readRecord,
  type StoredRecord,
  siteOf,
} from "@soundings/records";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";
import { columnsOf, type ExportType, kindOf } from "./export-fields.ts";
import { type FieldContext, type FieldSpec, type Fields, fieldText } from "./field-spec.ts";
import { fieldsOf } from "./fields.ts";
import { requireRecord } from "./name.ts";
import { OWN_FIELDS, type OwnType, ownValues } from "./own-fields.ts";

function stillWrong({ column, code, message }: Problem): Corrected {
  return { outcome: "still_wrong", field: column, code, message };
}

/** A law may name a value of another record, such as a result of the screen: then it is told at what was changed. */
function atField(
  answer: Corrected,
  specs: readonly FieldSpec[],
  changed: ReadonlyMap<string, string>,
): Corrected {
  if (answer.outcome !== "still_wrong" || specs.some(({ field }) => field === answer.field)) return answer;
  return { ...answer, field: [...changed.keys()][0] ?? "" };
}

/** @throws AppError no_such_entry. */
export function correctionOut(outcome: CorrectionOutcome): Corrected {
  if (outcome.outcome === "no_such_record") throw new AppError("no_such_entry");
  return outcome.outcome === "still_wrong" ? stillWrong(outcome.problem) : outcome;
}

/** What a page may change of a text on the way without anybody having changed it. */
const settled = (text: string) => text.trim().replace(/\r\n?/g, "\n");
const sameText = ({ form }: FieldSpec, a: string, b: string) =>
  settled(a) === settled(b) || (form === "moment" && settled(a).replace("T", " ") === settled(b));

/** The texts that differ from what is shown, by field: a moment is shown to the minute, so what was not touched stays whole. */
function changesIn(specs: readonly FieldSpec[], record: Fields, values: CorrectInput["values"]) {
  return new Map(
    specs.flatMap((spec) => {
      const text = values[spec.field];
      if (text === undefined || sameText(spec, text, fieldText(spec, record))) return [];
      return [[spec.field, text] as const];
    }),
  );
}

function fixedProblem(
  type: RecordType,
  specs: readonly FieldSpec[],
  changed: ReadonlyMap<string, string>,
): Problem | null {
  const fixed = specs.find(({ field, fixed }) => fixed && changed.has(field));
  if (fixed === undefined) return null;
  const instead = canBeTakenBack(type)
    ? "mark the record as entered in error and enter it anew"
    : "leave it as it is, or correct it in the system that the record comes from";
  return {
    column: fixed.field,
    code: "disagrees",
    message: `${fixed.label} says which record this is, whose it is or who entered it, so it cannot be changed here. Nothing was changed: ${instead}.`,
  };
}

function cellsOf(type: ExportType, record: Fields, changed: ReadonlyMap<string, string>) {
  const cells = columnsOf(type).map(({ name, property, place, format }) => {
    const whole = record[property];
    const value = place === null ? whole : (whole as readonly unknown[])[place];
    const stored = value === null || value === undefined ? "" : format.format(value);
    return [name, changed.get(name) ?? stored] as const;
  });
  return Object.fromEntries(cells);
}

/** A result says nothing of the screen's own columns, which its row in the file needs: they are the stored ones. */
function screenCells(
  { store }: Asked,
  { patientId, recordId }: StoredRecord,
): Readonly<Record<string, string>> {
  const [screenId = ""] = recordId.split("/");
  const screen = readRecord(store.writer, { patientId, recordType: "screen", recordId: screenId });
  return screen === null ? {} : cellsOf("screen", screen.record, new Map());
}

/** The changed values, read as the cells of a row of an import; or what is wrong with the first that is. */
function exportValues(
  asked: Asked,
  stored: StoredRecord & { readonly recordType: ExportType },
  changed: ReadonlyMap<string, string>,
): { readonly values: Fields } | Problem {
  const { recordType, record } = stored;
  const own = cellsOf(recordType, record, changed);
  const cells = recordType === "screen_result" ? { ...screenCells(asked, stored), ...own } : own;
  const whole = recordType === "placement" ? cells : { patient_id: stored.patientId, ...cells };
  const context = { zone: siteOf(asked.store).zone, now: asked.now(), line: 1 };
  const read = parseCells(kindOf(recordType), whole, context);
  if (!read.taken) return read.problem;
  const values = read.row.values as Fields;
  const properties = new Set(
    columnsOf(recordType)
      .filter(({ name }) => changed.has(name))
      .map(({ property }) => property),
  );
  return {
    values: Object.fromEntries(Object.entries(values).filter(([property]) => properties.has(property))),
  };
}

function isOwn(stored: StoredRecord): stored is StoredRecord & { readonly recordType: OwnType } {
  return Object.hasOwn(OWN_FIELDS, stored.recordType);
}

function isExport(stored: StoredRecord): stored is StoredRecord & { readonly recordType: ExportType } {
  return !isOwn(stored);
}

/** What fields need of the site to be compared; choices are only for a page. */
function contextFor({ store }: Asked): FieldContext {
  return { zone: siteOf(store).zone, staff: [], programs: [] };
}

/**
 * Corrects values of a record by the laws of an import, and keeps what stood before with the reason.
 * @throws AppError no_such_patient, no_such_entry; bad_request for a field that the record does not have.
 */
export function correctEntry(asked: Asked, input: CorrectInput): Corrected {
  const { patientId, recordType, recordId, seen, values, reason } = input;
  const { writer } = asked.store;
  const stored = requireRecord(asked, input, writer);
  const { record, revision, takenBack } = stored;
  if (revision !== seen || takenBack !== null) return { outcome: "changed_meanwhile", revision };
  const specs = fieldsOf(recordType, record, contextFor(asked));
  const known = new Set(specs.map(({ field }) => field));
  if (Object.keys(values).some((field) => !known.has(field))) throw new AppError("bad_request");
  const changed = changesIn(specs, record, values);
  if (changed.size === 0) return { outcome: "unchanged" };
  const fixed = fixedProblem(recordType, specs, changed);
  if (fixed !== null) return stillWrong(fixed);
  const read = isExport(stored) ? exportValues(asked, stored, changed) : ownOf(stored, changed);
  if ("code" in read) return stillWrong(read);
  const author = { by: asked.actor.name, at: asked.now(), reason };
  const name = { patientId, recordType, recordId, seen };
  return atField(correctionOut(correctRecord(writer, name, read.values, author)), specs, changed);
}

function ownOf(stored: StoredRecord, changed: ReadonlyMap<string, string>) {
  if (!isOwn(stored)) throw new RangeError("a record of the clinic export is read as its cells");
  return ownValues(stored.recordType, stored.record, changed);
}
