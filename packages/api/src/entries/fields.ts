import type { RecordType } from "@soundings/records";
import { exportFields } from "./export-fields.ts";
import type { FieldContext, FieldSpec, Fields } from "./field-spec.ts";
import { ownFields } from "./own-fields.ts";

/** The fields of a record, in the order of the clinic export. */
export function fieldsOf(type: RecordType, record: Fields, context: FieldContext): readonly FieldSpec[] {
  return type === "note" || type === "medication_note" || type === "injection"
    ? ownFields(type, context)
    : exportFields(type, record, context);
}
