import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { RejectionCode } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import { readChart } from "../charts/iterate.ts";
import { correctionsOf } from "../entries/corrections.reads.ts";
import {
  CLINIC,
  DAY_PROGRAM,
  day,
  EVENING_PROGRAM,
  episode,
  type GivenRow,
  incoming,
  moment,
  NOW,
  newStore,
  patient,
  phq9,
  placement,
  row,
  screen,
  session,
  THERAPIST,
  take,
  type ZONE,
} from "../example-clinic.fixture.ts";
import { exportTables } from "../export/export.ts";
import { changesSince, latestChange } from "../history/changes.ts";
import { StoreError } from "../store/errors.ts";
import { openStore } from "../store/open.ts";
import { siteOf } from "../store/site.ts";
import type { Store } from "../store/store.ts";
import { verifyStore } from "../verify/verify.ts";
import type { FileCounts } from "./batches.ts";
import { beginImport } from "./import.ts";
import { importBatches, setAsideRow, setAsideRows, WHOLE_LIST } from "./imports.reads.ts";
import { dismissSetAside } from "./set-aside.writes.ts";

async function clinic(): Promise<Store> {
  const store = newStore();
  const report = await take(store, CLINIC);
  expect(report.ok).toBe(true);
  return store;
}

/** Takes rows into the clinic and gives the rejections as `column code`. */
async function rejected(store: Store, rows: readonly GivenRow[]): Promise<readonly string[]> {
  const report = await take(store, rows);
  return [...report.rejections()].map(({ column, code }) => `${column} ${code}`);
}

function everything(store: Store): Readonly<Record<string, unknown>> {
  const { tables, close } = exportTables(store);
  const found = Object.fromEntries(Object.entries(tables).map(([kind, records]) => [kind, [...records]]));
  close();
  return found;
}

function sum(counts: FileCounts): number {
  return counts.created + counts.updated + counts.unchanged + counts.rejected;
}

describe("a folder that is taken in", () => {
  it("is counted by file, and every row is created, updated, unchanged or rejected", async () => {
    const store = newStore();
    const report = await take(store, [...CLINIC, phq9("A-9", "P-404", "2026-03-01", [1])]);
    expect(report.ok).toBe(false);
    expect(report.files["assessments.csv"]).toEqual({
      rows: 4,
      created: 3,
      updated: 0,
      unchanged: 0,
      rejected: 1,
    });
    for (const counts of Object.values(report.files)) expect(sum(counts)).toBe(counts.rows);
    store.close();
  });

  it("changes nothing the second time", async () => {
    const store = await clinic();
    const before = everything(store);
    const told = latestChange(store);
    const again = await take(store, CLINIC);
    for (const counts of Object.values(again.files)) expect(counts.unchanged).toBe(counts.rows);
    expect(everything(store)).toEqual(before);
    expect(changesSince(store, told).map(({ kind }) => kind)).toEqual(["import"]);
    expect(correctionsOf(store, "P-1", 10)).toEqual([]);
    store.close();
  });

  it("gives the chart that was handed over", async () => {
    const store = await clinic();
    const chart = await readChart(store, "P-1");
    expect(chart?.assessments.map(({ assessmentId }) => assessmentId)).toEqual(["A-1", "A-2"]);
    expect(chart?.assessments[0]?.items).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0, null]);
    expect(chart?.screens).toHaveLength(1);
    expect(chart?.screens[0]?.results.map(({ analyte }) => analyte).sort()).toEqual(["cocaine", "opiates"]);
    expect(chart?.placements).toHaveLength(1);
    expect(chart?.episodes[0]?.diagnoses).toEqual(["F33.1"]);
    expect(await readChart(store, "P-404")).toBeNull();
    store.close();
  });

  it("reports a file without rows", async () => {
    const store = newStore();
    const reading = beginImport(store, { source: "folder", by: "tester", now: NOW });
    reading.openFile("events.csv");
    const report = await reading.apply();
    expect(report.files).toEqual({
      "events.csv": { rows: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 },
    });
    store.close();
  });

  it("tells who must look: the patients it touched, then whoever shows the list of imports", async () => {
    const store = await clinic();
    const before = latestChange(store);
    await take(store, [phq9("A-8", "P-2", "2026-03-15", [1, 1, 1, 1, 1, 1, 1, 1, 1])]);
    expect(changesSince(store, before).map(({ patientId, kind }) => [patientId, kind])).toEqual([
      ["P-2", "records"],
      [null, "import"],
    ]);
  });

  it("tells of an import of which every row was set aside", async () => {
    const store = await clinic();
    const before = latestChange(store);
    await take(store, [phq9("A-8", "P-404", "2026-03-15", [1, 1, 1, 1, 1, 1, 1, 1, 1])]);
    expect(changesSince(store, before).map(({ patientId, kind }) => [patientId, kind])).toEqual([
      [null, "import"],
    ]);
    store.close();
  });
});

