import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { parseAuditSearch } from "../features/admin-audit/search.ts";
import { adminRoute } from "./admin.tsx";

export const adminAuditRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/audit",
  validateSearch: parseAuditSearch,
  component: lazyRouteComponent(() => import("../features/admin-audit/AuditPage.tsx"), "AuditPage"),
});
