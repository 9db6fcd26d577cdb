import { done, patientInput, patientPage } from "@soundings/contract";
import { notePrinted, patientEntry, readPatientPage } from "../patient/read.ts";
import { change, read, router } from "../trpc.ts";

export const patientRouter = router({
  page: read({
    action: "patient.view",
    input: patientInput,
    output: patientPage,
    body: readPatientPage,
    audit: ({ patientId, asOf, episodeId }) => patientEntry("patient_viewed", patientId, { asOf, episodeId }),
  }),
  /** The page was sent to a printer: told by the browser before it prints. */
  printed: change({
    action: "patient.print",
    input: patientInput,
    output: done,
    body: notePrinted,
    audit: ({ patientId, asOf, episodeId }) =>
      patientEntry("patient_printed", patientId, { asOf, episodeId }),
  }),
});
