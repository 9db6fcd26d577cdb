import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import {
  parseComparison,
  parseOverTime,
  parsePatients,
  parseQuestion,
} from "../features/outcomes/parts/search.ts";
import { rootRoute } from "./root.tsx";

/** Every page of program outcomes has the question in its address, so that a link holds what was asked. */
export const outcomesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/outcomes",
  validateSearch: parseQuestion,
  component: lazyRouteComponent(
    () => import("../features/outcomes/overview/OverviewPage.tsx"),
    "OverviewPage",
  ),
});

export const outcomePatientsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/outcomes/patients",
  validateSearch: parsePatients,
  component: lazyRouteComponent(
    () => import("../features/outcomes/patients/PatientsPage.tsx"),
    "PatientsPage",
  ),
});

export const compareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/outcomes/compare",
  validateSearch: parseComparison,
  component: lazyRouteComponent(() => import("../features/outcomes/compare/ComparePage.tsx"), "ComparePage"),
});

export const overTimeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/outcomes/time",
  validateSearch: parseOverTime,
  component: lazyRouteComponent(() => import("../features/outcomes/time/TimePage.tsx"), "TimePage"),
});

export const levelsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/outcomes/levels",
  validateSearch: parseQuestion,
  component: lazyRouteComponent(() => import("../features/outcomes/levels/LevelsPage.tsx"), "LevelsPage"),
});

export const qualityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/outcomes/quality",
  validateSearch: parseQuestion,
  component: lazyRouteComponent(() => import("../features/outcomes/quality/QualityPage.tsx"), "QualityPage"),
});

export const methodRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/outcomes/method",
  validateSearch: parseQuestion,
  component: lazyRouteComponent(() => import("../features/outcomes/method/MethodPage.tsx"), "MethodPage"),
});

export const reportsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/outcomes/reports",
  validateSearch: parseQuestion,
  component: lazyRouteComponent(() => import("../features/outcomes/reports/ReportsPage.tsx"), "ReportsPage"),
});

export const reportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/outcomes/reports/$reportId",
  validateSearch: parseQuestion,
  component: lazyRouteComponent(() => import("../features/outcomes/reports/ReportPage.tsx"), "ReportPage"),
});
