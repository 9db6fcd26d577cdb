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
import { readBatches, readSetAside } from "../imports/batches.ts";
import { dismissRows, retryRow } from "../imports/retry.ts";
import { setAsideAsCsv } from "../imports/set-aside-csv.ts";
import { read, router, work } from "../trpc.ts";

export const importsRouter = router({
  /** Counts by file and no patient: nothing to enter. */
  batches: read({
    action: "imports.view",
    input: z.void(),
    output: importBatches,
    body: ({ store }) => readBatches(store),
    audit: () => null,
  }),
  setAside: read({
    action: "imports.view",
    input: setAsideInput,
    output: setAsidePage,
    body: ({ store }, input) => readSetAside(store, input),
    audit: ({ batchId, file, code }, { rows, total }) => ({
      event: "set_aside_viewed",
      detail: { batchId, file, code, rows: rows.length, total, ids: rows.map(({ id }) => id) },
    }),
  }),
  setAsideCsv: read({
    action: "imports.values",
    input: setAsideCsvInput,
    output: setAsideCsv,
    body: ({ store }, input) => setAsideAsCsv(store, input),
    audit: ({ batchId, file }, { rows }) => ({
      event: "exported",
      detail: { what: "set aside", batchId, file, rows },
    }),
  }),
  dismiss: work({ action: "imports.dismiss", input: dismissInput, output: dismissResult, body: dismissRows }),
  retry: work({ action: "imports.mend", input: retryInput, output: retryResult, body: retryRow }),
});
