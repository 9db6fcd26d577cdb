import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { parseTrendsFilter } from "../features/trends/search.ts";
import { rootRoute } from "./root.tsx";

export const trendsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/trends",
  validateSearch: parseTrendsFilter,
  component: lazyRouteComponent(() => import("../features/trends/TrendsPage.tsx"), "TrendsPage"),
});
