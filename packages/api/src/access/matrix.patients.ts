import { randomUUID } from "node:crypto";
import type { Person } from "@soundings/records";
import { NOW, TODAY } from "../clinic.fixture.ts";
import { familyName, type Matrix } from "./matrix.fixture.ts";
import type { Asking, Case } from "./matrix.types.ts";

function newConsent({ insert, next }: Matrix, patientId: string): string {
  const consent_id = `consent-${next()}`;
  const who = { discloser: "Program", recipient: "Dr. Example", recipient_kind: "name" };
  const why = { what: `["course"]`, purpose: "Care", purpose_kind: "other", ends_by: "day" };
  const when = { ends_on: "2026-12-31", signed_on: "2026-03-01", recorded_at: NOW };
  const by = { signed_by: "The patient", recorded_by: "x" };
  if (patientId !== "PT-NOBODY")
    insert("consents", { consent_id, patient_id: patientId, ...who, ...why, ...when, ...by });
  return consent_id;
}

function cellsOf(matrix: Matrix, patientId: string) {
  const [id, cells] =
    matrix.clinic.store.reader
      .statement(`select id, cells from set_aside_rows where cells like ? order by id limit 1`)
      .get([`%"BAD-${patientId}"%`]) ?? [];
  return { id: String(id ?? 999_999), cells: JSON.parse(String(cells ?? "{}")) as Record<string, string> };
}

function newRow({ clinic, insert, next }: Matrix, patientId: string): string {
  const [batch] = clinic.store.reader.statement(`select batch_id from import_batches`).get([]) ?? [];
  const place = { batch_id: String(batch), file: "sessions.csv", line: 1_000 + next() };
  const problem = { column_name: "status", code: "bad_code", message: "Give a status.", state: "open" };
  insert("set_aside_rows", { ...place, ...problem, cells: JSON.stringify({ patient_id: patientId }) });
  return String(clinic.store.reader.statement(`select max(id) from set_aside_rows`).get([])?.[0]);
}

const CONSENT = {
  discloser: "Program",
  recipient: "Dr. Example",
  recipientKind: "name",
  what: ["course"],
  purpose: "Care",
  purposeKind: "other",
  ends: { by: "day", on: "2026-12-31" },
  signedOn: "2026-03-01",
  signedBy: "The patient",
} as const;

function newNotice({ insert, next }: Matrix, { personId }: Person): string {
  const notice_id = `notice-${next()}`;
  const opening_id = `opening-${notice_id}`;
  const times = { opened_at: "2026-03-16T17:00:00Z", expires_at: "2026-03-17T01:00:00Z" };
  insert("openings", { opening_id, person_id: personId, patient_id: "PT-SAME", reason: "Asked", ...times });
  const about = { person_id: personId, about_person_id: personId };
  insert("notices", { notice_id, ...about, kind: "opened_outside", opening_id, at: NOW });
  return notice_id;
}

/** An event of the patient's, or of nobody. */
function newEvent({ insert, next }: Matrix, patientId: string) {
  const event_id = `EV-${next()}`;
  const what = { occurred_on: TODAY, kind: "outreach" };
  if (patientId !== "PT-NOBODY") insert("events", { event_id, patient_id: patientId, ...what });
  return { patientId, recordType: "event", recordId: event_id } as const;
}

const ofPatient = { outOfReach: "no_such_patient" } as const;

