import {
  dismissInput,
  dismissResult,
  importBatches,
  retryInput,
  retryResult,
  setAsideCsv,
  setAsideCsvInput,
  setAsideInput,
  setAsidePage,
} from "@soundings/contract";
import { z } from "zod";
import { patientsNamed } from "../imports/access.ts";
import { readBatches, readSetAside } from "../imports/batches.ts";
import { dismissRows, retryRow, rowIds } from "../imports/retry.ts";
import { csvEntry, setAsideAsCsv } from "../imports/set-aside-csv.ts";
import { change, read, router, work } from "../trpc.ts";

export const importsRouter = router({
  /** Counts by file and no patient: nothing to enter. */
  batches: read({
    action: "imports.view",
    input: z.void(),
    output: importBatches,
    body: readBatches,
    audit: () => null,
  }),
  setAside: read({
    action: "imports.view",
    input: setAsideInput,
    output: setAsidePage,
    body: readSetAside,
    audit: ({ batchId, file, code }, { rows, total }, asked) => ({
      event: "set_aside_viewed",
      detail: { batchId, file, code, rows: rows.length, total },
      listed: patientsNamed(asked, rows),
    }),
  }),
  setAsideCsv: read({
    action: "imports.values",
    input: setAsideCsvInput,
    output: setAsideCsv,
    body: setAsideAsCsv,
    audit: (input, { rows }, asked) => csvEntry(asked, input, rows),
  }),
  dismiss: change({
    action: "imports.dismiss",
    input: dismissInput,
    output: dismissResult,
    body: dismissRows,
    audit: (input, { dismissed }) => ({
      event: "set_aside_dismissed",
      detail: { ids: rowIds(input), dismissed },
    }),
  }),
  retry: work({ action: "imports.mend", input: retryInput, output: retryResult, body: retryRow }),
});
