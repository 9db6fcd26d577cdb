import { patientInput, patientPage } from "@soundings/contract";
import { readPatientPage } from "../patient/read.ts";
import { procedure, router } from "../trpc.ts";

export const patientRouter = router({
  page: procedure
    .input(patientInput)
    .output(patientPage)
    .query(({ ctx, input }) => readPatientPage(ctx, input)),
});
