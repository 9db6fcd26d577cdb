import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { adminRoute } from "./admin.tsx";

export const adminProgramsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/programs",
  component: lazyRouteComponent(() => import("../features/admin-programs/ProgramsPage.tsx"), "ProgramsPage"),
});

export const adminProgramRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/programs/$programId",
  component: lazyRouteComponent(() => import("../features/admin-programs/ProgramPage.tsx"), "ProgramPage"),
});

export const adminNewProgramRoute = createRoute({
  getParentRoute: () => adminRoute,
  // No program's id begins with a hyphen.
  path: "/programs/-new",
  component: lazyRouteComponent(
    () => import("../features/admin-programs/NewProgramPage.tsx"),
    "NewProgramPage",
  ),
});