describe("corrections", () => {
  it("keep what stood before, with when, by whom and why", async () => {
    const store = await clinic();
    const corrected = phq9("A-2", "P-1", "2026-03-14", [0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const report = await take(store, [corrected], { by: "front desk", reason: "typing error" });
    expect(report.files["assessments.csv"]).toMatchObject({ updated: 1, created: 0 });
    expect(correctionsOf(store, "P-1", 10)).toMatchObject([
      {
        recordType: "assessment",
        recordId: "A-2",
        revision: 1,
        correctedAt: NOW,
        by: "front desk",
        reason: "typing error",
        before: { items: [3, 3, 3, 2, 2, 2, 2, 2, 0, null], total: null },
        after: { items: [0, 0, 0, 0, 0, 0, 0, 0, 0, null], total: null },
        takenBack: false,
      },
    ]);
    store.close();
  });

  it("leave values of absent columns and clear those of empty cells", async () => {
    const store = await clinic();
    await take(store, [patient("P-1", { phone: "714-555-0100", email: "ada@example.org" })]);
    const { givenName, familyName, birthDate } = patient("P-1").values as Required<
      ReturnType<typeof patient>["values"]
    >;
    await take(store, [row("patient", { patientId: "P-1", givenName, familyName, birthDate, phone: null })]);
    expect((await readChart(store, "P-1"))?.patient).toMatchObject({ phone: null, email: "ada@example.org" });
    store.close();
  });

  it("leave answers of absent item columns", async () => {
    const store = await clinic();
    const items = [0, undefined, undefined, undefined, undefined, undefined, undefined, undefined, 2];
    const { total, ...rest } = phq9("A-1", "P-1", "2026-02-02", []).values;
    expect(total).toBeNull();
    await take(store, [row("assessment", { ...rest, items })]);
    const chart = await readChart(store, "P-1");
    const stored = chart?.assessments.find(({ assessmentId }) => assessmentId === "A-1");
    expect(stored?.items).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 2, null]);
    store.close();
  });

  it("judge the record as it will be, not the row alone", async () => {
    const store = await clinic();
    await take(store, [
      episode("E-2", "P-2", { dischargedOn: day("2026-03-10"), dischargeReason: "completed" }),
    ]);
    const { episodeId, patientId, programId } = episode("E-2", "P-2").values as Required<
      ReturnType<typeof episode>["values"]
    >;
    const later = row("episode", { episodeId, patientId, programId, admittedOn: day("2026-03-12") });
    expect(await rejected(store, [later])).toEqual(["discharged_on wrong_order"]);
    store.close();
  });

  it("of a whole screen and of one result are kept apart", async () => {
    const store = await clinic();
    await take(store, [
      screen("U-1", "P-1", { validity: "dilute" }),
      screen("U-1", "P-1", { validity: "dilute", analyte: "opiates", result: "positive" }),
    ]);
    const revisions = correctionsOf(store, "P-1", 10);
    expect(revisions.map(({ recordType, recordId }) => [recordType, recordId])).toEqual([
      ["screen_result", "U-1/opiates/presumptive"],
      ["screen", "U-1"],
    ]);
    expect(revisions[1]?.before).toMatchObject({ validity: "valid" });
    expect(revisions[0]?.before).toMatchObject({ result: "negative" });
    store.close();
  });

  it("that move an episode to another patient evaluate both", async () => {
    const store = await clinic();
    await take(store, [episode("E-2", "P-1")]);
    expect((await readChart(store, "P-2"))?.episodes).toEqual([]);
    expect((await readChart(store, "P-1"))?.episodes).toHaveLength(2);
    expect(await verifyStore(store)).toEqual([]);
    store.close();
  });

  it("are never changed or removed afterwards", async () => {
    const store = await clinic();
    await take(store, [phq9("A-2", "P-1", "2026-03-14", [0, 0, 0, 0, 0, 0, 0, 0, 0])]);
    const { writer } = store;
    expect(() => writer.statement(`update "revisions" set "changed_by" = 'x'`).run([])).toThrow(/only added/);
    expect(() => writer.statement(`delete from "revisions"`).run([])).toThrow(/only added/);
    store.close();
  });
});

