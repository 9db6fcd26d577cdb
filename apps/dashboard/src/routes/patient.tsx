import { patientInput } from "@soundings/contract";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { rootRoute } from "./root.tsx";

/** An address that cannot be understood shows the present day rather than an error. */
const patientSearch = z.object({
  episodeId: patientInput.shape.episodeId.catch(undefined),
  asOf: patientInput.shape.asOf.catch(undefined),
  /** The rule of the chosen finding, whose evidence is marked. */
  finding: z.string().max(64).optional().catch(undefined),
});

export const patientRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/patients/$patientId",
  validateSearch: patientSearch,
  component: lazyRouteComponent(() => import("./patient-page.tsx"), "PatientWithActions"),
});
