import { z } from "zod";
import { calendarDate, dayOut, instantOut } from "./dates.ts";
import { line, passage } from "./free-text.ts";
import { FILE_TYPES } from "./papers.ts";

const patientId = z.string().min(1).max(64);
const id = z.string().min(1).max(64);

/** What a consent can cover, and what a disclosure can hold. */
export const DISCLOSABLE = {
  identity: "Name, birth date, contact",
  course: "Program, admission, level of care, discharge",
  attendance: "Sessions and attendance",
  measures: "PHQ-9 and GAD-7: totals and answers",
  screens: "Drug screens",
  medications: "Medication changes",
  events: "Clinical events",
  decisions: "Level-of-care decisions",
} as const;
export type Disclosable = keyof typeof DISCLOSABLE;
const disclosables = Object.keys(DISCLOSABLE) as [Disclosable, ...Disclosable[]];
const what = z.array(z.enum(disclosables)).min(1).max(disclosables.length);

/** A written consent with the elements of 42 CFR 2.31. */
const consentTerms = z.object({
  /** Who may disclose: this program, by name or description. */
  discloser: line(200),
  /** To whom: a name, or a class such as "my treating providers, health plans". */
  recipient: line(300),
  recipientKind: z.enum(["name", "class"]),
  what,
  purpose: line(300),
  /** Whether the purpose is treatment, payment and health care operations: only such a consent may have no end. */
  purposeKind: z.enum(["treatment_payment_operations", "other"]),
  /** When it ends: a day, an event in words, or never (only for treatment, payment and operations). */
  ends: z.discriminatedUnion("by", [
    z.object({ by: z.literal("day"), on: calendarDate }),
    z.object({ by: z.literal("event"), event: line(300) }),
    z.object({ by: z.literal("never") }),
  ]),
  signedOn: calendarDate,
  /** Who signed: the patient, or somebody authorized to sign for the patient. */
  signedBy: line(120),
});

export const consent = consentTerms.extend({
  consentId: z.string(),
  patientId: z.string(),
  recordedAt: instantOut,
  recordedBy: z.string(),
  /** `ended`: its day has passed, or its event has happened. */
  state: z.enum(["in_force", "ended", "revoked", "entered_in_error"]),
  endedAt: instantOut.nullable(),
  endedBy: z.string().nullable(),
  endedWhy: z.string().nullable(),
});
export type Consent = z.infer<typeof consent>;
export const recordConsentInput = consentTerms.extend({ patientId });
export type RecordConsentInput = z.infer<typeof recordConsentInput>;
export const endConsentInput = z.object({
  consentId: id,
  how: z.enum(["revoked", "event_happened", "entered_in_error"]),
  on: calendarDate,
  why: passage(300),
});
export type EndConsentInput = z.infer<typeof endConsentInput>;

/** The grounds on which records may leave without a consent, by name. */
export const OTHER_BASES = {
  qualified_service: "Qualified service organization under agreement (42 CFR 2.11, 2.12(c)(4))",
  child_abuse_report: "Report of suspected child abuse or neglect under state law (2.12(c)(6))",
  crime_on_premises: "Crime on program premises or against personnel (2.12(c)(5))",
  court_order: "Court order with subpoena (Subpart E)",
  audit_evaluation: "Audit or evaluation (2.53)",
  research: "Scientific research (2.52)",
  to_patient: "To the patient (2.23)",
  cause_of_death: "Vital statistics or inquiry into a cause of death (2.15(b))",
} as const;
export type OtherBasis = keyof typeof OTHER_BASES;
const otherBases = Object.keys(OTHER_BASES) as [OtherBasis, ...OtherBasis[]];

/** Why records may leave. Without one they do not. */
export const disclosureBasis = z.discriminatedUnion("by", [
  z.object({ by: z.literal("consent"), consentId: id }),
  z.object({
    by: z.literal("medical_emergency"),
    /** What 42 CFR 2.51(c) wants on record; who disclosed and when is added. */
    recipientAffiliation: line(200),
    nature: passage(500),
  }),
  z.object({ by: z.literal("other"), basis: z.enum(otherBases), explanation: passage(500) }),
]);
export type DisclosureBasis = z.infer<typeof disclosureBasis>;

/** The forms in which records leave: rows as CSV, XLSX or a page to print, and papers as PDF. */
export const DISCLOSED_FORMS = ["csv", "xlsx", "print", "summary", "review", "patient_copy"] as const;
export type DisclosedForm = (typeof DISCLOSED_FORMS)[number];

export const discloseInput = z.object({
  patientId,
  form: z.enum(DISCLOSED_FORMS),
  /** The stay and the day of a paper; for the other forms they are not asked for. */
  episodeId: z.string().max(64).optional(),
  what,
  recipient: line(300),
  purpose: line(300),
  basis: disclosureBasis,
});
export type DiscloseInput = z.infer<typeof discloseInput>;

/** The document that left: a file to save, or a page to print. It carries the notice and the scope of the consent. */
export const disclosedDocument = z.object({
  disclosureId: z.string(),
  name: z.string(),
  mediaType: z.enum(FILE_TYPES),
  base64: z.string(),
});
export type DisclosedDocument = z.infer<typeof disclosedDocument>;

export const disclosure = z.object({
  disclosureId: z.string(),
  at: instantOut,
  by: z.string(),
  form: z.string(),
  what: z.array(z.string()).readonly(),
  recipient: z.string(),
  purpose: z.string(),
  basis: z.string(),
  /** The words of the basis: the consent's, the emergency's, or the explanation. */
  basisDetail: z.string(),
  consentId: z.string().nullable(),
  notice: z.string(),
  /** SHA-256 of the document as it left. */
  digest: z.string(),
});
export type Disclosure = z.infer<typeof disclosure>;

export const consentsInput = z.object({ patientId });
export const consentsPage = z.object({
  patientId: z.string(),
  /** Null for who may not open the patient's page. */
  patientName: z.string().nullable(),
  today: dayOut,
  consents: z.array(consent).readonly(),
  disclosures: z.array(disclosure).readonly(),
  /** The notice that goes with a disclosure, with its version, and that it is to be checked against the regulation. */
  notice: z.object({ id: z.string(), version: z.string(), text: z.string(), check: z.string() }),
  mayDisclose: z.boolean(),
  /** Record, revoke and end consents; who opened the patient in an emergency discloses only. */
  mayChange: z.boolean(),
});
export type ConsentsPage = z.infer<typeof consentsPage>;
