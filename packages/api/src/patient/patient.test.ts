import type { CalendarDate } from "@soundings/clinical";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Clinic, FILES, openClinic, TODAY, take } from "../clinic.fixture.ts";
import { ageOn } from "./page.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

describe("patient.page", () => {
  it("shows the episode in treatment, with what the rules say and the rules that say it", async () => {
    const page = await clinic.caller.patient.page({ patientId: "P-1" });
    expect(page).toMatchObject({
      asOf: TODAY,
      age: 35,
      programName: "Day IOP",
      therapistName: "Therapist One",
      prescriberName: "Prescriber Nine",
      summary: { episodeId: "E-1", phase: "active" },
      picture: { episodeId: "E-1" },
      stepDown: { ready: false },
      corrections: [],
    });
    expect(page.episodes.map((episode) => [episode.episodeId, episode.dischargedOn])).toEqual([
      ["E-1", null],
      ["E-0", "2025-08-15"],
    ]);
    expect(page.findings[0]?.rule).toBe("suicidal-ideation");
    expect(page.rules.map((facts) => facts.rule)).toEqual(page.findings.map((finding) => finding.rule));
    expect(page.rules[0]).toMatchObject({
      safety: true,
      consider: expect.any(String),
      source: expect.any(String),
    });
  });

  it("shows an earlier episode without findings", async () => {
    const page = await clinic.caller.patient.page({ patientId: "P-1", episodeId: "E-0" });
    expect(page).toMatchObject({ programName: "Evening IOP", summary: null, stepDown: null, findings: [] });
    expect(page.picture.dischargedOn).toBe("2025-08-15");
  });

  it("brings the pictures of the other stays along where all are asked for, and only of those known by then", async () => {
    const others = async (more: { span?: "all"; asOf?: CalendarDate; episodeId?: string }) => {
      const page = await clinic.caller.patient.page({ patientId: "P-1", ...more });
      return page.otherStays.map(({ episodeId }) => episodeId);
    };
    expect(await others({})).toEqual([]);
    expect(await others({ span: "all" })).toEqual(["E-0"]);
    expect(await others({ span: "all", episodeId: "E-0" })).toEqual(["E-1"]);
    expect(await others({ span: "all", asOf: "2025-07-01" as CalendarDate })).toEqual([]);
  });

  it("knows on an earlier day neither a later discharge nor a later episode", async () => {
    const page = await clinic.caller.patient.page({ patientId: "P-1", asOf: "2025-07-01" });
    expect(page.picture.episodeId).toBe("E-0");
    expect(page.episodes).toEqual([
      {
        episodeId: "E-0",
        programName: "Evening IOP",
        admittedOn: "2025-06-02",
        dischargedOn: null,
        dischargeReason: null,
      },
    ]);
    expect(page.age).toBe(35);
  });

  it("says what stood before a correction", async () => {
    const own = await openClinic();
    const corrected =
      FILES["assessments.csv"]?.replace("A-1,P-1,phq-9,2026-02-02,2", "A-1,P-1,phq-9,2026-02-02,3") ?? "";
    await take(own.store, { ...FILES, "assessments.csv": corrected });
    const page = await own.caller.patient.page({ patientId: "P-1", asOf: "2026-02-10" });
    expect(page.corrections).toMatchObject([
      { recordType: "assessment", recordId: "A-1", by: "test", reason: null },
    ]);
    expect(page.corrections[0]?.before).toMatchObject({ items: [2, 2, 2, 2, 2, 1, 1, 1, 0, null] });
    await own.close();
  });

  it.each([
    [{ patientId: "P-404" }, "no_such_patient"],
    [{ patientId: "P-1", episodeId: "E-2" }, "no_such_episode"],
    [{ patientId: "P-1", asOf: "2024-01-01" }, "no_such_episode"],
  ])("refuses %j as %s, without naming anybody", async (input, code) => {
    const refusal = clinic.caller.patient.page(input);
    await expect(refusal).rejects.toMatchObject({ cause: { code } });
    await expect(refusal).rejects.not.toThrow(/P-1|P-404|Ada|E-2/);
  });
});

describe("age in whole years", () => {
  it.each([
    ["1990-04-01", "2026-03-31", 35],
    ["1990-04-01", "2026-04-01", 36],
    ["2000-02-29", "2026-02-28", 25],
    ["2000-02-29", "2026-03-01", 26],
    ["2000-02-29", "2028-02-29", 28],
  ])("of somebody born on %s, on %s, is %i", (born, on, age) => {
    expect(ageOn(born as CalendarDate, on as CalendarDate)).toBe(age);
  });
});
