import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { rootRoute } from "./root.tsx";

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  // How a single sign-on ended, when it did not sign anybody in by itself.
  validateSearch: z.object({
    problem: z.literal("provider").optional().catch(undefined),
    step: z.literal("second-factor").optional().catch(undefined),
  }),
  // What most people see next is fetched while they type, and not once they are in.
  onEnter: () => void import("../features/caseload/CaseloadPage.tsx").catch(() => undefined),
  component: lazyRouteComponent(() => import("../features/sign-in/SignInPage.tsx"), "SignInPage"),
});

export const linkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/link",
  component: lazyRouteComponent(() => import("../features/sign-in/LinkPage.tsx"), "LinkPage"),
});

export const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/account",
  component: lazyRouteComponent(() => import("../features/account/AccountPage.tsx"), "AccountPage"),
});
