import { APP_ERRORS, type AppErrorCode, mayAtAll, ROLES, type Role, scopesOf } from "@soundings/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Entered, entered } from "../administration/people.fixture.ts";
import { appErrorCodeOf } from "../errors.ts";
import { appRouter } from "../router.ts";
import {
  familyName,
  inReach,
  type Matrix,
  onTheList,
  openMatrix,
  PATIENT_IDS,
  type PatientId,
  UNKNOWN,
} from "./matrix.fixture.ts";
import { PATIENT_CASES, PROBES } from "./matrix.patients.ts";
import { SITE_CASES } from "./matrix.site.ts";
import type { Asking, Case } from "./matrix.types.ts";

/** Every procedure, by its path. A procedure without an entry fails the test. */
const CASES: Readonly<Record<string, Case>> = { ...PATIENT_CASES, ...SITE_CASES };

let matrix: Matrix;
beforeAll(async () => {
  matrix = await openMatrix();
});
afterAll(() => matrix.clinic.close());

interface Outcome {
  readonly answer: unknown;
  readonly error: AppErrorCode | null;
  /** Everything that the person is told, as text. */
  readonly told: string;
  readonly entries: readonly Entered[];
  /** The last entry before. */
  readonly last: number;
}

function lastEntry(): number {
  const [seq] = matrix.clinic.store.reader.statement("select max(seq) from audit_entries").get([]) ?? [];
  return Number(seq ?? 0);
}

/** What comes of a question, after what it needs was made ready. */
async function outcomeOf({ ask, given }: Pick<Case, "ask" | "given">, asking: Asking): Promise<Outcome> {
  const ready = { ...asking, given: await given?.(matrix) };
  const last = lastEntry();
  try {
    const answer = await ask(ready);
    return { answer, error: null, told: JSON.stringify(answer), entries: entered(matrix.clinic, last), last };
  } catch (error) {
    const code = appErrorCodeOf(error);
    // The formatter of errors tells the code, its status and its sentence, and nothing of the error itself.
    const told = JSON.stringify([code, APP_ERRORS[code]]);
    return { answer: null, error: code, told, entries: entered(matrix.clinic, last), last };
  }
}

function asking(role: Role, patientId: string): Asking {
  const person = matrix.people[role];
  return { matrix, caller: matrix.as(person), person, patientId, given: null };
}

/** The openings under which something was seen, as the audit says. */
function openingsOf({ last }: Outcome): readonly string[] {
  return matrix.clinic.store.reader
    .statement("select opening_id from audit_entries where seq > ? and opening_id is not null")
    .all([last])
    .map(([id]) => String(id));
}

const events = (entries: readonly Entered[]) => entries.map(({ event }) => event);

