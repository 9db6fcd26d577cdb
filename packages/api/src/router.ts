import { caseloadRouter } from "./procedures/caseload.ts";
import { consentsRouter } from "./procedures/consents.ts";
import { disclosuresRouter } from "./procedures/disclosures.ts";
import { importsRouter } from "./procedures/imports.ts";
import { patientRouter } from "./procedures/patient.ts";
import { instrumentsRouter, rulesRouter, siteRouter } from "./procedures/reference.ts";
import { createCallerFactory, router } from "./trpc.ts";

export const appRouter = router({
  caseload: caseloadRouter,
  patient: patientRouter,
  imports: importsRouter,
  consents: consentsRouter,
  disclosures: disclosuresRouter,
  rules: rulesRouter,
  instruments: instrumentsRouter,
  site: siteRouter,
});
export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP, as tests and other hosts do. */
export const createCaller = createCallerFactory(appRouter);
