import type { RecordKind } from "@soundings/clinical";
import { RECORD_KINDS } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import {
  CLINIC,
  DAY_PROGRAM,
  day,
  EVENING_PROGRAM,
  episode,
  type GivenRow,
  moment,
  newStore,
  PRESCRIBER,
  patient,
  phq9,
  placement,
  row,
  screen,
  session,
  THERAPIST,
  take,
} from "../example-clinic.fixture.ts";
import type { ReadStore } from "../store/store.ts";
import { exportTables } from "./export.ts";
import type { ExportFilter } from "./selection.ts";

type Records = Readonly<Record<RecordKind, readonly Readonly<Record<string, unknown>>[]>>;

function exported(store: ReadStore, filter: ExportFilter = {}): Records {
  const { tables, close } = exportTables(store, filter);
  const found = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, [...tables[kind]]]));
  close();
  return found as unknown as Records;
}

function rowsOf(records: Records): readonly GivenRow[] {
  return RECORD_KINDS.flatMap((kind) => records[kind].map((values) => ({ kind, values }) as GivenRow));
}

function ids(records: Records, kind: RecordKind, property: string): readonly unknown[] {
  return records[kind].map((record) => record[property]);
}

describe("an export", () => {
  it("goes back in and comes out the same", async () => {
    const store = newStore();
    await take(store, [
      ...CLINIC,
      screen("U-2", "P-2", {
        analyte: null,
        method: null,
        result: null,
        recordedAt: moment("2026-03-11T00:00:00.500Z"),
      }),
      screen("U-2", "P-2", { method: null, result: null }),
      screen("U-2", "P-2", { method: "definitive", value: "12.50", unit: "ng/mL", cutoff: "10" }),
    ]);
    const first = exported(store);
    const other = newStore();
    expect((await take(other, rowsOf(first))).ok).toBe(true);
    expect(exported(other)).toEqual(first);
    expect(first.screen).toHaveLength(5);
    other.close();
    store.close();
  });

  it("orders records by key, code point by code point, over many pages", async () => {
    const store = newStore();
    const people = Array.from({ length: 2_500 }, (_, index) =>
      patient(`${index % 2 === 0 ? "b" : "A"}_${index}`),
    );
    await take(store, people.reverse());
    const found = ids(exported(store), "patient", "patientId") as readonly string[];
    expect(found).toHaveLength(2_500);
    expect(found).toEqual(found.toSorted());
    expect(found[0]).toBe("A_1");
    store.close();
  });

  it("is of one moment, whatever is written meanwhile, and can be gone through again", async () => {
    const store = newStore();
    await take(store, CLINIC);
    const { tables, close } = exportTables(store);
    await take(store, [patient("P-9")]);
    expect([...tables.patient]).toHaveLength(2);
    expect([...tables.patient]).toHaveLength(2);
    close();
    expect(exported(store).patient).toHaveLength(3);
    store.close();
  });
});

describe("an export as of a day", () => {
  it("holds what was dated and recorded by then", async () => {
    const store = newStore();
    const late = { recordedAt: moment("2026-03-13T07:00:00Z") };
    const inTime = { recordedAt: moment("2026-03-13T06:59:59.999Z") };
    await take(store, [
      ...CLINIC,
      session("V-8", "P-1", "2026-03-11T17:00:00Z", late),
      session("V-9", "P-1", "2026-03-13T06:30:00Z", inTime),
      screen("U-8", "P-1", inTime),
      screen("U-8", "P-1", { ...late, analyte: "thc" }),
      screen("U-9", "P-1", inTime),
    ]);
    const then = exported(store, { asOf: day("2026-03-12") });
    expect(ids(then, "assessment", "assessmentId")).toEqual(["A-1", "A-3"]);
    expect(ids(then, "session", "sessionId")).toEqual(["V-1", "V-2", "V-9"]);
    expect(new Set(ids(then, "screen", "screenId"))).toEqual(new Set(["U-1", "U-9"]));
    expect(then.patient).toHaveLength(2);
    store.close();
  });

  it("does not know later discharges, ends of placements and admissions", async () => {
    const store = newStore();
    await take(store, [
      DAY_PROGRAM,
      EVENING_PROGRAM,
      THERAPIST,
      patient("P-1"),
      patient("P-2"),
      episode("E-1", "P-1", { dischargedOn: day("2026-03-13"), dischargeReason: "completed" }),
      episode("E-2", "P-2", { admittedOn: day("2026-03-13") }),
      placement("E-1", { endedOn: day("2026-03-13") }),
      placement("E-2", { startedOn: day("2026-03-13") }),
    ]);
    const then = exported(store, { asOf: day("2026-03-12") });
    expect(then.episode).toMatchObject([{ episodeId: "E-1", dischargedOn: null, dischargeReason: null }]);
    expect(then.placement).toMatchObject([{ episodeId: "E-1", endedOn: null }]);
    expect(ids(then, "patient", "patientId")).toEqual(["P-1", "P-2"]);
    const next = exported(store, { asOf: day("2026-03-13") });
    expect(next.episode).toMatchObject([{ dischargedOn: "2026-03-13", dischargeReason: "completed" }, {}]);
    expect(next.placement).toMatchObject([{ endedOn: "2026-03-13" }, {}]);
    store.close();
  });
});

