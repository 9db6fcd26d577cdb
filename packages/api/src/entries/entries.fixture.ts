import type { AddEntryInput, EntryFields, RecordInput, RecordView } from "@soundings/contract";
import { type Clinic, FILES } from "../clinic.fixture.ts";

/** The clinic with one record of each kind that can be corrected. */
export const ENTRY_FILES: Readonly<Record<string, string>> = {
  ...FILES,
  "assessments.csv": `assessment_id,patient_id,instrument,administered_on,item_1,item_2,item_3,item_4,item_5,item_6,item_7,item_8,item_9,total,recorded_at
A-1,P-1,phq-9,2026-02-02,2,2,2,2,2,1,1,1,0,13,
A-2,P-1,phq-9,2026-03-14,3,3,3,2,2,2,2,2,2,,2026-03-14T09:30:45-07:00
A-3,P-2,phq-9,2026-02-02,1,1,1,1,1,0,0,0,0,,
G-1,P-1,gad-7,2026-03-14,1,1,1,1,1,1,1,2,,,
`,
  "sessions.csv": `session_id,patient_id,scheduled_start,scheduled_minutes,service,status,staff_id
V-1,P-1,2026-03-12T10:00:00-07:00,180,group,attended,S-1
`,
  "screens.csv": `screen_id,patient_id,scheduled_on,collected_at,disposition,specimen,method,analyte,result
U-1,P-1,2026-03-10,2026-03-10T10:00:00-07:00,collected,urine,presumptive,cocaine,negative
U-1,P-1,2026-03-10,2026-03-10T10:00:00-07:00,collected,urine,presumptive,opiates,positive
`,
  "medications.csv": `medication_change_id,patient_id,changed_on,change,medication,dose,unit,prescriber_id
M-1,P-1,2026-02-03,start,sertraline,50,mg,S-9
`,
  "events.csv": `event_id,patient_id,occurred_on,kind,result,recorded_at
X-1,P-1,2026-03-15,c_ssrs,high,2026-03-15T11:00:00-07:00
`,
  "decisions.csv": `decision_id,patient_id,decided_on,decision,staff_id,recorded_at
D-1,P-1,2026-03-02,continue,S-1,2026-03-02T11:00:00-08:00
`,
};

export const ON = "2026-03-16";

/** One of each, as a form sends it. */
export const GIVEN = {
  medication_change: {
    kind: "medication_change",
    on: ON,
    change: "dose",
    medication: "sertraline",
    dose: "100",
    unit: "mg",
    frequency: null,
    reason: null,
  },
  event: { kind: "event", on: ON, event: "c_ssrs", result: "moderate", note: null },
  decision: { kind: "decision", on: ON, decision: "step_up", levelOfCare: "php", reason: "Worse" },
  note: { kind: "note", on: ON, text: "Called the family" },
  medication_note: {
    kind: "medication_note",
    on: ON,
    medication: "sertraline",
    about: "adherence",
    adherence: "some_missed",
    text: null,
  },
  injection: {
    kind: "injection",
    medication: "naltrexone",
    dose: "380 mg",
    intervalDays: 28,
    givenOn: "2026-03-02",
    givenBy: "Nurse",
    nextDueOn: "2026-03-30",
  },
} as const satisfies { readonly [Kind in EntryFields["kind"]]: Extract<EntryFields, { kind: Kind }> };

export const newId = () => crypto.randomUUID();

/** Enters something for P-1, and answers its name. */
export async function put(
  { caller }: Pick<Clinic, "caller">,
  entry: EntryFields,
  more: Partial<AddEntryInput> = {},
): Promise<RecordInput> {
  const patientId = more.patientId ?? "P-1";
  const answer = await caller.entries.add({ patientId, entryId: newId(), ...more, entry });
  if (answer.outcome !== "entered") throw new Error(`not entered: ${JSON.stringify(answer)}`);
  return { patientId, recordType: entry.kind, recordId: answer.recordId };
}

/** A record of P-1 by type and id. */
export function named(recordType: RecordInput["recordType"], recordId: string): RecordInput {
  return { patientId: "P-1", recordType, recordId };
}

/** What stands in the fields of a record, without what is not known. */
export function standing({ fields }: RecordView): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.filter(({ value }) => value !== "").map(({ field, value }) => [field, value]),
  );
}