/** The ids and names of patients in a text. */
function named(text: string): { readonly ids: readonly string[]; readonly names: readonly string[] } {
  const holds = (id: string, word: string) => new RegExp(`\\b${word}\\b`).test(text) && id;
  return {
    ids: PATIENT_IDS.filter((id) => holds(id, id)),
    names: PATIENT_IDS.filter(
      (id) => holds(id, familyName(id)) || holds(id, `Given${id.slice(3).toLowerCase()}`),
    ),
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

/** What is asked for by name: in reach it is shown and entered, out of reach it is told like nobody. */
async function tryPatient(one: Case, role: Role, patientId: string, nobody: Outcome): Promise<void> {
  const { action, outOfReach } = one;
  const outcome = await outcomeOf(one, asking(role, patientId));
  expectNoLeak(one, role, outcome.told);
  if (inReach(action, role).has(patientId as PatientId) || isSite(one, role)) {
    expect([patientId, outcome.error]).toEqual([patientId, null]);
    expect(events(outcome.entries)).toEqual(one.events);
    if (one.names !== false) expect(outcome.entries.map((entry) => entry.patientId)).toEqual([patientId]);
    const isOpened = patientId === "PT-OPENED" && scopesOf(action, role).includes("opened");
    expect(openingsOf(outcome)).toEqual(isOpened ? [`PT-OPENED ${matrix.people[role].personId}`] : []);
    return;
  }
  expect([patientId, outcome.error, outcome.told]).toEqual([patientId, outOfReach, nobody.told]);
  expect(outcome.entries).toMatchObject([
    { event: "refused", outcome: "refused", detail: { action, code: outOfReach } },
  ]);
}

async function tryList(one: Case, role: Role): Promise<void> {
  const outcome = await outcomeOf(one, asking(role, "PT-OWN"));
  expectNoLeak(one, role, outcome.told);
  expect(outcome.error).toBe(null);
  expect(events(outcome.entries)).toEqual(one.events);
  const shown = named(outcome.told).ids;
  if (one.lists === true) expect(shown.toSorted()).toEqual(onTheList(one.action, role));
  const [entry] = outcome.entries;
  if (entry?.listed != null && !isSite(one, role)) {
    expect(entry.listed.filter((id) => !inReach(one.action, role).has(id as PatientId))).toEqual([]);
    if (one.lists === true) expect(entry.listed).toEqual(shown.toSorted());
  }
}

const PROCEDURES = Object.keys(appRouter._def.procedures);
type Meta = { readonly _def: { readonly meta?: { readonly action: string }; readonly type: string } };
const defOf = (path: string) =>
  (appRouter._def.procedures as unknown as Readonly<Record<string, Meta>>)[path]?._def;

it("has an entry for every procedure, and none for another", () => {
  expect(Object.keys(CASES).sort()).toEqual([...PROCEDURES].sort());
});

describe.each(Object.entries(CASES))("%s", (path, one) => {
  it("asks for the permission that its entry says", () => {
    expect(defOf(path)?.meta?.action).toBe(one.action);
  });

  it("is answered to nobody who is not signed in, was disabled, or lacks the second factor", async () => {
    for (const role of ROLES) {
      const person = matrix.people[role];
      const refused = async (caller: Asking["caller"]) => {
        const outcome = await outcomeOf(one, { ...asking(role, "PT-OWN"), caller });
        expect(named(outcome.told)).toEqual({ ids: [], names: [] });
        return [outcome.error, events(outcome.entries)];
      };
      expect(await refused(matrix.as(null))).toEqual(["signed_out", []]);
      expect(await refused(matrix.as({ ...person, disabled: true }))).toEqual(["signed_out", []]);
      if (one.action === "account.use") continue;
      expect(await refused(matrix.as(person, false))).toEqual(["second_factor_needed", []]);
    }
  });

  it.each(ROLES)("answers a %s by the table of permissions", async (role) => {
    const nobody = await outcomeOf(one, asking(role, UNKNOWN));
    if (!mayAtAll(one.action, [role])) {
      expect(nobody.error).toBe("not_allowed");
      expect(nobody.entries.at(-1)).toMatchObject({
        event: "refused",
        outcome: "refused",
        personId: matrix.people[role].personId,
        detail: { action: one.action },
      });
      return;
    }
    if (one.outOfReach === undefined) return tryList(one, role);
    expect(nobody.error).toBe(one.outOfReach);
    for (const patientId of PATIENT_IDS) await tryPatient(one, role, patientId, nobody);
  });

  it("enters a change, whoever makes it", () => {
    if (defOf(path)?.type === "mutation") expect(one.events.length).toBeGreaterThan(0);
  });
});

it("takes off the list only rows of patients in reach, and any row for an administrator", async () => {
  const { ask, action } = CASES["imports.dismiss"] ?? {
    ask: () => Promise.reject(),
    action: "imports.dismiss",
  };
  for (const role of ["therapist", "prescriber", "director", "administrator"] as const) {
    for (const patientId of [...PATIENT_IDS, UNKNOWN]) {
      const isMine = role === "administrator" || inReach(action, role).has(patientId as PatientId);
      const { answer } = await outcomeOf({ ask }, asking(role, patientId));
      expect([role, patientId, answer]).toEqual([role, patientId, { dismissed: isMine ? 1 : 0 }]);
    }
  }
});

describe("a search", () => {
  it.each(["therapist", "prescriber", "director"] as const)(
    "of a %s finds who is on the list, and of others nothing",
    async (role) => {
      const mine = onTheList("caseload.view", role);
      for (const probe of PROBES) {
        const nothing = await outcomeOf({ ask: probe }, asking(role, UNKNOWN));
        for (const patientId of PATIENT_IDS) {
          const found = await outcomeOf({ ask: probe }, asking(role, patientId));
          if (mine.includes(patientId)) expect(named(found.told).ids).toEqual([patientId]);
          else expect([patientId, found.told]).toEqual([patientId, nothing.told]);
          const [entry] = found.entries;
          expect(entry?.event).toBe("patient_searched");
          expect(JSON.stringify(entry?.detail).toLowerCase()).not.toContain(
            familyName(patientId).toLowerCase(),
          );
        }
      }
    },
  );
});

describe("what the front desk is told", () => {
  it("holds no score, screen, note or finding, in no field", async () => {
    const { caller } = asking("front_desk", "PT-OWN");
    const told = JSON.stringify([
      await caller.schedule.day({}),
      await caller.schedule.due({}),
      await caller.contact.get({ patientId: "PT-OWN" }),
    ]);
    const fields = [...told.matchAll(/"(\w+)":/g)].map(([, name]) => name ?? "");
    const clinical = /score|total|item|band|finding|urgency|screen|summary|note|diagnos|birth|change$|rank/i;
    expect(fields.filter((field) => clinical.test(field))).toEqual([]);
  });
});
