import type { DiscloseInput, RecordConsentInput, Role } from "@soundings/contract";
import { addPerson, readPerson } from "@soundings/records";
import { type Clinic, FILES, NOW, openClinic } from "../clinic.fixture.ts";
import { createCaller } from "../router.ts";

/** The example clinic with something in every part of P-1's record, and a value of its own in each. */
const FULL: Readonly<Record<string, string>> = {
  ...FILES,
  "patients.csv": `patient_id,given_name,family_name,birth_date,phone,email
P-1,Ada,Testcase,1990-04-01,+15555550100,
P-2,Ben,Testcase,1985-12-31,,
P-3,Cy,Testcase,2000-02-29,,
`,
  "assessments.csv": `assessment_id,patient_id,instrument,administered_on,item_1,item_2,item_3,item_4,item_5,item_6,item_7,item_8,item_9,total,status
A-1,P-1,phq-9,2026-02-02,2,2,2,2,2,1,1,1,0,,
A-2,P-1,phq-9,2026-02-09,3,3,3,2,2,2,2,2,,,
A-3,P-1,phq-9,2026-02-16,1,1,,,,,,,,,
A-4,P-1,phq-9,2026-02-23,,,,,,,,,,11,
A-5,P-1,phq-9,2026-03-02,3,3,3,3,3,3,3,3,3,,entered_in_error
`,
  "sessions.csv": `session_id,patient_id,scheduled_start,scheduled_minutes,service,status,attended_minutes
V-1,P-1,2026-03-12T17:00:00-07:00,180,group,no_show,
V-2,P-1,2026-03-20T17:00:00-07:00,180,group,scheduled,
`,
  "screens.csv": `screen_id,patient_id,scheduled_on,collected_at,disposition,specimen,method,validity,analyte,result,value,unit,result_status
U-1,P-1,2026-03-10,2026-03-10T21:00:00-07:00,collected,urine,definitive,valid,cocaine,positive,412,ng/mL,final
U-2,P-1,2026-03-13,,refused,,,,,,,,
U-3,P-1,2026-03-15,2026-03-15T09:00:00-07:00,collected,urine,,,,,,,
`,
  "medications.csv": `medication_change_id,patient_id,changed_on,change,medication,dose,unit,frequency,reason
M-1,P-1,2026-02-03,start,=HYPERLINK buprenorphine,8,mg,daily,told me of cocaine
M-2,P-1,2026-03-03,start,naltrexone,,,,
`,
  "events.csv": `event_id,patient_id,occurred_on,kind,result,note
X-1,P-1,2026-03-01,c_ssrs,low,spoke of the cocaine screen
X-2,P-1,2026-03-02,crisis,called at night,
`,
  "decisions.csv": `decision_id,patient_id,decided_on,decision,level_of_care,reason
D-1,P-1,2026-03-09,step_up,php,after the positive screen
`,
};

interface WhoAsks {
  readonly role: Role;
  readonly staffId?: string;
  readonly programIds?: readonly string[];
}

/** A caller who is signed in, in one role. */
export function callerAs({ store, services }: Clinic, { role, staffId, programIds }: WhoAsks) {
  const held = role === "administrator" ? [] : (programIds ?? ["IOP-DAY"]);
  const name = `${role} of ${held.join()} ${staffId ?? "-"}`;
  const personId = addPerson(
    store.writer,
    {
      name,
      email: `${crypto.randomUUID()}@example.org`,
      staffId: staffId ?? null,
      roles: [{ role, programIds: held }],
    },
    NOW,
  );
  const person = readPerson(store, personId);
  if (person === null) throw new Error("the person was not added");
  const signedIn = { signInId: `sign-in of ${name}`, person, secondFactorMet: true };
  return createCaller({ ...services, requestId: "request-1", signedIn });
}

export type Caller = ReturnType<typeof callerAs>;

export function openFullClinic(): Promise<Clinic> {
  return openClinic(FULL);
}

export const CONSENT: RecordConsentInput = {
  patientId: "P-1",
  discloser: "Day IOP",
  recipient: "Dr. Example",
  recipientKind: "name",
  what: ["measures", "course"],
  purpose: "Coordination of treatment",
  purposeKind: "treatment_payment_operations",
  ends: { by: "day", on: "2026-12-31" },
  signedOn: "2026-03-01",
  signedBy: "the patient",
};

/** The measures as a file, on a consent. */
export function onConsent(consentId: string, more: Partial<DiscloseInput> = {}): DiscloseInput {
  return {
    patientId: "P-1",
    form: "csv",
    what: ["measures"],
    recipient: "Dr. Example",
    purpose: "Coordination of treatment",
    basis: { by: "consent", consentId },
    ...more,
  };
}

/** On the patient's own wish, which needs no consent. */
export function toPatient(more: Partial<DiscloseInput> = {}): DiscloseInput {
  const basis = { by: "other", basis: "to_patient", explanation: "Asked for a copy" } as const;
  return onConsent("", { recipient: "the patient", purpose: "Own copy", basis, ...more });
}

/** What the audit holds under some names, in order. */
export function audited({ store }: Clinic, ...events: readonly string[]) {
  const rows = store.reader.all(
    store.reader.query.selectFrom("audit_entries").selectAll().where("event", "in", events).orderBy("seq"),
  );
  return rows.map(({ event, outcome, patient_id, detail }) => ({
    event,
    outcome,
    patientId: patient_id,
    detail: JSON.parse(detail) as Record<string, unknown>,
  }));
}

/** The text of a document that left. */
export function textOf({ base64 }: { readonly base64: string }): string {
  return Buffer.from(base64, "base64").toString("utf8");
}
