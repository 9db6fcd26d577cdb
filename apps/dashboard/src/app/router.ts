import { createRouter } from "@tanstack/react-router";
import { parseSearch, stringifySearch } from "../lib/search-text.ts";
import { adminTree } from "../routes/admin-tree.ts";
import { caseloadRoute, homeRoute } from "../routes/caseload.tsx";
import { galleryRoute } from "../routes/gallery.tsx";
import { importsRoute } from "../routes/imports.tsx";
import { OUTCOMES_ROUTES } from "../routes/outcomes-tree.ts";
import { patientRoute } from "../routes/patient.tsx";
import { consentsRoute, contactRoute, lookersRoute, papersRoute } from "../routes/patient-record.tsx";
import { rootRoute } from "../routes/root.tsx";
import { dueRoute, scheduleRoute } from "../routes/schedule.tsx";
import { accountRoute, linkRoute, signInRoute } from "../routes/sign-in.tsx";
import { trendsRoute } from "../routes/trends.tsx";
import { NoSuchPage, PageProblem } from "./fallbacks.tsx";

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    signInRoute,
    linkRoute,
    accountRoute,
    caseloadRoute,
    trendsRoute,
    patientRoute,
    contactRoute,
    consentsRoute,
    lookersRoute,
    papersRoute,
    scheduleRoute,
    dueRoute,
    importsRoute,
    galleryRoute,
    ...OUTCOMES_ROUTES,
    adminTree,
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: false,
  scrollRestoration: true,
  defaultErrorComponent: PageProblem,
  defaultNotFoundComponent: NoSuchPage,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
