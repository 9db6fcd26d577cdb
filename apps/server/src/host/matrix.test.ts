import {
  type Case,
  clinicalFields,
  expectOfSearch,
  expectTheTable,
  OUTCOME_CASES,
  PATIENT_CASES,
  PROBES,
  SITE_CASES,
} from "@soundings/api/matrix";
import { ROLES } from "@soundings/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OverHttp, openOverHttp, PROCEDURES } from "./matrix.fixture.ts";

const CASES: Readonly<Record<string, Case>> = { ...PATIENT_CASES, ...SITE_CASES, ...OUTCOME_CASES };

let http: OverHttp;
beforeAll(async () => {
  http = await openOverHttp();
}, 60_000);
afterAll(() => http.matrix.clinic.close());

it("asks for every procedure that is mounted", () => {
  expect(Object.keys(CASES).sort()).toEqual([...PROCEDURES].sort());
});

it.each(ROLES)("is asked by a %s who is signed in", async (role) => {
  expect(await http.browsers[role].me()).toMatchObject({
    personId: http.matrix.people[role].personId,
    secondFactor: role === "director" || role === "administrator" ? "set_up" : expect.anything(),
  });
});

describe.each(Object.entries(CASES))("%s over HTTP", (_path, one) => {
  it.each(ROLES)("answers a %s by the table of permissions", (role) => expectTheTable(http.way, one, role));
});

describe("a search over HTTP", () => {
  it.each(["therapist", "prescriber", "director"] as const)(
    "of a %s finds who is on the list, and of others nothing",
    async (role) => {
      for (const probe of PROBES) await expectOfSearch(http.way, probe, role);
    },
  );
});

it("sends the front desk no score, screen, note or finding, in no field", async () => {
  for (const path of ["schedule.day", "schedule.due", "contact.get"]) {
    const one = CASES[path];
    if (one === undefined) throw new Error(`there is no case of ${path}`);
    const { answer, error } = await http.outcomeFrom(http.browsers.front_desk, one, "front_desk");
    expect(error).toBeNull();
    expect(clinicalFields(JSON.stringify(answer))).toEqual([]);
  }
});