describe("rows that are set aside", () => {
  const cases: readonly [what: string, rows: readonly GivenRow[], expected: readonly string[]][] = [
    ["an unknown patient", [phq9("A-9", "P-404", "2026-03-01", [1])], ["patient_id unknown_reference"]],
    ["an unknown program", [episode("E-9", "P-1", { programId: "NO" })], ["program_id unknown_reference"]],
    [
      "an unknown therapist",
      [episode("E-9", "P-1", { therapistId: "NO" })],
      ["therapist_id unknown_reference"],
    ],
    [
      "an unknown prescriber",
      [episode("E-9", "P-1", { prescriberId: "NO" })],
      ["prescriber_id unknown_reference"],
    ],
    ["an unknown episode", [placement("E-404")], ["episode_id unknown_reference"]],
    [
      "an unknown staff member",
      [session("V-9", "P-1", "2026-03-01T17:00:00Z", { staffId: "NO" })],
      ["staff_id unknown_reference"],
    ],
    [
      "staff of an unknown program",
      [row("staff", { staffId: "S-2", name: "Two", role: "therapist", programIds: ["IOP-DAY", "NO"] })],
      ["program_ids unknown_reference"],
    ],
    [
      "rows that refer to a rejected row, each once",
      [patient("P-9", { birthDate: day("1899-12-31") }), episode("E-9", "P-9"), placement("E-9")],
      ["birth_date out_of_range", "patient_id unknown_reference", "episode_id unknown_reference"],
    ],
    [
      "the second row of a key that says something else",
      [patient("P-9"), patient("P-9", { givenName: "Other" }), patient("P-9")],
      ["patient_id duplicate_key"],
    ],
    [
      "only what follows an accepted row is a second row",
      [phq9("A-9", "P-1", "2026-03-01", []), phq9("A-9", "P-1", "2026-03-01", [1])],
      ["total missing_value"],
    ],
    [
      "a second row that differs from one that changed nothing",
      [patient("P-1"), patient("P-1", { givenName: "Other" })],
      ["patient_id duplicate_key"],
    ],
    [
      "rows of one screen that disagree",
      [screen("U-9", "P-1"), screen("U-9", "P-1", { analyte: "thc", validity: "dilute" })],
      ["validity disagrees"],
    ],
    [
      "rows of one screen of two patients",
      [screen("U-9", "P-1"), screen("U-9", "P-2", { analyte: "thc" })],
      ["patient_id disagrees"],
    ],
    ["a result without collection", [screen("U-9", "P-1", { disposition: "missed" })], ["result disagrees"]],
    [
      "a program of another time zone",
      [
        row("program", {
          ...DAY_PROGRAM.values,
          programId: "EAST",
          timeZone: "America/New_York" as typeof ZONE,
        }),
      ],
      ["time_zone disagrees"],
    ],
  ];

  it.each(cases)("%s", async (_what, rows, expected) => {
    const store = await clinic();
    expect(await rejected(store, rows)).toEqual(expected);
    expect(await verifyStore(store)).toEqual([]);
    store.close();
  });

  it("an alias of the site's zone agrees with it", async () => {
    const store = await clinic();
    const alias = "US/Pacific" as typeof ZONE;
    expect(await rejected(store, [row("program", { ...EVENING_PROGRAM.values, timeZone: alias })])).toEqual(
      [],
    );
    store.close();
  });

  it("are kept whole, listed page by page, and settled once", async () => {
    const store = await clinic();
    const bad = ["A-7", "A-8", "A-9"].map((id) => phq9(id, "P-404", "2026-03-01", [1]));
    const report = await take(store, bad);
    const first = await setAsideRows(store, WHOLE_LIST, { filter: { batchId: report.batch }, limit: 2 });
    expect(first.total).toBe(3);
    expect(first.rows.map(({ line, cells }) => [line, cells?.assessment_id])).toEqual([
      [2, "A-7"],
      [3, "A-8"],
    ]);
    const second = await setAsideRows(store, WHOLE_LIST, {
      filter: {},
      limit: 2,
      cursor: first.cursor ?? undefined,
    });
    expect(second.rows).toHaveLength(1);
    expect(second.cursor).toBeNull();

    const id = first.rows[0]?.id ?? "";
    const settlement = { by: "tester", at: NOW } as const;
    expect(await dismissSetAside(store, id, settlement)).toBe(true);
    expect(await dismissSetAside(store, id, settlement)).toBe(false);
    expect((await setAsideRow(store, WHOLE_LIST, id))?.state).toBe("dismissed");
    expect(
      (await setAsideRows(store, WHOLE_LIST, { filter: { file: "assessments.csv" }, limit: 9 })).total,
    ).toBe(2);
    expect(
      (await setAsideRows(store, WHOLE_LIST, { filter: { code: "bad_id" as RejectionCode }, limit: 9 }))
        .total,
    ).toBe(0);
    const [batch] = await importBatches(store);
    expect(batch).toMatchObject({ batchId: report.batch, rejected: 3, open: 2 });
    store.close();
  });

  it("from the reader are kept as they came", async () => {
    const store = newStore();
    const reading = beginImport(store, { source: "folder", by: "tester", now: NOW });
    const row = { column: "", code: "bad_quoting", message: "Mend the quote." } as const;
    reading.setAside({ ...row, file: "events.csv", line: 7, cells: null, raw: 'E-1,"P' });
    const report = await reading.apply();
    expect(report.files["events.csv"]).toMatchObject({ rows: 1, rejected: 1 });
    expect((await setAsideRows(store, WHOLE_LIST, { filter: {}, limit: 5 })).rows).toMatchObject([
      { line: 7, cells: null, raw: 'E-1,"P', code: "bad_quoting" },
    ]);
    store.close();
  });
});

