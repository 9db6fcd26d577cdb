import { documentWanted, presentMoment, templates } from "@soundings/api";
import type { DemoLife } from "@soundings/demo-clinic";
import {
  type Actor,
  addCover,
  addMeeting,
  appendAudit,
  discloseRecords,
  endConsent,
  enterRecord,
  listColleagues,
  noteSecondsTaken,
  openPatient,
  readProgram,
  recordConsent,
  type Store,
  type StoredConsent,
  saveContact,
  saveProgram,
} from "@soundings/records";
import { MAKER } from "./maker.ts";

type Instant = ReturnType<typeof presentMoment>;

interface Making {
  readonly store: Store;
  readonly life: DemoLife;
  readonly now: Instant;
  /** The account of a member of staff. */
  person(staffId: string): { readonly personId: string; readonly name: string };
}

function peopleOf({ reader }: Store): Making["person"] {
  const accounts = new Map(listColleagues(reader).map((one) => [one.staffId, one]));
  return (staffId) => {
    const account = accounts.get(staffId);
    if (account === undefined) throw new Error(`${staffId} of the demo clinic has no account`);
    return account;
  };
}

const minutesBefore = (now: Instant, minutes: number) =>
  new Date(Date.parse(now) - minutes * 60_000).toISOString() as Instant;

function savePractices({ store: { writer }, life, now, person }: Making): void {
  const ofTemplate = new Map(templates().map(({ templateId, practice }) => [templateId, practice]));
  for (const { programId, template, onCall, ...own } of life.practices) {
    const stored = readProgram(writer, programId);
    const practice = {
      ...ofTemplate.get(template),
      ...own,
      onCall: onCall.map(({ staffId, ...watch }) => ({ personId: person(staffId).personId, ...watch })),
    };
    if (stored === null) throw new Error(`${programId} is no program of the demo clinic`);
    const { program, revision } = stored;
    const author = { by: MAKER.name, at: now, reason: null, batchId: null };
    saveProgram(writer, { program, practice: JSON.stringify(practice), revision }, author);
    const detail = { did: "save", programId, revision: revision + 1 };
    appendAudit(writer, MAKER, { event: "program_changed", detail }, now);
  }
}

function addCovers({ store: { writer }, life, now, person }: Making): void {
  const made = { by: MAKER.name, at: now };
  for (const { coveringStaffId, ...cover } of life.covers) {
    const coveringPersonId = person(coveringStaffId).personId;
    const coverId = addCover(writer, { ...cover, coveringPersonId }, made);
    const { note: _, ...entered } = cover;
    const detail = { did: "add", coverId, coveringPersonId, ...entered };
    appendAudit(writer, MAKER, { event: "cover_changed", detail }, now);
  }
  for (const { staffIds, ...meeting } of life.meetings) {
    const personIds = staffIds.map((staffId) => person(staffId).personId);
    const meetingId = addMeeting(writer, { ...meeting, personIds, patientIds: null }, made);
    const { name: _, ...entered } = meeting;
    const detail = { did: "add", meetingId, ...entered, personIds, patientIds: null };
    appendAudit(writer, MAKER, { event: "meeting_changed", detail }, now);
  }
}

function saveContacts({ store: { writer }, life, now }: Making): void {
  const author = { by: MAKER.name, at: now, reason: null, batchId: null };
  for (const { patientId, ...notes } of life.contacts) {
    saveContact(writer, { patientId, revision: 0, notes }, author);
    appendAudit(writer, MAKER, { event: "contact_changed", patientId, detail: { revision: 1 } }, now);
  }
}

function stands<T>(answer: StoredConsent | T): StoredConsent {
  if (typeof answer === "object" && answer !== null && "consentId" in answer) return answer;
  throw new Error("a consent of the demo clinic does not keep to the rules");
}

/** Records every consent on the day on which it was signed, and the ends of those that are over; answers them in order. */
function recordConsents({ store: { writer }, life, now }: Making): StoredConsent[] {
  return life.consents.map(({ terms, recordedAt, ending }) => {
    const recorded = stands(recordConsent(writer, terms, { by: MAKER.name, at: recordedAt }));
    const { patientId, consentId, what } = recorded;
    const made = { event: "consent_recorded", patientId, detail: { consentId, what } };
    appendAudit(writer, MAKER, { ...made, rows: [["consents", consentId]] }, now);
    if (ending === null) return recorded;
    const { recordedAt: at, ...end } = ending;
    const { how, on } = end;
    const ended = stands(endConsent(writer, consentId, end, { by: MAKER.name, at }));
    const over = { event: "consent_revoked", patientId, detail: { consentId, how, on } };
    appendAudit(writer, MAKER, { ...over, rows: [["consent_endings", consentId]] }, now);
    return ended;
  });
}

function disclose({ store: { writer }, life, now }: Making, consents: readonly StoredConsent[]): void {
  for (const { minutesAgo, basis, what, ...rest } of life.disclosures) {
    const ground =
      basis.by === "consent" ? { by: basis.by, consentId: consents[basis.consent]?.consentId ?? "" } : basis;
    const input = { ...rest, what: [...what], basis: ground };
    const { wanted, write } = documentWanted(input as Parameters<typeof documentWanted>[0]);
    const at = minutesBefore(now, minutesAgo);
    if (discloseRecords(writer, MAKER, { wanted, at, openingId: null }, write) === null)
      throw new Error("a disclosure of the demo clinic has no basis");
  }
}

/** Somebody opened a patient of another program some hours ago: the directors have their notices, the audit its entries. */
function openOutside({ store: { writer }, life: { opening }, now, person }: Making): void {
  const { personId, name } = person(opening.staffId);
  const actor: Actor = { ...MAKER, personId, name };
  const at = minutesBefore(now, opening.minutesAgo);
  const { patientId, reason } = opening;
  const asked = { reason, by: "record_number" };
  const ask = appendAudit(writer, actor, { event: "glass_asked", detail: asked }, at);
  const opened = openPatient(writer, { personId, patientId, reason, now: at });
  const { openingId, until, recipients, rows } = opened;
  const detail = { ask, reason, until, told: recipients.length };
  appendAudit(writer, actor, { event: "glass_opened", patientId, openingId, detail, rows }, at);
}

const OWN_KEYS = { note: "noteId", medication_note: "medicationNoteId", injection: "injectionId" } as const;

function enterOwnRecords({ store: { writer }, life: { own }, now, person }: Making): void {
  for (const { recordType, recordId, patientId, staffId, recordedAt, values } of own.records) {
    const { name: by } = person(staffId);
    const entry = {
      patientId,
      recordType,
      values: { ...values, [OWN_KEYS[recordType]]: recordId, by, recordedAt },
    };
    if (enterRecord(writer, entry, { by, at: now, reason: null }) !== "entered")
      throw new Error("a record of the demo clinic does not keep to the laws");
    const detail = { type: recordType, id: recordId };
    appendAudit(writer, MAKER, { event: "record_entered", patientId, detail }, now);
  }
  for (const { assessmentId, seconds } of own.secondsTaken) noteSecondsTaken(writer, assessmentId, seconds);
}

/**
 * Gives the demo clinic what a clinic keeps here and no clinic export carries, in one transaction with its entries in the
 * audit. Its people have their accounts.
 */
export function makeDemoLife(store: Store, life: DemoLife, now: Instant = presentMoment()): void {
  const making: Making = { store, life, now, person: peopleOf(store) };
  store.writer.act(() => {
    savePractices(making);
    addCovers(making);
    saveContacts(making);
    disclose(making, recordConsents(making));
    openOutside(making);
    enterOwnRecords(making);
  });
}
