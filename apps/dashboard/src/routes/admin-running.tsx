import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { adminRoute } from "./admin.tsx";

export const adminRunningRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/running",
  component: lazyRouteComponent(() => import("../features/admin-running/RunningPage.tsx"), "RunningPage"),
});
