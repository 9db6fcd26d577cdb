import { discloseInput, paperInput } from "@soundings/contract";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
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
  /** With a form the step that lets it leave is open. */
  validateSearch: z.object({
    disclose: discloseInput.shape.form.optional().catch(undefined),
    episodeId: discloseInput.shape.episodeId.catch(undefined),
  }),
  component: lazyRouteComponent(() => import("../features/consents/ConsentsPage.tsx"), "ConsentsPage"),
});

export const papersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/patients/$patientId/papers",
  validateSearch: z.object({
    paper: paperInput.shape.paper.catch("summary"),
    episodeId: paperInput.shape.episodeId.catch(undefined),
    asOf: paperInput.shape.asOf.catch(undefined),
  }),
  component: lazyRouteComponent(() => import("../features/papers/PapersPage.tsx"), "PapersPage"),
});
