import { join } from "node:path";
import Database from "better-sqlite3-multiple-ciphers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readChart } from "../charts/iterate.ts";
import { CLINIC, day, NOW, newStore, take, temporaryDirectory } from "../example-clinic.fixture.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { backupStore } from "../verify/backup.ts";
import { restoreStore } from "../verify/restore.ts";
import { verifyStore } from "../verify/verify.ts";
import { correctionsOf } from "./corrections.reads.ts";
import { correctRecord, enterRecord, noteSecondsTaken, takeBackRecord } from "./entries.writes.ts";
import { keyFieldsOf } from "./types.ts";

let store: Store;
beforeEach(async () => {
  store = newStore();
  await take(store, CLINIC);
});
afterEach(() => store.close());

const AUTHOR = { by: "Somebody", at: NOW, reason: "Seen again" };
const NOTE = {
  noteId: "NO-1",
  on: day("2026-03-10"),
  text: "Called",
  by: "Somebody",
  recordedAt: NOW,
};

function enterNote(patientId = "P-1") {
  const entry = { patientId, recordType: "note", values: NOTE } as const;
  return store.writer.act(() => enterRecord(store.writer, entry, AUTHOR));
}

function tamper(sql: string): void {
  const handle = new Database(join(store.dataDir, "soundings.db"));
  handle.pragma("foreign_keys = OFF");
  handle.exec(sql);
  handle.close();
}

it("reads a key of one, two and three parts; only a substance may hold the sign that joins them", () => {
  expect(keyFieldsOf("event", "X-1")).toEqual({ eventId: "X-1" });
  expect(keyFieldsOf("placement", "E-1/2026-02-02")).toEqual({ episodeId: "E-1", startedOn: "2026-02-02" });
  expect(keyFieldsOf("screen_result", "U-1/6-mam/heroin/presumptive")).toEqual({
    screenId: "U-1",
    analyte: "6-mam/heroin",
    method: "presumptive",
  });
  expect(keyFieldsOf("screen_result", "U-1//")).toEqual({ screenId: "U-1", analyte: "", method: "" });
  expect(keyFieldsOf("screen_result", "U-1/opiates")).toBeNull();
  expect(keyFieldsOf("event", "X/1")).toBeNull();
});

it("keeps how long an assessment took, for the chart of one patient", async () => {
  noteSecondsTaken(store.writer, "A-2", 31.5);
  noteSecondsTaken(store.writer, "A-3", 9);
  expect((await readChart(store, "P-1"))?.own?.secondsTaken).toEqual(new Map([["A-2", 31.5]]));
});

it("never moves a record to another patient or another key", () => {
  enterNote();
  const name = { patientId: "P-1", recordType: "note", recordId: "NO-1", seen: 0 } as const;
  const values = { noteId: "NO-2", patientId: "P-2", text: "Called back" };
  const outcome = store.writer.act(() => correctRecord(store.writer, name, values, AUTHOR));
  expect(outcome).toEqual({ outcome: "corrected", revision: 1 });
  const rows = store.reader.statement(`select "note_id", "patient_id", "text" from "notes"`).all([]);
  expect(rows).toEqual([["NO-1", "P-1", "Called back"]]);
  expect(enterNote("P-2")).toBe("id_taken");
});

it("changes nothing of a record that is not as it was seen, or was taken back", () => {
  enterNote();
  const name = { patientId: "P-1", recordType: "note", recordId: "NO-1" } as const;
  const correct = (seen: number, text: string) =>
    store.writer.act(() => correctRecord(store.writer, { ...name, seen }, { text }, AUTHOR));
  expect(correct(0, "First")).toEqual({ outcome: "corrected", revision: 1 });
  expect(correct(0, "Second")).toEqual({ outcome: "changed_meanwhile", revision: 1 });
  store.writer.act(() => takeBackRecord(store.writer, { ...name, seen: 1 }, AUTHOR));
  expect(correct(2, "Third")).toEqual({ outcome: "changed_meanwhile", revision: 2 });
  expect(store.reader.statement(`select "text" from "notes"`).all([])).toEqual([["First"]]);
  const gone = { ...name, recordId: "NO-2", seen: 0 };
  expect(store.writer.act(() => takeBackRecord(store.writer, gone, AUTHOR))).toEqual({
    outcome: "no_such_record",
  });
});

it("lists at most so many corrections, each with what stood after it", () => {
  enterNote();
  const name = { patientId: "P-1", recordType: "note", recordId: "NO-1" } as const;
  for (const seen of [0, 1, 2]) {
    store.writer.act(() => correctRecord(store.writer, { ...name, seen }, { text: `${seen}` }, AUTHOR));
  }
  const steps = correctionsOf(store, "P-1", 2);
  expect(steps.map(({ before, after }) => [before.text, after.text])).toEqual([
    ["1", "2"],
    ["0", "1"],
  ]);
});

describe("a backup", () => {
  it("carries what was entered here and what was taken back", async () => {
    enterNote();
    noteSecondsTaken(store.writer, "A-2", 31.5);
    const event = { patientId: "P-2", recordType: "event", recordId: "X-1", seen: 0 } as const;
    store.writer.act(() => takeBackRecord(store.writer, event, AUTHOR));
    const file = join(temporaryDirectory(), "backup.db");
    await backupStore(store, file);
    const dataDir = temporaryDirectory();
    await restoreStore(dataDir, file);
    const restored = openStore({ dataDir, access: "write" });
    expect((await readChart(restored, "P-1"))?.own).toEqual((await readChart(store, "P-1"))?.own);
    expect((await readChart(restored, "P-2"))?.events).toEqual([]);
    expect(await verifyStore(restored)).toEqual([]);
    restored.close();
  });
});

describe("verify", () => {
  beforeEach(() => {
    enterNote();
    noteSecondsTaken(store.writer, "A-2", 31.5);
    const event = { patientId: "P-2", recordType: "event", recordId: "X-1", seen: 0 } as const;
    store.writer.act(() => takeBackRecord(store.writer, event, AUTHOR));
  });

  it("finds nothing wrong with what was entered here", async () => {
    expect(await verifyStore(store)).toEqual([]);
  });

  it.each([
    ["update notes set \"on\" = '2026-02-30'", "record_wrong", "notes NO-1"],
    ["update notes set recorded_at = 'yesterday'", "record_wrong", "notes NO-1"],
    ["update notes set patient_id = 'P-404'", "broken_reference", "notes row 1"],
    ["update assessment_timings set seconds = -1", "record_wrong", "assessment_timings A-2"],
    ["delete from events where event_id = 'X-1'", "broken_reference", "taken_back event X-1"],
    [
      "insert into taken_back values ('session', 'V-1', 'P-1', 'yesterday', 'x', 'y')",
      "record_wrong",
      "taken_back session V-1",
    ],
    [
      "insert into medication_notes values ('MN', 'P-1', '2026-03-01', 'x', 'adherence', null, null, 'x', '2026-03-01T00:00:00Z')",
      "record_wrong",
      "medication_notes MN",
    ],
  ])("notices: %s", async (sql, code, where) => {
    tamper(sql);
    expect(await verifyStore(store)).toContainEqual(expect.objectContaining({ code, where }));
  });
});
