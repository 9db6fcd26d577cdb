import { compareFindings } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import { episodesOfPatient } from "../charts/episodes.reads.ts";
import { iterateCharts } from "../charts/iterate.ts";
import {
  CLINIC,
  day,
  episode,
  type GivenRow,
  moment,
  newStore,
  patient,
  phq9,
  TODAY,
  take,
} from "../example-clinic.fixture.ts";
import { latestChange } from "../history/changes.ts";
import { saveSetting } from "../store/site.ts";
import type { ReadStore } from "../store/store.ts";
import { verifyStore } from "../verify/verify.ts";
import { findingsAsOf, stepDownAsOf } from "./as-of.ts";
import { refreshFindings } from "./refresh.ts";

const MANY: readonly GivenRow[] = Array.from({ length: 250 }, (_, index) => `R-${index}`).flatMap((id) => [
  patient(id),
]);

function storedDays(store: ReadStore): readonly unknown[] {
  return store.reader.statement(`select distinct "as_of" from "episode_summaries" order by 1`).all([]).flat();
}

describe("findings as of a day", () => {
  it("are those that are stored, for the day they are stored for", async () => {
    const store = newStore();
    await take(store, CLINIC);
    const stored = store.reader
      .statement(`select "finding" from "findings"`)
      .all([])
      .map(([finding]) => JSON.parse(String(finding)));
    expect(await findingsAsOf(store, TODAY)).toEqual(stored.sort(compareFindings));
    expect(stored.length).toBeGreaterThan(3);
    store.close();
  });

  it("are of the patient and the program that are asked for", async () => {
    const store = newStore();
    await take(store, CLINIC);
    const all = await findingsAsOf(store, TODAY);
    const one = await findingsAsOf(store, TODAY, { patientId: "P-1" });
    expect(one).toEqual(all.filter((finding) => finding.patient_id === "P-1"));
    expect(await findingsAsOf(store, TODAY, { programId: "IOP-EVE" })).toEqual([]);
    expect(await findingsAsOf(store, TODAY, { programId: "IOP-DAY" })).toEqual(all);
    store.close();
  });

  it("know nothing of what came later", async () => {
    const store = newStore();
    await take(store, CLINIC);
    const earlier = await findingsAsOf(store, day("2026-03-13"), { patientId: "P-1" });
    expect(earlier.map(({ rule }) => rule)).not.toContain("reliable-deterioration");
    store.close();
  });

  it("come with step-down cards in the order of ids", async () => {
    const store = newStore();
    await take(store, CLINIC);
    const cards = await stepDownAsOf(store, TODAY);
    expect(cards.map(({ patient_id, episode_id }) => [patient_id, episode_id])).toEqual([
      ["P-1", "E-1"],
      ["P-2", "E-2"],
    ]);
    expect(cards[0]?.criteria).toHaveLength(9);
    store.close();
  });
});

describe("when only the date has moved", () => {
  it("brings every summary to the new day, once", async () => {
    const store = newStore();
    await take(store, CLINIC);
    const change = latestChange(store);
    expect(await refreshFindings(store, day("2026-03-20"))).toBe(2);
    expect(storedDays(store)).toEqual(["2026-03-20"]);
    expect(latestChange(store)).toBeGreaterThan(change);
    expect(await verifyStore(store)).toEqual([]);
    expect(await refreshFindings(store, day("2026-03-20"))).toBe(0);
    store.close();
  });

  it("takes in who comes into a window, and leaves out who has left it", async () => {
    const store = newStore();
    const soon = episode("E-3", "P-3", { admittedOn: day("2026-04-10") });
    const gone = episode("E-4", "P-4", {
      admittedOn: day("2025-12-01"),
      dischargedOn: day("2026-03-10"),
      dischargeReason: "completed",
    });
    await take(store, [...CLINIC, patient("P-3"), patient("P-4"), soon, gone]);
    const episodes = () =>
      store.reader.statement(`select "episode_id" from "episode_summaries" order by 1`).all([]).flat();
    expect(episodes()).toEqual(["E-1", "E-2", "E-4"]);
    await refreshFindings(store, day("2026-04-01"));
    expect(episodes()).toEqual(["E-1", "E-2", "E-3"]);
    store.close();
  });
});

