import { ADHERENCES, MEDICATION_NOTE_KINDS, type Problem } from "@soundings/clinical";
import { entryFields, type RecordField } from "@soundings/contract";
import type { RecordType } from "@soundings/records";
import { spelled } from "../disclosure/words.ts";
import { type FieldContext, type FieldSpec, type Fields, momentText } from "./field-spec.ts";

/** A type of record that no file of the clinic export holds. */
export type OwnType = Extract<RecordType, "note" | "medication_note" | "injection">;

/** A field of an own record, with the property of the form in which it is entered; null for what nobody enters. */
export interface OwnField extends Omit<FieldSpec, "text" | "place"> {
  readonly entry: string | null;
}

const options = (codes: readonly string[]): RecordField["options"] =>
  codes.map((value) => ({ value, label: spelled(value) }));

function field(
  name: string,
  label: string,
  form: RecordField["form"],
  more: Partial<OwnField> = {},
): OwnField {
  const property = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return {
    field: name,
    property,
    entry: property,
    label,
    form,
    options: [],
    required: true,
    fixed: false,
    ...more,
  };
}

const BY = [
  field("by", "Entered by", "text", { entry: null, fixed: true }),
  field("recorded_at", "Entered at", "moment", { entry: null, fixed: true }),
];
const IF_ANY = { required: false } as const;

/** The fields of each own record, in the order of its form. */
export const OWN_FIELDS: { readonly [Type in OwnType]: readonly OwnField[] } = {
  note: [field("on", "On", "date"), field("text", "Note", "passage"), ...BY],
  medication_note: [
    field("on", "On", "date"),
    field("medication", "Medication", "text"),
    field("kind", "About", "code", { entry: "about", options: options(MEDICATION_NOTE_KINDS) }),
    field("adherence", "How it is taken", "code", { ...IF_ANY, options: options(ADHERENCES) }),
    field("text", "In words", "passage", IF_ANY),
    ...BY,
  ],
  injection: [
    field("medication", "Medication", "text"),
    field("dose", "Dose", "text", IF_ANY),
    field("interval_days", "Days from one injection to the next", "number"),
    field("given_on", "Given on", "date", IF_ANY),
    field("given_by", "Given by", "text", IF_ANY),
    field("next_due_on", "Next due on", "date"),
    ...BY,
  ],
};

export function ownFields(type: OwnType, { zone }: FieldContext): readonly FieldSpec[] {
  return OWN_FIELDS[type].map(({ entry: _, ...spec }) => ({
    ...spec,
    place: null,
    text: (value) => (spec.form === "moment" ? momentText(value, zone) : String(value)),
  }));
}

function messageOf({ field: name, form, options: choices }: OwnField): Omit<Problem, "column"> {
  switch (form) {
    case "date":
      return { code: "bad_date", message: `Write ${name} as a calendar date, YYYY-MM-DD.` };
    case "code":
      return {
        code: "bad_code",
        message: `Write ${name} as one of ${choices.map(({ value }) => value).join(", ")}.`,
      };
    case "number":
      return { code: "bad_number", message: `Write ${name} as a whole number of days, from 1 to 366.` };
    default:
      return {
        code: "too_long",
        message: `Shorten ${name}, and write it in words without invisible control characters.`,
      };
  }
}

/** A text as the form of entering holds it. */
function entered({ form }: OwnField, text: string): unknown {
  if (text.trim() === "") return null;
  return form === "number" ? Number(text) : text.trim();
}

/**
 * The values that some texts by field name make of an own record, judged as its form of entering would; or what is wrong
 * with the first that is.
 */
export function ownValues(
  type: OwnType,
  record: Fields,
  texts: ReadonlyMap<string, string>,
): { readonly values: Fields } | Problem {
  const specs = OWN_FIELDS[type].filter(({ entry }) => entry !== null);
  const given = specs.map((spec) => {
    const text = texts.get(spec.field);
    return { spec, value: text === undefined ? record[spec.property] : entered(spec, text) };
  });
  const lacking = given.find(({ spec, value }) => spec.required && value === null);
  if (lacking !== undefined) {
    const column = lacking.spec.field;
    return { column, code: "missing_value", message: `Fill in ${column}, which this record needs.` };
  }
  const form = Object.fromEntries(given.map(({ spec, value }) => [spec.entry, value]));
  const read = entryFields.safeParse({ ...form, kind: type });
  if (!read.success) {
    const path = read.error.issues[0]?.path[0];
    const spec = specs.find(({ entry }) => entry === path) ?? specs[0];
    if (spec === undefined) throw new RangeError(`${type} has no field`);
    return { column: spec.field, ...messageOf(spec) };
  }
  return { values: valuesOf(type, read.data, texts) };
}

/** The values of the chosen fields, from the form of entering. */
export function valuesOf(type: OwnType, form: object, chosen?: ReadonlyMap<string, string>): Fields {
  const entries = OWN_FIELDS[type].flatMap(({ field: name, property, entry }) => {
    if (entry === null || chosen?.has(name) === false) return [];
    const value: unknown = Reflect.get(form, entry);
    return [[property, value === "" ? null : value]];
  });
  return Object.fromEntries(entries) as Fields;
}