describe("a stored screen that is said not to have been collected", () => {
  const missed = {
    disposition: "missed",
    collectedAt: null,
    validity: null,
    specimen: null,
    result: null,
  } as const;

  it("keeps all its rows out when results would stay", async () => {
    const store = await clinic();
    const before = await readChart(store, "P-1");
    const report = await take(store, [screen("U-1", "P-1", missed)]);
    expect([...report.rejections()]).toMatchObject([{ column: "disposition", code: "disagrees", line: 2 }]);
    expect(report.files["screens.csv"]).toMatchObject({ rows: 1, updated: 0, rejected: 1 });
    expect(await readChart(store, "P-1")).toEqual(before);
    const [kept] = (await setAsideRows(store, WHOLE_LIST, { filter: {}, limit: 5 })).rows;
    expect(kept?.cells).toMatchObject({ screen_id: "U-1", disposition: "missed" });
    store.close();
  });

  it("goes in when every result is cleared with it", async () => {
    const store = await clinic();
    const rows = [screen("U-1", "P-1", missed), screen("U-1", "P-1", { ...missed, analyte: "opiates" })];
    expect(await rejected(store, rows)).toEqual([]);
    const [stored] = (await readChart(store, "P-1"))?.screens ?? [];
    expect(stored?.disposition).toBe("missed");
    expect(stored?.results.map(({ result }) => result)).toEqual([null, null]);
    store.close();
  });
});

