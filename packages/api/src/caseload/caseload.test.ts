import type { Instant } from "@soundings/clinical";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entered } from "../administration/people.fixture.ts";
import { type Clinic, callerAs, DIRECTOR, FILES, NOW, openClinic, TODAY, take } from "../clinic.fixture.ts";
import { createServices } from "../services.ts";

/** Five past midnight at the site, the night after NOW. */
const AFTER_MIDNIGHT = "2026-03-17T07:05:00Z" as Instant;

let clinic: Clinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

const ids = async (filter: Parameters<Clinic["caller"]["caseload"]["page"]>[0]) =>
  (await clinic.caller.caseload.page(filter)).rows.map((row) => row.patientId);

describe("caseload.page", () => {
  it("lists who needs whom first, with counts over all", async () => {
    const page = await clinic.caller.caseload.page({});
    expect(page).toMatchObject({
      asOf: TODAY,
      today: TODAY,
      total: 3,
      counts: { inTreatment: 3, immediate: 1 },
    });
    expect(page.rows[0]).toMatchObject({
      patientId: "P-1",
      givenName: "Ada",
      programName: "Day IOP",
      therapistName: "Therapist One",
      leading: { rule: "suicidal-ideation", urgency: "immediate" },
    });
  });

  it("takes every filter of the address", async () => {
    expect(await ids({ therapist: "S-2" })).toEqual(["P-3"]);
    expect(await ids({ program: "IOP-DAY", sort: "name" })).toEqual(["P-1", "P-2"]);
    expect(await ids({ finding: "suicidal-ideation" })).toEqual(["P-1"]);
    expect(await ids({ q: "cy test" })).toEqual(["P-3"]);
    expect(await ids({ level: "php" })).toEqual([]);
    expect(await ids({ sort: "name", dir: "desc" })).toEqual(["P-3", "P-2", "P-1"]);
  });

  it("computes an earlier day from what was dated by then", async () => {
    const page = await clinic.caller.caseload.page({ asOf: "2026-02-10", therapist: "S-1", sort: "name" });
    expect(page).toMatchObject({ asOf: "2026-02-10", today: TODAY, total: 2, counts: { immediate: 0 } });
    expect(page.rows.map((row) => [row.patientId, row.week, row.correctedSince])).toEqual([
      ["P-1", 1, false],
      ["P-2", 1, false],
    ]);
  });

  it("marks what was corrected since an earlier day", async () => {
    const corrected =
      FILES["assessments.csv"]?.replace("A-3,P-2,phq-9,2026-02-02,1", "A-3,P-2,phq-9,2026-02-02,2") ?? "";
    const own = await openClinic();
    const before = await own.caller.caseload.page({ asOf: "2026-02-10" });
    expect(before.rows.some((row) => row.correctedSince)).toBe(false);
    await take(own.store, { ...FILES, "assessments.csv": corrected }, NOW);
    const after = await own.caller.caseload.page({ asOf: "2026-02-10" });
    expect(after.rows.filter((row) => row.correctedSince).map((row) => row.patientId)).toEqual(["P-2"]);
    await own.close();
  });

  it("shows today's findings after midnight, before what is stored was brought to the new day", async () => {
    const own = await openClinic();
    const tomorrow = createServices({
      ...own.services,
      dataDir: own.store.dataDir,
      now: () => AFTER_MIDNIGHT,
    });
    const caller = callerAs(tomorrow, DIRECTOR);
    const one = "A-9,P-3,phq-9,2026-03-17,1,1,1,1,1,1,1,1,2\n";
    const head = FILES["assessments.csv"]?.split("\n")[0] ?? "";
    await take(own.store, { "assessments.csv": `${head}\n${one}` }, AFTER_MIDNIGHT);
    const page = await caller.caseload.page({});
    expect(page).toMatchObject({
      asOf: "2026-03-17",
      today: "2026-03-17",
      total: 3,
      counts: { immediate: 2 },
    });
    expect(page.rows.map(({ asOf }) => asOf)).toEqual(["2026-03-17", "2026-03-17", "2026-03-17"]);
    expect(await tomorrow.refreshFindings()).toBe(2);
    expect(await caller.caseload.page({})).toEqual(page);
    await tomorrow.close();
    await own.close();
  });

  it("refuses a day that has not come, or is none", async () => {
    await expect(clinic.caller.caseload.page({ asOf: "2026-03-17" })).rejects.toMatchObject({
      cause: { code: "day_in_future" },
    });
    await expect(clinic.caller.caseload.page({ asOf: "2026-02-30" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });
});

describe("caseload.printed", () => {
  it("enters whom the printed list names and its filter, and of a search no word", async () => {
    await clinic.caller.caseload.printed({ program: "IOP-DAY", q: "ada test" });
    const last = entered(clinic).at(-1);
    expect(last).toMatchObject({
      event: "patient_printed",
      listed: ["P-1"],
      detail: { what: "caseload", program: "IOP-DAY", words: 2, rows: 1, total: 1 },
    });
    expect(JSON.stringify(last).toLowerCase()).not.toContain("ada");
  });
});

describe("caseload.options", () => {
  it("names everybody and every program with who is in treatment", async () => {
    const { staff, programs } = await clinic.caller.caseload.options();
    expect(programs).toEqual([
      { programId: "IOP-DAY", name: "Day IOP", levelOfCare: "iop", inTreatment: 2 },
      { programId: "IOP-EVE", name: "Evening IOP", levelOfCare: "iop", inTreatment: 1 },
    ]);
    expect(staff.map((person) => [person.staffId, person.role, person.inTreatment])).toEqual([
      ["S-9", "prescriber", 2],
      ["S-1", "therapist", 2],
      ["S-2", "therapist", 1],
    ]);
  });
});