/** The procedures that show or change something of patients, by their paths. */
export const PATIENT_CASES: Readonly<Record<string, Case>> = {
  "caseload.page": {
    action: "caseload.view",
    ask: ({ caller }) => caller.caseload.page({}),
    events: ["caseload_viewed"],
    lists: true,
  },
  "caseload.printed": {
    action: "patient.print",
    ask: ({ caller }) => caller.caseload.printed({}),
    events: ["patient_printed"],
    enters: "caseload.view",
  },
  "caseload.options": {
    action: "caseload.view",
    ask: ({ caller }) => caller.caseload.options(),
    events: [],
  },
  "trends.page": {
    action: "trends.view",
    ask: ({ caller }) => caller.trends.page({}),
    events: ["trends_viewed"],
    lists: true,
  },
  "trends.printed": {
    action: "patient.print",
    ask: ({ caller }) => caller.trends.printed({}),
    events: ["patient_printed"],
    enters: "trends.view",
  },
  "patient.page": {
    action: "patient.view",
    ask: ({ caller, patientId }) => caller.patient.page({ patientId }),
    events: ["patient_viewed"],
    ...ofPatient,
  },
  "patient.printed": {
    action: "patient.print",
    ask: ({ caller, patientId }) => caller.patient.printed({ patientId }),
    events: ["patient_printed"],
    ...ofPatient,
  },
  "papers.view": {
    action: "patient.paper",
    ask: ({ caller, patientId }) => caller.papers.view({ patientId, paper: "summary" }),
    events: ["paper_made"],
    ...ofPatient,
  },
  "papers.file": {
    action: "patient.paper",
    ask: ({ caller, patientId }) => caller.papers.file({ patientId, form: "csv" }),
    events: ["paper_made"],
    ...ofPatient,
  },
  "entries.add": {
    action: "record.enter",
    ask: ({ caller, patientId }) =>
      caller.entries.add({
        patientId,
        entryId: randomUUID(),
        entry: { kind: "note", on: TODAY, text: "Called back" },
      }),
    events: ["record_entered"],
    ...ofPatient,
  },
  "entries.record": {
    action: "patient.view",
    ask: ({ caller, matrix, patientId }) => caller.entries.record(newEvent(matrix, patientId)),
    events: ["record_viewed"],
    ...ofPatient,
  },
  "entries.correct": {
    action: "record.correct",
    ask: ({ caller, matrix, patientId }) => {
      const said = { seen: 0, values: { note: "By telephone" }, reason: "Left out" };
      return caller.entries.correct({ ...newEvent(matrix, patientId), ...said });
    },
    events: ["record_corrected"],
    ...ofPatient,
  },
  "entries.takeBack": {
    action: "record.correct",
    ask: ({ caller, matrix, patientId }) =>
      caller.entries.takeBack({ ...newEvent(matrix, patientId), seen: 0, reason: "Of another patient" }),
    events: ["record_taken_back"],
    ...ofPatient,
  },
  "patientAccess.openOutside": {
    action: "patient.open_outside",
    ask: ({ caller }) =>
      caller.patientAccess.openOutside({
        reason: "A call at night",
        who: { by: "record_number", recordNumber: "PT-NOBODY" },
      }),
    events: ["glass_asked", "glass_opened"],
  },
  "patientAccess.lookers": {
    action: "patient.lookers",
    ask: ({ caller, patientId }) => caller.patientAccess.lookers({ patientId }),
    events: ["lookers_viewed"],
    siteSeesIds: true,
    ...ofPatient,
  },
  "opened.list": {
    action: "opened.view",
    ask: ({ caller }) => caller.opened.list(),
    events: ["opened_viewed"],
    siteSeesIds: true,
  },
  "notices.list": { action: "opened.view", ask: ({ caller }) => caller.notices.list(), events: [] },
  "notices.seen": {
    action: "opened.view",
    ask: ({ caller, matrix, person }) => caller.notices.seen({ noticeId: newNotice(matrix, person) }),
    events: ["opened_viewed"],
  },
  "schedule.day": {
    action: "schedule.view",
    ask: ({ caller }) => caller.schedule.day({}),
    events: ["schedule_viewed"],
  },
  "schedule.due": {
    action: "due.view",
    ask: ({ caller }) => caller.schedule.due({}),
    events: ["due_viewed"],
    lists: true,
  },
  "schedule.dayPrinted": {
    action: "schedule.view",
    ask: ({ caller }) => caller.schedule.dayPrinted({}),
    events: ["patient_printed"],
  },
  "schedule.duePrinted": {
    action: "due.view",
    ask: ({ caller }) => caller.schedule.duePrinted({}),
    events: ["patient_printed"],
    enters: "due.view",
  },
  "contact.get": {
    action: "contact.view",
    ask: ({ caller, patientId }) => caller.contact.get({ patientId }),
    events: ["contact_viewed"],
    ...ofPatient,
  },
  "contact.save": {
    action: "contact.change",
    ask: ({ caller, patientId, matrix }) => {
      const { reader } = matrix.clinic.store;
      const [revision] =
        reader.statement(`select revision from contacts where patient_id = ?`).get([patientId]) ?? [];
      const nothing = { pronouns: null, emergencyName: null, emergencyRelation: null, emergencyPhone: null };
      const input = { patientId, revision: Number(revision ?? 0), preferredName: null, ...nothing };
      return caller.contact.save({ ...input, reachBy: `By mail ${matrix.next()}` });
    },
    events: ["contact_changed"],
    ...ofPatient,
  },
  "consents.page": {
    action: "consent.view",
    ask: ({ caller, patientId }) => caller.consents.page({ patientId }),
    events: ["consent_viewed"],
    ...ofPatient,
  },
  "consents.record": {
    action: "consent.change",
    ask: ({ caller, patientId }) => caller.consents.record({ ...CONSENT, what: ["course"], patientId }),
    events: ["consent_recorded"],
    ...ofPatient,
  },
  "consents.end": {
    action: "consent.change",
    ask: ({ caller, matrix, patientId }) =>
      caller.consents.end({
        consentId: newConsent(matrix, patientId),
        how: "revoked",
        on: TODAY,
        why: "Asked by letter",
      }),
    events: ["consent_revoked"],
    outOfReach: "no_such_entry",
  },
  "disclosures.make": {
    action: "disclosure.make",
    ask: ({ caller, patientId }) =>
      caller.disclosures.make({
        patientId,
        form: "csv",
        what: ["course"],
        recipient: "The patient",
        purpose: "Own copy",
        basis: { by: "other", basis: "to_patient", explanation: "Asked in person" },
      }),
    events: ["disclosed"],
    ...ofPatient,
  },
  "imports.batches": { action: "imports.view", ask: ({ caller }) => caller.imports.batches(), events: [] },
  "imports.setAside": {
    action: "imports.view",
    ask: ({ caller }) => caller.imports.setAside({ limit: 200 }),
    events: ["set_aside_viewed"],
  },
  "imports.setAsideCsv": {
    action: "imports.values",
    ask: ({ caller }) => caller.imports.setAsideCsv({ file: "assessments.csv" }),
    events: ["exported"],
  },
  "imports.retry": {
    action: "imports.mend",
    ask: ({ caller, matrix, patientId }) => caller.imports.retry(cellsOf(matrix, patientId)),
    events: ["set_aside_mended"],
    names: false,
    outOfReach: "no_such_set_aside_row",
  },
  "imports.dismiss": {
    action: "imports.dismiss",
    ask: ({ caller, matrix, patientId }) => caller.imports.dismiss({ ids: [newRow(matrix, patientId)] }),
    events: ["set_aside_dismissed"],
  },
};

/** Searches and filters, each of which could tell that somebody is there. */
export const PROBES: readonly ((asking: Asking) => Promise<unknown>)[] = [
  ({ caller, patientId }) => caller.caseload.page({ q: familyName(patientId) }),
  ({ caller, patientId }) => caller.caseload.page({ q: patientId }),
  ({ caller, patientId }) => caller.caseload.page({ q: familyName(patientId), asOf: "2026-03-10" }),
];