describe("the site's zone", () => {
  it("is the first program's, for rows that follow", () => {
    const store = newStore();
    const reading = beginImport(store, { source: "folder", by: "tester", now: NOW });
    const eastern = "America/New_York" as typeof ZONE;
    expect(reading.zone()).toBe("America/Los_Angeles");
    for (const one of incoming([row("program", { ...DAY_PROGRAM.values, timeZone: eastern })]))
      reading.stage(one);
    expect(reading.zone()).toBe(eastern);
    reading.close();
    expect(siteOf(store).zone).toBe("America/Los_Angeles");
    store.close();
  });

  it("named later by a first program, has everything evaluated again", async () => {
    const store = newStore();
    const silent = [DAY_PROGRAM, EVENING_PROGRAM].map(({ values }) =>
      row("program", { ...values, timeZone: null }),
    );
    const quiet = [...silent, ...CLINIC.slice(silent.length)];
    await take(store, quiet);
    expect(siteOf(store).zoneSource).toBe("default");
    const tokyo = "Asia/Tokyo" as typeof ZONE;
    await take(store, [row("program", { ...DAY_PROGRAM.values, timeZone: tokyo })]);
    expect(siteOf(store)).toMatchObject({ zone: tokyo, zoneSource: "program" });
    const asOf = store.reader.statement(`select distinct "as_of" from "episode_summaries"`).all([]);
    expect(asOf).toEqual([["2026-03-17"]]);
    expect(await verifyStore(store)).toEqual([]);
    store.close();
  });

  it("that was set is not a program's to change", async () => {
    const store = newStore({ purpose: "real", zone: "America/Chicago" as typeof ZONE });
    expect(await rejected(store, [DAY_PROGRAM])).toEqual(["time_zone disagrees"]);
    store.close();
  });
});

describe("findings and summaries", () => {
  it("stand when the record stands", async () => {
    const store = await clinic();
    const rules = store.reader
      .statement(`select "rule", "version" from "findings" where "episode_id" = 'E-1' order by "position"`)
      .all([]);
    expect(rules.map(([rule]) => rule)).toContain("reliable-deterioration");
    expect(rules.every(([, version]) => version === 1)).toBe(true);
    store.close();
  });

  it("follow a program's settings", async () => {
    const store = await clinic();
    const planned = () =>
      store.reader
        .statement(`select json_extract("summary", '$.plannedWeeksMax') from "episode_summaries"`)
        .all([])
        .flat();
    expect(planned()).toEqual([12, 12]);
    await take(store, [row("program", { ...DAY_PROGRAM.values, plannedWeeksMax: 9 })]);
    expect(planned()).toEqual([9, 9]);
    expect(await verifyStore(store)).toEqual([]);
    store.close();
  });
});

