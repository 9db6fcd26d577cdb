import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { parseCaseloadSearch } from "../features/caseload/search.ts";
import { rootRoute } from "./root.tsx";

export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/caseload", search: {}, replace: true });
  },
});

export const caseloadRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/caseload",
  validateSearch: parseCaseloadSearch,
  component: lazyRouteComponent(() => import("../features/caseload/CaseloadPage.tsx"), "CaseloadPage"),
});