describe("when an update brought other rules", () => {
  it("evaluates again what the earlier ones left, once", async () => {
    const store = newStore();
    await take(store, CLINIC);
    await refreshFindings(store, TODAY);
    expect(await refreshFindings(store, TODAY)).toBe(0);
    store.writer.act(() => saveSetting(store.writer, "rules", "of an earlier version"));
    expect(await refreshFindings(store, TODAY)).toBe(2);
    expect(await refreshFindings(store, TODAY)).toBe(0);
    store.close();
  });
});

describe("charts", () => {
  it("are given patient by patient, whole, in the order of ids, across portions", async () => {
    const store = newStore();
    await take(store, [...CLINIC.slice(0, 4), ...MANY, ...CLINIC.slice(4)]);
    const ids: string[] = [];
    for await (const chart of iterateCharts(store)) {
      ids.push(chart.patient.patientId);
      if (chart.patient.patientId === "P-1") expect(chart.assessments).toHaveLength(2);
      if (chart.patient.patientId.startsWith("R")) expect(chart.assessments).toEqual([]);
    }
    expect(ids).toHaveLength(252);
    expect(ids).toEqual(ids.toSorted());
    store.close();
  });

  it("are chosen by patient, program and the days around a stay", async () => {
    const store = newStore();
    const gone = { admittedOn: day("2025-12-01"), dischargedOn: day("2026-01-10") };
    await take(store, [...CLINIC, patient("P-3"), episode("E-3", "P-3", { ...gone, programId: "IOP-EVE" })]);
    const chosen = async (filter: Parameters<typeof iterateCharts>[1]): Promise<readonly string[]> => {
      const ids: string[] = [];
      for await (const chart of iterateCharts(store, filter)) ids.push(chart.patient.patientId);
      return ids;
    };
    expect(await chosen({ patientId: "P-2" })).toEqual(["P-2"]);
    expect(await chosen({ programId: "IOP-EVE" })).toEqual(["P-3"]);
    expect(await chosen({ activeAround: TODAY })).toEqual(["P-1", "P-2"]);
    expect(await chosen({ activeAround: day("2026-01-17") })).toEqual(["P-3"]);
    expect(await chosen({ activeAround: day("2026-01-19") })).toEqual(["P-1", "P-2"]);
    expect(await chosen({ activeAround: day("2026-01-18") })).toEqual([]);
    store.close();
  });

  it("list a patient's episodes with names, the latest first", async () => {
    const store = newStore();
    const earlier = { admittedOn: day("2025-05-01"), dischargedOn: day("2025-07-01") };
    await take(store, [
      ...CLINIC,
      episode("E-0", "P-1", { ...earlier, programId: "IOP-EVE", therapistId: null }),
    ]);
    expect(await episodesOfPatient(store, "P-1")).toMatchObject([
      {
        episodeId: "E-1",
        programName: "Day IOP",
        therapistName: "Therapist One",
        prescriberName: "Prescriber Nine",
      },
      { episodeId: "E-0", programName: "Evening IOP", therapistName: null, dischargedOn: "2025-07-01" },
    ]);
    store.close();
  });
});

it("evaluates as of the site's day, which may not be the machine's", async () => {
  const store = newStore({ purpose: "real", zone: "America/Los_Angeles" as never });
  await take(store, CLINIC, { now: moment("2026-03-17T06:59:00Z") });
  expect(storedDays(store)).toEqual(["2026-03-16"]);
  await take(store, [phq9("A-9", "P-2", "2026-03-16", [1])], { now: moment("2026-03-17T07:01:00Z") });
  expect(storedDays(store)).toEqual(["2026-03-16", "2026-03-17"]);
  store.close();
});
