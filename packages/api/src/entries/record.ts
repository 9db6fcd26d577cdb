import type { RecordInput, RecordRevision, RecordView } from "@soundings/contract";
import {
  type CorrectionStep,
  canBeTakenBack,
  correctionsOfRecord,
  readRecord,
  type StoredRecord,
  siteOf,
  staffChoices,
} from "@soundings/records";
import type { Asked } from "../trpc.ts";
import { type FieldContext, type FieldSpec, fieldText } from "./field-spec.ts";
import { fieldsOf } from "./fields.ts";
import { requireRecord } from "./name.ts";
import { dayAndTitle } from "./title.ts";

function contextOf({ store }: Asked): FieldContext {
  const { zone, programs } = siteOf(store);
  return {
    zone,
    staff: staffChoices(store).map(({ staffId, name }) => ({ value: staffId, label: name })),
    programs: [...programs.values()].map(({ programId, name }) => ({ value: programId, label: name })),
  };
}

/** What one correction changed. A marking as entered in error changed no value; the view says it by itself. */
function revisionOf(specs: readonly FieldSpec[], step: CorrectionStep): RecordRevision {
  const fields = specs.flatMap((spec) => {
    const before = fieldText(spec, step.before);
    const after = fieldText(spec, step.after);
    return before === after ? [] : [{ field: spec.field, label: spec.label, before, after }];
  });
  return { revision: step.revision, at: step.correctedAt, by: step.by, reason: step.reason, fields };
}

/** By which step, if by any here, the record was marked as entered in error and still is. */
function takenBackOf(
  { takenBack, record }: StoredRecord,
  steps: readonly CorrectionStep[],
): RecordView["takenBack"] {
  if (takenBack !== null || record.status !== "entered_in_error") return takenBack;
  const step = steps.find((one) => one.takenBack);
  return step === undefined ? null : { at: step.correctedAt, by: step.by, reason: step.reason ?? "" };
}

function isStanding({ takenBack, record }: StoredRecord): boolean {
  return takenBack === null && record.status !== "entered_in_error";
}

/** A result is of the day of its screen. */
function datedRecord({ store }: Asked, { patientId, recordType, recordId, record }: StoredRecord) {
  if (recordType !== "screen_result") return record;
  const [screenId = ""] = recordId.split("/");
  const screen = readRecord(store.reader, { patientId, recordType: "screen", recordId: screenId });
  return { ...screen?.record, ...record };
}

/**
 * One record of a patient with its fields and what they were before, ready to be corrected.
 * @throws AppError no_such_patient, no_such_entry.
 */
export function readEntry(asked: Asked, input: RecordInput): RecordView {
  const { reader } = asked.store;
  const stored = requireRecord(asked, input);
  const steps = correctionsOfRecord(reader, stored);
  const context = contextOf(asked);
  const specs = fieldsOf(stored.recordType, stored.record, context);
  return {
    recordType: stored.recordType,
    recordId: stored.recordId,
    ...dayAndTitle(stored.recordType, datedRecord(asked, stored), context.zone),
    fields: specs.map((spec) => {
      const { field, label, form, options, required, fixed } = spec;
      return { field, label, form, options, required, fixed, value: fieldText(spec, stored.record) };
    }),
    revision: stored.revision,
    canTakeBack: canBeTakenBack(stored.recordType) && isStanding(stored),
    takenBack: takenBackOf(stored, steps),
    revisions: steps
      .filter(({ takenBack }) => !takenBack || stored.recordType === "assessment")
      .map((step) => revisionOf(specs, step)),
  };
}
