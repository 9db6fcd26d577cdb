import { getRouteApi } from "@tanstack/react-router";

const route = getRouteApi("/patients/$patientId");

/** What stands in the address of a patient page besides the patient. */
export interface PatientSearch {
  readonly episodeId?: string | undefined;
  readonly asOf?: string | undefined;
  readonly finding?: string | undefined;
}

export function usePatientAddress(): { patientId: string; search: PatientSearch } {
  return { patientId: route.useParams().patientId, search: route.useSearch() };
}
