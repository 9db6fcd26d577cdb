import {
  addEntryInput,
  corrected,
  correctInput,
  entered,
  recordInput,
  recordView,
  takeBackInput,
} from "@soundings/contract";
import { addEntry } from "../entries/add.ts";
import { correctEntry } from "../entries/correct.ts";
import { readEntry } from "../entries/record.ts";
import { takeBackEntry } from "../entries/take-back.ts";
import { change, read, router } from "../trpc.ts";

export const entriesRouter = router({
  add: change({
    action: "record.enter",
    input: addEntryInput,
    output: entered,
    audit: ({ patientId, entry }, answer) => ({
      event: "record_entered",
      patientId,
      detail:
        answer.outcome === "entered"
          ? { type: answer.recordType, id: answer.recordId }
          : { type: entry.kind, outcome: answer.outcome },
    }),
    body: addEntry,
  }),
  record: read({
    action: "record.correct",
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
    audit: ({ patientId, recordType, recordId }, { outcome }) => ({
      event: "record_corrected",
      patientId,
      detail: { type: recordType, id: recordId, outcome },
    }),
    body: correctEntry,
  }),
  takeBack: change({
    action: "record.correct",
    input: takeBackInput,
    output: corrected,
    audit: ({ patientId, recordType, recordId }, { outcome }) => ({
      event: "record_taken_back",
      patientId,
      detail: { type: recordType, id: recordId, outcome },
    }),
    body: takeBackEntry,
  }),
});
