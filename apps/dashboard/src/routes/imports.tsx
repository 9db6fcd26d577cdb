import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { rootRoute } from "./root.tsx";

const importsSearch = z.object({ batch: z.string().max(64).optional().catch(undefined) });

export const importsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/imports",
  validateSearch: importsSearch,
  component: lazyRouteComponent(() => import("../features/imports/ImportsPage.tsx"), "ImportsPage"),
});
