import { done, patientInput, patientPage } from "@soundings/contract";
import { notePrinted, patientEntry, readPatientPage } from "../patient/read.ts";
import { change, read, router } from "../trpc.ts";

export const patientRouter = router({
  page: read({
    action: "patient.view",
    input: patientInput,
    output: patientPage,
    body: readPatientPage,
    audit: (input) => patientEntry("patient_viewed", input),
  }),
  /** The page is about to be printed, says the browser. */
  printed: change({
    action: "patient.print",
    input: patientInput,
    output: done,
    body: notePrinted,
    audit: (input) => patientEntry("patient_printed", input),
  }),
});
