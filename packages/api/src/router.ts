import { accountRouter } from "./procedures/account.ts";
import { auditRouter } from "./procedures/audit.ts";
import { caseloadRouter } from "./procedures/caseload.ts";
import { consentsRouter } from "./procedures/consents.ts";
import { contactRouter } from "./procedures/contact.ts";
import { coversRouter } from "./procedures/covers.ts";
import { disclosuresRouter } from "./procedures/disclosures.ts";
import { entriesRouter } from "./procedures/entries.ts";
import { importsRouter } from "./procedures/imports.ts";
import { meetingsRouter } from "./procedures/meetings.ts";
import { noticesRouter } from "./procedures/notices.ts";
import {
  outcomeNotesRouter,
  outcomeReportsRouter,
  outcomesRouter,
  outcomeViewsRouter,
} from "./procedures/outcomes.ts";
import { papersRouter } from "./procedures/papers.ts";
import { patientRouter } from "./procedures/patient.ts";
import { openedRouter, patientAccessRouter } from "./procedures/patient-access.ts";
import { peopleRouter } from "./procedures/people.ts";
import { programsRouter } from "./procedures/programs.ts";
import { instrumentsRouter, rulesRouter, siteRouter } from "./procedures/reference.ts";
import { runningRouter } from "./procedures/running.ts";
import { scheduleRouter } from "./procedures/schedule.ts";
import { trendsRouter } from "./procedures/trends.ts";
import { createCallerFactory, router } from "./trpc.ts";

export const appRouter = router({
  account: accountRouter,
  audit: auditRouter,
  patientAccess: patientAccessRouter,
  opened: openedRouter,
  notices: noticesRouter,
  running: runningRouter,
  caseload: caseloadRouter,
  patient: patientRouter,
  papers: papersRouter,
  entries: entriesRouter,
  imports: importsRouter,
  schedule: scheduleRouter,
  consents: consentsRouter,
  disclosures: disclosuresRouter,
  contact: contactRouter,
  covers: coversRouter,
  meetings: meetingsRouter,
  people: peopleRouter,
  programs: programsRouter,
  rules: rulesRouter,
  instruments: instrumentsRouter,
  site: siteRouter,
  trends: trendsRouter,
  outcomes: outcomesRouter,
  outcomeViews: outcomeViewsRouter,
  outcomeNotes: outcomeNotesRouter,
  outcomeReports: outcomeReportsRouter,
});
export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP, as tests and other hosts do. */
export const createCaller = createCallerFactory(appRouter);