describe("what is unusual", () => {
  const warned = async (store: Store, rows: readonly GivenRow[]): Promise<readonly string[]> => {
    const report = await take(store, rows);
    expect(report.ok).toBe(true);
    return [...report.warnings()].map(({ file, line, column, code }) => `${file}:${line} ${column} ${code}`);
  };

  it("a record outside any episode of its patient, once for a screen", async () => {
    const store = await clinic();
    const old = { scheduledOn: day("2025-03-10"), collectedAt: moment("2025-03-10T17:00:00Z") };
    const rows = [
      patient("P-3"),
      phq9("A-7", "P-1", "2026-01-19", [1]),
      phq9("A-8", "P-1", "2026-01-18", [1]),
      phq9("A-9", "P-3", "2026-03-01", [1]),
      session("V-9", "P-1", "2025-01-01T17:00:00Z"),
      screen("U-9", "P-1", old),
      screen("U-9", "P-1", { ...old, analyte: "thc" }),
    ];
    const expected = [
      "assessments.csv:3 administered_on outside_episode",
      "assessments.csv:4 administered_on outside_episode",
      "sessions.csv:2 scheduled_start outside_episode",
      "screens.csv:2 collected_at outside_episode",
    ];
    expect(await warned(store, rows)).toEqual(expected);
    expect(await warned(store, rows)).toEqual(expected);
    store.close();
  });

  it("stays that overlap, against the folder and the database", async () => {
    const store = await clinic();
    const rows = [
      episode("E-7", "P-1", { admittedOn: day("2025-06-01"), dischargedOn: day("2026-02-02") }),
      episode("E-8", "P-1", { admittedOn: day("2026-03-01") }),
      episode("E-9", "P-2", { admittedOn: day("2025-06-01"), dischargedOn: day("2026-02-03") }),
    ];
    expect(await warned(store, rows)).toEqual([
      "episodes.csv:3 admitted_on overlapping_episodes",
      "episodes.csv:4 admitted_on overlapping_episodes",
    ]);
    store.close();
  });

  it("placements that overlap, or start outside their episode", async () => {
    const store = await clinic();
    const rows = [
      placement("E-1", { startedOn: day("2026-03-01"), levelOfCare: "op" }),
      placement("E-2", { endedOn: day("2026-03-01") }),
      placement("E-2", { startedOn: day("2026-03-01"), levelOfCare: "op" }),
      placement("E-2", { startedOn: day("2026-01-01"), endedOn: day("2026-01-15") }),
    ];
    expect(await warned(store, rows)).toEqual([
      "placements.csv:2 started_on overlapping_placements",
      "placements.csv:5 started_on outside_episode",
    ]);
    store.close();
  });
});

describe("a dry run", () => {
  it("reports the same and stores nothing", async () => {
    const rows = [...CLINIC, phq9("A-9", "P-404", "2026-03-01", [1]), phq9("A-7", "P-1", "2025-01-01", [1])];
    const store = newStore();
    const dry = await take(store, rows, { dryRun: true });
    const [dryRejections, dryWarnings] = [[...dry.rejections()], [...dry.warnings()]];
    expect(await importBatches(store)).toEqual([]);
    expect(latestChange(store)).toBe(0);
    expect(siteOf(store).zoneSource).toBe("default");
    expect(Object.values(everything(store)).flat()).toEqual([]);
    store.close();
    expect(existsSync(join(store.dataDir, "import-staging.db"))).toBe(false);

    const again = openStore({ dataDir: store.dataDir, access: "write" });
    const real = await take(again, rows);
    expect(real.files).toEqual(dry.files);
    expect([...real.rejections()]).toEqual(dryRejections);
    expect([...real.warnings()]).toEqual(dryWarnings);
    again.close();
  });
});

it("keeps what it stages from other accounts of the machine", () => {
  const store = newStore();
  const reading = beginImport(store, { source: "folder", by: "tester", now: NOW });
  expect(statSync(join(store.dataDir, "import-staging.db")).mode & 0o777).toBe(0o600);
  reading.close();
  expect(existsSync(join(store.dataDir, "import-staging.db"))).toBe(false);
  store.close();
});

describe("two imports at once", () => {
  it("the second is refused, and let in when the first has ended", async () => {
    const store = newStore();
    const other = openStore({ dataDir: store.dataDir, access: "write" });
    const first = beginImport(store, { source: "folder", by: "tester", now: NOW });
    expect(() => beginImport(other, { source: "folder", by: "tester", now: NOW })).toThrow(StoreError);
    await first.apply();
    await take(other, CLINIC);
    other.close();
    store.close();
  });

  it("does not keep other writers out while rows are read", async () => {
    const store = newStore();
    const reading = beginImport(store, { source: "folder", by: "tester", now: NOW });
    for (const one of incoming(CLINIC)) reading.stage(one);
    const other = openStore({ dataDir: store.dataDir, access: "write" });
    other.writer.act(() => other.writer.exec("insert into settings values ('a', 'b')"));
    other.close();
    expect((await reading.apply()).ok).toBe(true);
    store.close();
  });
});

