import { type AppErrorCode, mayAtAll, type Role, scopesOf } from "@soundings/contract";
import { expect } from "vitest";
import { type Entered, entered } from "../administration/people.fixture.ts";
import {
  familyName,
  givenName,
  inReach,
  type Matrix,
  onTheList,
  PATIENT_IDS,
  type PatientId,
  UNKNOWN,
} from "./matrix.fixture.ts";
import type { Asking, Case } from "./matrix.types.ts";

/** What comes of a question. */
export interface Outcome {
  readonly answer: unknown;
  readonly error: AppErrorCode | null;
  /** Everything that the person is told, as text. */
  readonly told: string;
  readonly entries: readonly Entered[];
  /** The number of the last entry before. */
  readonly last: number;
}

/** A way to ask: by a call, or over the wire. */
export interface Way {
  readonly matrix: Matrix;
  asking(role: Role, patientId: string): Asking;
  /** What comes of a question, after what it needs was made ready. */
  outcomeOf(one: Pick<Case, "ask" | "given">, asking: Asking): Promise<Outcome>;
}

/** The number of the last entry in the audit. */
export function lastEntry({ clinic }: Matrix): number {
  const [seq] = clinic.store.reader.statement("select max(seq) from audit_entries").get([]) ?? [];
  return Number(seq ?? 0);
}

export function entriesAfter({ clinic }: Matrix, last: number): readonly Entered[] {
  return entered(clinic, last);
}

/** The openings under which something was seen, as the audit says. */
function openingsOf({ clinic }: Matrix, { last }: Outcome): readonly string[] {
  return clinic.store.reader
    .statement("select opening_id from audit_entries where seq > ? and opening_id is not null")
    .all([last])
    .map(([id]) => String(id));
}

export const events = (entries: readonly Entered[]) => entries.map(({ event }) => event);

/** The ids and names of patients in a text. */
export function named(text: string): { readonly ids: readonly string[]; readonly names: readonly string[] } {
  const holds = (word: string) => new RegExp(`\\b${word}\\b`).test(text);
  return {
    ids: PATIENT_IDS.filter(holds),
    names: PATIENT_IDS.filter((id) => holds(familyName(id)) || holds(givenName(id))),
  };
}

function isSite({ action, siteSeesIds }: Case, role: Role): boolean {
  return siteSeesIds === true && scopesOf(action, role).includes("site");
}

/** No id and no name of a patient out of reach is anywhere in what is told. */
function expectNoLeak(one: Case, role: Role, told: string): void {
  const reach = inReach(one.action, role);
  const found = named(told);
  const beyond = (id: string) => !reach.has(id as PatientId);
  expect(found.names.filter(beyond)).toEqual([]);
  if (!isSite(one, role)) expect(found.ids.filter(beyond)).toEqual([]);
}

interface OfPatient {
  readonly one: Case;
  readonly role: Role;
  readonly patientId: PatientId;
  /** What is told of somebody who is not on record. */
  readonly nobody: Outcome;
}

/** What is asked for by name: in reach it is shown and entered, out of reach it is told like nobody. */
async function expectOfPatient(way: Way, { one, role, patientId, nobody }: OfPatient): Promise<void> {
  const { action, outOfReach } = one;
  const outcome = await way.outcomeOf(one, way.asking(role, patientId));
  expectNoLeak(one, role, outcome.told);
  if (inReach(action, role).has(patientId) || isSite(one, role)) {
    expect([patientId, outcome.error]).toEqual([patientId, null]);
    expect(events(outcome.entries)).toEqual(one.events);
    if (one.names !== false) expect(outcome.entries.map((entry) => entry.patientId)).toEqual([patientId]);
    const isOpened = patientId === "PT-OPENED" && scopesOf(action, role).includes("opened");
    const { personId } = way.matrix.people[role];
    expect(openingsOf(way.matrix, outcome)).toEqual(isOpened ? [`PT-OPENED ${personId}`] : []);
    return;
  }
  expect([patientId, outcome.error, outcome.told]).toEqual([patientId, outOfReach, nobody.told]);
  expect(outcome.entries).toMatchObject([
    { event: "refused", outcome: "refused", detail: { action, code: outOfReach } },
  ]);
}

async function expectOfList(way: Way, one: Case, role: Role): Promise<void> {
  const outcome = await way.outcomeOf(one, way.asking(role, "PT-OWN"));
  expectNoLeak(one, role, outcome.told);
  expect(outcome.error).toBe(null);
  expect(events(outcome.entries)).toEqual(one.events);
  const shown = named(outcome.told).ids;
  if (one.lists === true) expect(shown.toSorted()).toEqual(onTheList(one.action, role));
  const [entry] = outcome.entries;
  if (one.enters !== undefined) expect(entry?.listed?.toSorted()).toEqual(onTheList(one.enters, role));
  if (entry?.listed != null && !isSite(one, role)) {
    expect(entry.listed.filter((id) => !inReach(one.action, role).has(id as PatientId))).toEqual([]);
    if (one.lists === true) expect(entry.listed).toEqual(shown.toSorted());
  }
}

/** Asks as one role for every kind of patient, and expects what the table of permissions says. */
export async function expectTheTable(way: Way, one: Case, role: Role): Promise<void> {
  const nobody = await way.outcomeOf(one, way.asking(role, UNKNOWN));
  if (!mayAtAll(one.action, [role])) {
    expect(nobody.error).toBe("not_allowed");
    expect(named(nobody.told)).toEqual({ ids: [], names: [] });
    expect(nobody.entries.at(-1)).toMatchObject({
      event: "refused",
      outcome: "refused",
      personId: way.matrix.people[role].personId,
      detail: { action: one.action },
    });
    return;
  }
  if (one.outOfReach === undefined) return expectOfList(way, one, role);
  expect(nobody.error).toBe(one.outOfReach);
  for (const patientId of PATIENT_IDS) await expectOfPatient(way, { one, role, patientId, nobody });
}

/** A search finds who is on the list, and tells of others what it tells of nobody. */
export async function expectOfSearch(way: Way, probe: Case["ask"], role: Role): Promise<void> {
  const mine = onTheList("caseload.view", role);
  const nothing = await way.outcomeOf({ ask: probe }, way.asking(role, UNKNOWN));
  for (const patientId of PATIENT_IDS) {
    const found = await way.outcomeOf({ ask: probe }, way.asking(role, patientId));
    if (mine.includes(patientId)) expect(named(found.told).ids).toEqual([patientId]);
    else expect([patientId, found.told]).toEqual([patientId, nothing.told]);
    const [entry] = found.entries;
    expect(entry?.event).toBe("patient_searched");
    expect(JSON.stringify(entry?.detail).toLowerCase()).not.toContain(familyName(patientId).toLowerCase());
  }
}

/** The fields of an answer that would show the front desk what treatment found. */
export function clinicalFields(told: string): readonly string[] {
  const fields = [...told.matchAll(/"(\w+)":/g)].map(([, name]) => name ?? "");
  const clinical = /score|total|item|band|finding|urgency|screen|summary|note|diagnos|birth|change$|rank/i;
  return fields.filter((field) => clinical.test(field));
}
