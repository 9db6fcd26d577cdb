import type { Instant } from "@soundings/clinical";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entered } from "../administration/people.fixture.ts";
import { type Clinic, callerAs, DIRECTOR, FILES, openClinic, TODAY, take } from "../clinic.fixture.ts";
import { createServices } from "../services.ts";

/** Five past midnight at the site, the night after the clinic's evening. */
const AFTER_MIDNIGHT = "2026-03-17T07:05:00Z" as Instant;

const MORE: Readonly<Record<string, string>> = {
  ...FILES,
  "medications.csv": `medication_change_id,patient_id,changed_on,change,medication,dose,unit,frequency,prescriber_id
M-1,P-1,2026-02-03,start,Sertraline,50,mg,daily,S-9
M-2,P-1,2026-03-01,dose,Sertraline,100,mg,daily,S-9
`,
  "sessions.csv": `session_id,patient_id,scheduled_start,scheduled_minutes,service,status,staff_id
V-1,P-1,2026-03-24T10:00:00,30,psychiatry,scheduled,S-9
V-2,P-1,2026-03-17T10:00:00,180,group,scheduled,S-1
`,
};

let clinic: Clinic;
beforeAll(async () => {
  clinic = await openClinic(MORE);
});
afterAll(() => clinic.close());

type Filter = Parameters<Clinic["caller"]["trends"]["page"]>[0];
const ids = async (filter: Filter) =>
  (await clinic.caller.trends.page(filter)).rows.map((row) => row.patientId);

describe("trends.page", () => {
  it("lists who needs a medication review first, with doses, changes and the next visit", async () => {
    const page = await clinic.caller.trends.page({});
    expect(page).toMatchObject({ asOf: TODAY, zone: "America/Los_Angeles", total: 3 });
    expect(page.rows[0]).toMatchObject({
      patientId: "P-1",
      familyName: "Testcase",
      prescriberName: "Prescriber Nine",
      medications: [{ medication: "Sertraline", doseText: "100 mg daily", daysOnDose: 15 }],
      lastChange: { on: "2026-03-01" },
      item9: { answer: 2, on: "2026-03-14" },
      nextVisit: "2026-03-24T17:00:00Z",
    });
    expect(page.rows[0]?.reasons).toEqual([
      "item_9",
      "worse_since_change",
      "early_non_response",
      "review_window_open",
    ]);
    expect(page.reasons).toMatchObject({ item_9: 1, injection_overdue: 0 });
  });

  it("takes every filter of the address", async () => {
    expect(await ids({ prescriber: "S-9", sort: "name" })).toEqual(["P-1", "P-3"]);
    expect(await ids({ program: "IOP-EVE" })).toEqual(["P-3"]);
    expect(await ids({ reason: "item_9" })).toEqual(["P-1"]);
    expect(await ids({ medication: "sert" })).toEqual(["P-1"]);
    expect(await ids({ medicated: false, sort: "name", dir: "desc" })).toEqual(["P-3", "P-2"]);
  });

  it("enters whom it showed and by what, and of the text for a medication nothing", async () => {
    await clinic.caller.trends.page({ medicated: true, medication: "sertraline" });
    const last = entered(clinic).at(-1);
    expect(last).toMatchObject({
      event: "trends_viewed",
      listed: ["P-1"],
      detail: { medicated: true, byMedication: true, rows: 1, total: 1 },
    });
    expect(JSON.stringify(last).toLowerCase()).not.toContain("sertraline");
  });

  it("shows a prescriber the own patients, and the front desk nobody", async () => {
    const prescriber = {
      ...DIRECTOR,
      personId: "person-prescriber",
      staffId: "S-9",
      roles: [{ role: "prescriber" as const, programIds: ["IOP-DAY", "IOP-EVE"] }],
    };
    const page = await callerAs(clinic.services, prescriber).trends.page({ sort: "name" });
    expect(page.rows.map(({ patientId }) => patientId)).toEqual(["P-1", "P-3"]);
    const desk = { ...prescriber, roles: [{ role: "front_desk" as const, programIds: ["IOP-DAY"] }] };
    await expect(callerAs(clinic.services, desk).trends.page({})).rejects.toMatchObject({
      cause: { code: "not_allowed" },
    });
  });

  it("shows today after midnight, before what is stored was brought to the new day", async () => {
    const own = await openClinic(MORE);
    const tomorrow = createServices({
      ...own.services,
      dataDir: own.store.dataDir,
      now: () => AFTER_MIDNIGHT,
    });
    const caller = callerAs(tomorrow, DIRECTOR);
    await take(own.store, { "assessments.csv": FILES["assessments.csv"] ?? "" }, AFTER_MIDNIGHT);
    const page = await caller.trends.page({});
    expect(page).toMatchObject({ asOf: "2026-03-17", total: 3 });
    expect(page.rows[0]?.medications).toMatchObject([{ daysOnDose: 16 }]);
    await tomorrow.refreshFindings();
    expect(await caller.trends.page({})).toEqual(page);
    await tomorrow.close();
    await own.close();
  });
});

describe("trends.printed", () => {
  it("enters whom the printed list names", async () => {
    await clinic.caller.trends.printed({ program: "IOP-DAY" });
    expect(entered(clinic).at(-1)).toMatchObject({
      event: "patient_printed",
      detail: { what: "trends", program: "IOP-DAY", rows: 2, total: 2 },
    });
  });
});
