import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { adminRoute } from "./admin.tsx";

export const adminCoversRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/covers",
  component: lazyRouteComponent(() => import("../features/admin-covers/CoversPage.tsx"), "CoversPage"),
});
