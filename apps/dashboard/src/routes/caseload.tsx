import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { leadHome } from "../app/guard.ts";
import { parseCaseloadSearch } from "../features/caseload/search.ts";
import { stringifySearch } from "../lib/search-text.ts";
import { rootRoute } from "./root.tsx";

export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: leadHome,
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
