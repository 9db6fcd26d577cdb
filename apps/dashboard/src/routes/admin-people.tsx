import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { parsePeopleSearch } from "../features/admin-people/search.ts";
import { adminRoute } from "./admin.tsx";

export const adminPeopleRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/people",
  validateSearch: parsePeopleSearch,
  component: lazyRouteComponent(() => import("../features/admin-people/PeoplePage.tsx"), "PeoplePage"),
});