describe("a process that is killed", () => {
  const killed = (dataDir: string, when: "staging" | number): void => {
    const script = join(import.meta.dirname, "killed-import.fixture.ts");
    const child = spawnSync(process.execPath, [script, dataDir, String(when)], { encoding: "utf8" });
    expect(child.signal, child.stderr).toBe("SIGKILL");
  };

  const clean = async (): Promise<Readonly<Record<string, unknown>>> => {
    const { manyPatients } = await import("./killed-import.fixture.ts");
    const store = newStore();
    await take(store, manyPatients());
    const found = everything(store);
    store.close();
    return found;
  };

  it("while rows are read leaves nothing", () => {
    const made = newStore();
    made.close();
    killed(made.dataDir, "staging");
    expect(existsSync(join(made.dataDir, "import-staging.db"))).toBe(true);
    const store = openStore({ dataDir: made.dataDir, access: "write" });
    expect(existsSync(join(made.dataDir, "import-staging.db"))).toBe(false);
    expect(Object.values(everything(store)).flat()).toEqual([]);
    expect(store.reader.statement("select state from import_batches").all([])).toEqual([["abandoned"]]);
    store.close();
  });

  it.each([1, 2, 4])(
    "while rows are applied (step %i) leaves whole patients, and the next start takes in the rest",
    async (step) => {
      const made = newStore();
      made.close();
      killed(made.dataDir, step);
      const between = openStore({ dataDir: made.dataDir, access: "read" });
      const halves = between.reader
        .statement(
          `select count(*) from "patients" as p where (select count(*) from "assessments" as a where a."patient_id" = p."patient_id") <> 40`,
        )
        .get([]);
      expect(halves).toEqual([0]);
      between.close();
      const store = openStore({ dataDir: made.dataDir, access: "write" });
      expect(everything(store)).toEqual(await clean());
      expect(await verifyStore(store)).toEqual([]);
      expect(store.reader.statement("select state from import_batches").all([])).toEqual([["done"]]);
      store.close();
    },
  );
});

describe("a full disk", () => {
  it("while rows are applied leaves whole patients, says so, and the next import takes in the rest", async () => {
    const { manyPatients } = await import("./killed-import.fixture.ts");
    const store = newStore();
    await take(store, CLINIC);
    const pages = Number(store.writer.pragma("page_count"));
    store.writer.exec(`PRAGMA max_page_count = ${pages + 150}`);
    const full = take(store, manyPatients());
    await expect(full).rejects.toThrow(/disk is full/);
    await expect(full).rejects.toMatchObject({ code: "disk_full" });
    await expect(full).rejects.toThrow(
      /some of its patients may be in, each of them whole.*goes in by itself/,
    );
    await expect(full).rejects.not.toThrow(/all records are as they were/);
    expect(await verifyStore(store)).toMatchObject([{ code: "unfinished_import" }]);
    const unfinished = /import is not finished/;
    expect(() => beginImport(store, { source: "folder", by: "tester", now: NOW })).toThrow(unfinished);
    store.writer.exec("PRAGMA max_page_count = 1000000");
    const report = await take(store, manyPatients());
    expect(report.files["assessments.csv"]).toMatchObject({ rows: 4_800, unchanged: 4_800 });
    expect(await verifyStore(store)).toEqual([]);
    store.close();
  });
});

it("takes a lone row of staff as a correction", async () => {
  const store = await clinic();
  const report = await take(store, [row("staff", { ...THERAPIST.values, name: "Renamed" })]);
  expect(report.files).toEqual({
    "staff.csv": { rows: 1, created: 0, updated: 1, unchanged: 0, rejected: 0 },
  });
  store.close();
});
