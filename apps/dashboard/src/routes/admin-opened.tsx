import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { adminRoute } from "./admin.tsx";

export const adminOpenedRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/opened",
  component: lazyRouteComponent(() => import("../features/admin-opened/OpenedPage.tsx"), "OpenedPage"),
});
