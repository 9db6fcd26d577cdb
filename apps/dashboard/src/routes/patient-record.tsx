import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "./root.tsx";

export const contactRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/patients/$patientId/contact",
  component: lazyRouteComponent(() => import("../features/contact/ContactPage.tsx"), "ContactPage"),
});

export const lookersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/patients/$patientId/lookers",
  component: lazyRouteComponent(() => import("../features/lookers/LookersPage.tsx"), "LookersPage"),
});

export const consentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/patients/$patientId/consents",
  component: lazyRouteComponent(() => import("../features/consents/ConsentsPage.tsx"), "ConsentsPage"),
});
