import { APP_ERRORS, ROLES, type Role } from "@soundings/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appErrorCodeOf } from "../errors.ts";
import { appRouter } from "../router.ts";
import { inReach, type Matrix, openMatrix, PATIENT_IDS, type PatientId, UNKNOWN } from "./matrix.fixture.ts";
import {
  clinicalFields,
  entriesAfter,
  events,
  expectOfSearch,
  expectTheTable,
  lastEntry,
  named,
  type Outcome,
  type Way,
} from "./matrix.judge.ts";
import { OUTCOME_CASES } from "./matrix.outcomes.ts";
import { PATIENT_CASES, PROBES } from "./matrix.patients.ts";
import { SITE_CASES } from "./matrix.site.ts";
import type { Asking, Case } from "./matrix.types.ts";

/** Every procedure, by its path. A procedure without an entry fails the test. */
const CASES: Readonly<Record<string, Case>> = { ...PATIENT_CASES, ...SITE_CASES, ...OUTCOME_CASES };

let matrix: Matrix;
beforeAll(async () => {
  matrix = await openMatrix();
});
afterAll(() => matrix.clinic.close());

async function outcomeOf({ ask, given }: Pick<Case, "ask" | "given">, asking: Asking): Promise<Outcome> {
  const ready = { ...asking, given: await given?.(matrix) };
  const last = lastEntry(matrix);
  try {
    const answer = await ask(ready);
    const told = JSON.stringify(answer);
    return { answer, error: null, told, entries: entriesAfter(matrix, last), last };
  } catch (error) {
    const code = appErrorCodeOf(error);
    // The formatter of errors tells the code, its status and its sentence, and nothing of the error itself.
    const told = JSON.stringify([code, APP_ERRORS[code]]);
    return { answer: null, error: code, told, entries: entriesAfter(matrix, last), last };
  }
}

function asking(role: Role, patientId: string): Asking {
  const person = matrix.people[role];
  return { matrix, caller: matrix.as(person), person, patientId, given: null };
}

const way = (): Way => ({ matrix, asking, outcomeOf });

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

  it.each(ROLES)("answers a %s by the table of permissions", (role) => expectTheTable(way(), one, role));

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
      for (const probe of PROBES) await expectOfSearch(way(), probe, role);
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
    expect(clinicalFields(told)).toEqual([]);
  });
});
