import { caseloadFilter, caseloadOptions, caseloadPage } from "@soundings/contract";
import { readCaseload, readOptions } from "../caseload/caseload.ts";
import { procedure, router } from "../trpc.ts";

export const caseloadRouter = router({
  page: procedure
    .input(caseloadFilter)
    .output(caseloadPage)
    .query(({ ctx, input }) => readCaseload(ctx, input)),
  options: procedure.output(caseloadOptions).query(({ ctx }) => readOptions(ctx)),
});
