import {
  type AddEntryInput,
  addEntryInput,
  type Corrected,
  corrected,
  correctInput,
  type Entered,
  entered,
  type RecordInput,
  recordInput,
  recordView,
  takeBackInput,
} from "@soundings/contract";
import type { AuditEvent } from "@soundings/records";
import { addEntry } from "../entries/add.ts";
import { correctEntry } from "../entries/correct.ts";
import { readEntry } from "../entries/record.ts";
import { takeBackEntry } from "../entries/take-back.ts";
import { change, read, router } from "../trpc.ts";

/** What was entered, by type and id; what was not taken in says why by its code. */
function enteredEntry({ patientId, entry }: AddEntryInput, answer: Entered): AuditEvent {
  const event = "record_entered";
  if (answer.outcome === "still_wrong") {
    return { event, outcome: "failed", patientId, detail: { type: entry.kind, why: answer.code } };
  }
  const { outcome, recordType: type, recordId: id } = answer;
  if (outcome === "entered") return { event, patientId, detail: { type, id } };
  return { event, outcome: "failed", patientId, detail: { type, id, why: outcome } };
}

/** Type and id of a record, never a value of it; what was not taken in says why by its code. */
function correctionEntry(event: string, input: RecordInput, answer: Corrected): AuditEvent {
  const { patientId, recordType: type, recordId: id } = input;
  if (answer.outcome === "corrected") {
    return { event, patientId, detail: { type, id, revision: answer.revision } };
  }
  const why = answer.outcome === "still_wrong" ? answer.code : answer.outcome;
  return { event, outcome: "failed", patientId, detail: { type, id, why } };
}

export const entriesRouter = router({
  add: change({
    action: "record.enter",
    input: addEntryInput,
    output: entered,
    audit: enteredEntry,
    body: addEntry,
  }),
  record: read({
    action: "patient.view",
    input: recordInput,
    output: recordView,
    audit: ({ patientId, recordType, recordId }) => ({
      event: "record_viewed",
      patientId,
      detail: { type: recordType, id: recordId },
    }),
    body: readEntry,
  }),
  correct: change({
    action: "record.correct",
    input: correctInput,
    output: corrected,
    audit: (input, answer) => correctionEntry("record_corrected", input, answer),
    body: correctEntry,
  }),
  takeBack: change({
    action: "record.correct",
    input: takeBackInput,
    output: corrected,
    audit: (input, answer) => correctionEntry("record_taken_back", input, answer),
    body: takeBackEntry,
  }),
});
