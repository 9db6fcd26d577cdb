import { dueInput, scheduleInput } from "@soundings/contract";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { rootRoute } from "./root.tsx";

const program = dueInput.shape.program.catch(undefined);

export const scheduleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/schedule",
  validateSearch: z.object({ on: scheduleInput.shape.on.catch(undefined), program }),
  component: lazyRouteComponent(() => import("../features/schedule/SchedulePage.tsx"), "SchedulePage"),
});

export const dueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/due",
  validateSearch: z.object({ program }),
  component: lazyRouteComponent(() => import("../features/due/DuePage.tsx"), "DuePage"),
});
