import { caseloadFilter, caseloadOptions, caseloadPage } from "@soundings/contract";
import { z } from "zod";
import { caseloadEntry, readCaseload, readOptions } from "../caseload/caseload.ts";
import { read, router } from "../trpc.ts";

export const caseloadRouter = router({
  page: read({
    action: "caseload.view",
    input: caseloadFilter,
    output: caseloadPage,
    body: readCaseload,
    audit: caseloadEntry,
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
