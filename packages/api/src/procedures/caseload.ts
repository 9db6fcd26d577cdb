import { caseloadFilter, caseloadOptions, caseloadPage, done } from "@soundings/contract";
import { z } from "zod";
import { caseloadEntry, notePrinted, readCaseload, readOptions } from "../caseload/caseload.ts";
import { read, router, work } from "../trpc.ts";

export const caseloadRouter = router({
  page: read({
    action: "caseload.view",
    input: caseloadFilter,
    output: caseloadPage,
    body: readCaseload,
    audit: caseloadEntry,
  }),
  /** The list is about to be printed, says the browser. */
  printed: work({
    action: "patient.print",
    input: caseloadFilter,
    output: done,
    body: notePrinted,
  }),
  /** Names staff and programs, no patient: nothing to enter. */
  options: read({
    action: "caseload.view",
    input: z.void(),
    output: caseloadOptions,
    body: readOptions,
    audit: () => null,
  }),
});
