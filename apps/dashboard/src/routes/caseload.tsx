import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { parseCaseloadSearch } from "../features/caseload/search.ts";
import { stringifySearch } from "../lib/search-text.ts";
import { lastWhose } from "../lib/whose.ts";
import { rootRoute } from "./root.tsx";

export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/caseload", search: lastWhose.read() ?? {}, replace: true });
  },
});

export const caseloadRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/caseload",
  validateSearch: parseCaseloadSearch,
  beforeLoad: ({ search, location }) => {
    const canonical = parseCaseloadSearch(search);
    if (stringifySearch({ ...canonical }) !== location.searchStr) {
      throw redirect({ to: "/caseload", search: canonical, replace: true });
    }
  },
  component: lazyRouteComponent(() => import("../features/caseload/CaseloadPage.tsx"), "CaseloadPage"),
});
