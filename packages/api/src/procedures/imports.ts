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
import { readBatches, readSetAside } from "../imports/batches.ts";
import { dismissRows, retryRow } from "../imports/retry.ts";
import { setAsideAsCsv } from "../imports/set-aside-csv.ts";
import { procedure, router } from "../trpc.ts";

export const importsRouter = router({
  batches: procedure.output(importBatches).query(({ ctx }) => readBatches(ctx.store)),
  setAside: procedure
    .input(setAsideInput)
    .output(setAsidePage)
    .query(({ ctx, input }) => readSetAside(ctx.store, input)),
  setAsideCsv: procedure
    .input(setAsideCsvInput)
    .output(setAsideCsv)
    .query(({ ctx, input }) => setAsideAsCsv(ctx.store, input)),
  dismiss: procedure
    .input(dismissInput)
    .output(dismissResult)
    .mutation(({ ctx, input }) => dismissRows(ctx, input)),
  retry: procedure
    .input(retryInput)
    .output(retryResult)
    .mutation(({ ctx, input }) => retryRow(ctx, input)),
});
