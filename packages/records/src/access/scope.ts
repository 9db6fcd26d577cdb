/** One ground on which patients may be seen. */
export type ScopePart =
  | { readonly of: "everyone" }
  /** Patients with an episode whose therapist or prescriber it is; null for whatever program. */
  | { readonly of: "staff"; readonly staffId: string; readonly programIds: readonly string[] | null }
  /** Patients with an episode in one of the programs, whenever. */
  | { readonly of: "programs"; readonly programIds: readonly string[] }
  /** Patients in treatment today in one of the programs. */
  | { readonly of: "in_treatment"; readonly programIds: readonly string[] }
  | { readonly of: "patients"; readonly patientIds: readonly string[] }
  /** Sessions that this member of staff leads, and nothing else of their patients. */
  | { readonly of: "led"; readonly staffId: string };

/** Whom a question may see: whoever is in one of the parts. Without a part, nobody. */
export type PatientScope = readonly ScopePart[];

/** The command line and the server's own jobs. A person never has it. */
export const EVERYONE: PatientScope = [{ of: "everyone" }];
