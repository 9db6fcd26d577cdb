import type { CalendarDate, Chart, Instant } from "@soundings/clinical";
import type { StoredSite } from "../store/site.ts";

/** When a consent ends by its own words; `never` is for treatment, payment and health care operations only. */
export type ConsentEnd =
  | { readonly by: "day"; readonly on: CalendarDate }
  | { readonly by: "event"; readonly event: string }
  | { readonly by: "never" };

/** A written consent with the elements of 42 CFR 2.31. */
export interface ConsentTerms {
  readonly patientId: string;
  /** Who may disclose, by name or description. */
  readonly discloser: string;
  /** To whom: one by name, or a class. */
  readonly recipient: string;
  readonly recipientKind: "name" | "class";
  /** The parts of the record that it covers. */
  readonly what: readonly string[];
  readonly purpose: string;
  readonly purposeKind: "treatment_payment_operations" | "other";
  readonly ends: ConsentEnd;
  readonly signedOn: CalendarDate;
  readonly signedBy: string;
}

/** `ended`: its last day has passed, or its event has happened. */
export type ConsentState = "in_force" | "ended" | "revoked" | "entered_in_error";

export interface ConsentEnding {
  readonly how: "revoked" | "event_happened" | "entered_in_error";
  /** The day from which it counts, not later than the day of its recording. */
  readonly on: CalendarDate;
  readonly why: string;
}

export interface StoredConsent extends ConsentTerms {
  readonly consentId: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly ending: (ConsentEnding & { readonly recordedAt: Instant; readonly recordedBy: string }) | null;
}

/** Why records may leave without a consent; `basis` is the name of another ground of the regulation. */
export type OwnBasis =
  | { readonly by: "medical_emergency"; readonly recipientAffiliation: string; readonly nature: string }
  | { readonly by: "other"; readonly basis: string; readonly explanation: string };

export type Basis = { readonly by: "consent"; readonly consentId: string } | OwnBasis;

/** What is wanted: which parts of whose record, for whom, what for, and on which ground. */
export interface DisclosureWanted {
  readonly patientId: string;
  readonly form: string;
  readonly what: readonly string[];
  readonly recipient: string;
  readonly purpose: string;
  readonly basis: Basis;
  /** The notice that goes with it, `id@version`. */
  readonly notice: string;
}

/** What a document is made from once the ground has been found good, all of one moment. */
export interface Disclosing {
  readonly disclosureId: string;
  readonly at: Instant;
  readonly by: string;
  readonly wanted: DisclosureWanted;
  /** The consent that it stands on; null for another ground. */
  readonly consent: StoredConsent | null;
  readonly chart: Chart;
  readonly site: StoredSite;
}

export interface StoredDisclosure {
  readonly disclosureId: string;
  readonly at: Instant;
  readonly by: string;
  readonly form: string;
  readonly what: readonly string[];
  readonly recipient: string;
  readonly purpose: string;
  /** `consent`, `medical_emergency` or `other:` with the name of the ground. */
  readonly basis: string;
  readonly basisDetail: string;
  readonly consentId: string | null;
  readonly notice: string;
  readonly digest: string;
}
