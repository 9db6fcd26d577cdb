import { ROLES, type Role, type ServerEvent } from "@soundings/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { News } from "../changes.ts";
import { TODAY } from "../clinic.fixture.ts";
import { forPerson } from "./live.ts";
import { inReach, type Matrix, openMatrix, PATIENT_IDS } from "./matrix.fixture.ts";

let matrix: Matrix;
beforeAll(async () => {
  matrix = await openMatrix();
});
afterAll(() => matrix.clinic.close());

const changed = (patientIds: readonly string[] | null) =>
  ({ type: "changed", change: 7, patientIds }) satisfies ServerEvent;
const heard = (role: Role, event: News) => forPerson(matrix.clinic.services, matrix.people[role], event);

describe("news of patients", () => {
  it.each(ROLES)("tells a %s of those whom a page could show, and of nobody else", (role) => {
    const mine = new Set(
      (["caseload.view", "patient.view", "schedule.view"] as const).flatMap((action) => [
        ...inReach(action, role),
      ]),
    );
    const event = heard(role, changed(PATIENT_IDS));
    if (mine.size === 0) expect(event).toBeNull();
    else expect(event).toEqual(changed([...mine].sort()));
    for (const patientId of PATIENT_IDS) {
      const expected = mine.has(patientId) ? changed([patientId]) : null;
      expect(heard(role, changed([patientId]))).toEqual(expected);
    }
  });

  it("that an import ended is for everybody, without its patients", () => {
    const event: News = { type: "changed", change: 7, patientIds: ["PT-OTHER"], imported: true };
    expect(heard("administrator", event)).toEqual({ ...event, patientIds: [] });
    expect(heard("therapist", event)).toEqual({ ...event, patientIds: [] });
  });

  it("that there is a notice is for whom it is, and names nobody else", () => {
    const { director, therapist } = matrix.people;
    const event: News = { type: "notice", personIds: [director.personId, therapist.personId] };
    expect(heard("director", event)).toEqual({ type: "notice" });
    expect(heard("prescriber", event)).toBeNull();
  });

  it("that names no patient passes as it is", () => {
    for (const event of [changed(null), { type: "day", today: TODAY } as const]) {
      expect(heard("front_desk", event)).toEqual(event);
    }
  });
});
