import { type InstrumentId, instrumentOf, type RecordKind } from "@soundings/clinical";
import type { RecordField } from "@soundings/contract";
import { type Column, clinicFileOf } from "@soundings/interchange";
import type { RecordType } from "@soundings/records";
import { spelled } from "../disclosure/words.ts";
import { type FieldContext, type FieldSpec, type Fields, momentText } from "./field-spec.ts";
import { labelOf } from "./labels.ts";

/** A type of record whose values stand in a file of the clinic export. */
export type ExportType = Exclude<RecordType, "note" | "medication_note" | "injection">;

/** The kind whose file holds a type of record: a screen and a result share a row of screens.csv. */
export function kindOf(type: ExportType): Exclude<RecordKind, "program" | "staff" | "patient"> {
  return type === "screen_result" ? "screen" : type;
}

const OF_SCREEN: ReadonlySet<string> = new Set([
  "screen_id",
  "patient_id",
  "scheduled_on",
  "collected_at",
  "disposition",
  "specimen",
  "validity",
]);

/** The columns of the file that hold a record of the type. */
export function columnsOf(type: ExportType): readonly Column[] {
  const { columns } = clinicFileOf(kindOf(type));
  if (type === "screen") return columns.filter(({ name }) => OF_SCREEN.has(name));
  if (type !== "screen_result") return columns;
  return columns.filter(({ name }) => name === "screen_id" || !OF_SCREEN.has(name));
}

function isFixed(type: ExportType, { name }: Column): boolean {
  return (
    name === "patient_id" || (clinicFileOf(kindOf(type)) as { key: readonly string[] }).key.includes(name)
  );
}

const PASSAGES: ReadonlySet<string> = new Set(["note", "reason"]);
const NUMBERS: ReadonlySet<string> = new Set(["total", "scheduled_minutes", "attended_minutes"]);

function formOf({ name, format }: Column, options: RecordField["options"]): RecordField["form"] {
  if (options.length > 0 && (format.codes !== null || name.startsWith("item_") || name.endsWith("_id"))) {
    return "code";
  }
  if (name.endsWith("_on")) return "date";
  if (name.endsWith("_at") || name === "scheduled_start") return "moment";
  if (NUMBERS.has(name)) return "number";
  return PASSAGES.has(name) ? "passage" : "text";
}

function answersOf(instrument: InstrumentId, number: number): RecordField["options"] {
  const { texts, difficulty } = instrumentOf(instrument);
  const { answers } = difficulty.number === number ? texts.en.difficulty : texts.en;
  return answers.map((words, answer) => ({ value: String(answer), label: `${answer}: ${words}` }));
}

function optionsOf(
  column: Column,
  record: Fields,
  { staff, programs }: FieldContext,
): RecordField["options"] {
  if (["therapist_id", "prescriber_id", "staff_id"].includes(column.name)) return staff;
  if (column.name === "program_id") return programs;
  if (column.place !== null) return answersOf(record.instrument as InstrumentId, column.place + 1);
  if (column.name === "instrument") {
    const ids = (column.format.codes ?? []) as readonly InstrumentId[];
    return ids.map((value) => ({ value, label: instrumentOf(value).name }));
  }
  // A list of codes is written in one text.
  if (column.format.codes === null || column.empty !== null) return [];
  return column.format.codes.map((value) => ({ value, label: spelled(value) }));
}

function itemLabel(instrument: InstrumentId, number: number): string {
  const { items, difficulty } = instrumentOf(instrument);
  if (number === difficulty.number) return `Item ${number}: Difficulty (not in the total)`;
  return `Item ${number}: ${items.find((item) => item.number === number)?.topic ?? "not on this form"}`;
}

/** Items that the form does not have are left out. */
function isOnForm({ place }: Column, record: Fields): boolean {
  return place === null || place < instrumentOf(record.instrument as InstrumentId).difficulty.number;
}

/** The fields of a record of the clinic export. */
export function exportFields(type: ExportType, record: Fields, context: FieldContext): readonly FieldSpec[] {
  return columnsOf(type)
    .filter((column) => isOnForm(column, record))
    .map((column) => {
      const options = optionsOf(column, record, context);
      const form = formOf(column, options);
      const { name, property, place, required, format } = column;
      return {
        field: name,
        property,
        place,
        label: place === null ? labelOf(type, name) : itemLabel(record.instrument as InstrumentId, place + 1),
        form,
        options,
        required,
        fixed: isFixed(type, column),
        text: (value) => (form === "moment" ? momentText(value, context.zone) : format.format(value)),
      };
    });
}