describe("an export of one program", () => {
  it("holds its patients and what lies around their stays in it, and goes into an empty database", async () => {
    const store = newStore();
    const stay = { admittedOn: day("2025-10-01"), dischargedOn: day("2025-11-30"), programId: "IOP-EVE" };
    await take(store, [
      DAY_PROGRAM,
      EVENING_PROGRAM,
      THERAPIST,
      PRESCRIBER,
      row("staff", { staffId: "S-2", name: "Two", role: "therapist", email: null, programIds: ["IOP-DAY"] }),
      row("staff", {
        staffId: "S-3",
        name: "Three",
        role: "therapist",
        email: null,
        programIds: ["IOP-EVE"],
      }),
      patient("P-1"),
      patient("P-2"),
      episode("E-1", "P-1", { ...stay, therapistId: null }),
      episode("E-5", "P-1"),
      episode("E-2", "P-2"),
      placement("E-1", { startedOn: day("2025-10-01") }),
      placement("E-5"),
      phq9("A-1", "P-1", "2025-09-16", [1]),
      phq9("A-2", "P-1", "2025-09-17", [1]),
      phq9("A-3", "P-1", "2025-12-07", [1]),
      phq9("A-4", "P-1", "2025-12-08", [1]),
      phq9("A-5", "P-2", "2025-10-10", [1]),
      session("V-1", "P-1", "2025-10-08T17:00:00Z", { staffId: "S-2" }),
      ...CLINIC.filter(({ kind }) => kind === "medication_change"),
    ]);
    const own = exported(store, { programId: "IOP-EVE" });
    expect(ids(own, "program", "programId")).toEqual(["IOP-EVE"]);
    expect(ids(own, "patient", "patientId")).toEqual(["P-1"]);
    expect(ids(own, "episode", "episodeId")).toEqual(["E-1"]);
    expect(ids(own, "placement", "episodeId")).toEqual(["E-1"]);
    expect(ids(own, "assessment", "assessmentId")).toEqual(["A-2", "A-3"]);
    expect(ids(own, "medication_change", "medicationChangeId")).toEqual(["M-1"]);
    expect(own.staff.map(({ staffId, programIds }) => [staffId, programIds])).toEqual([
      ["S-1", ["IOP-EVE"]],
      ["S-2", []],
      ["S-3", ["IOP-EVE"]],
      ["S-9", []],
    ]);
    const other = newStore();
    expect((await take(other, rowsOf(own))).ok).toBe(true);
    expect(exported(other)).toEqual(own);
    other.close();
    store.close();
  });

  it("says the site's zone when only another program named it", async () => {
    const store = newStore();
    const berlin = { ...EVENING_PROGRAM.values, timeZone: "Europe/Berlin" };
    const day = { ...DAY_PROGRAM.values, timeZone: null };
    const rows = [row("program", berlin as never), row("program", day as never)];
    expect((await take(store, rows)).ok).toBe(true);
    expect(exported(store).program.map(({ timeZone }) => timeZone)).toEqual([null, "Europe/Berlin"]);
    expect(exported(store, { programId: "IOP-DAY" }).program).toMatchObject([{ timeZone: "Europe/Berlin" }]);
    store.close();
  });

  it("of an unknown program holds nothing", async () => {
    const store = newStore();
    await take(store, CLINIC);
    expect(rowsOf(exported(store, { programId: "NO" }))).toEqual([]);
    store.close();
  });
});
