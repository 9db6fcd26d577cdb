import type { RecordOfKind, SetAsideRow } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import {
  CLINIC,
  day,
  type GivenRow,
  incoming,
  moment,
  NOW,
  newStore,
  phq9,
  placement,
  screen,
  take,
} from "../example-clinic.fixture.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { beginImport, type ImportReport } from "./import.ts";
import { importBatches, iterateSetAside, setAsideRow, setAsideRows, WHOLE_LIST } from "./imports.reads.ts";
import { dismissSetAside } from "./set-aside.writes.ts";

const ITEMS = [1, 1, 1, 1, 1, 1, 1, 1, 0];
const TOMORROW = moment("2026-03-18T02:00:00Z");

async function clinic(): Promise<Store> {
  const store = newStore();
  await take(store, CLINIC);
  return store;
}

/** An assessment of nobody, which is set aside. */
function lost(id: string, on = "2026-03-01"): GivenRow {
  return phq9(id, "P-404", on, ITEMS);
}

/** A row as a reader sets it aside. */
function unread(
  cells: Readonly<Record<string, string>> | null,
  raw: string | null,
  file = "events.csv",
): SetAsideRow {
  return { file, line: 7, column: "", code: "bad_quoting", message: "Mend it.", cells, raw };
}

async function read(
  store: Store,
  given: readonly SetAsideRow[],
  rows: readonly GivenRow[] = [],
): Promise<ImportReport> {
  const reading = beginImport(store, { source: "folder", by: "night", now: TOMORROW });
  for (const one of incoming(rows)) reading.stage(one);
  for (const one of given) reading.setAside(one);
  return reading.apply();
}

/** What is open: the key cell or the raw text of each row, in the order in which they were found. */
function open(store: Store): readonly (string | null | undefined)[] {
  return [...iterateSetAside(store)].map(({ cells, raw }) =>
    cells === null ? raw : Object.values(cells)[0],
  );
}

describe("a row that is set aside again", () => {
  it("is open once, the newest; the earlier ones stay readable and say which import settled them", async () => {
    const store = await clinic();
    const bad = ["A-7", "A-8", "A-9"].map((id) => lost(id));
    const first = await take(store, bad);
    const second = await take(store, bad, { by: "night", now: TOMORROW });
    expect(second.ok).toBe(false);
    expect(open(store)).toEqual(["A-7", "A-8", "A-9"]);
    const { rows, total } = await setAsideRows(store, WHOLE_LIST, { filter: {}, limit: 9 });
    expect(total).toBe(3);
    expect(rows.map(({ batchId }) => batchId)).toEqual(rows.map(() => second.batch));
    expect(await importBatches(store)).toMatchObject([
      { batchId: second.batch, rejected: 3, open: 3, superseded: 0 },
      { batchId: first.batch, rejected: 3, open: 0, superseded: 3 },
      { rejected: 0, open: 0, superseded: 0 },
    ]);
    expect([...first.rejections()]).toHaveLength(3);
    expect(await setAsideRow(store, WHOLE_LIST, "1")).toMatchObject({
      state: "superseded",
      cells: { assessment_id: "A-7" },
    });
    const settled = store.reader
      .statement(
        "select b.batch_id from set_aside_rows as r join import_batches as b on b.number = r.superseded_by where r.id = 1",
      )
      .get([]);
    expect(settled).toEqual([second.batch]);
    store.close();
  });

  it("is found whatever its line, its reason and the order of its columns", async () => {
    const store = newStore();
    await read(store, [unread({ event_id: "X-1", note: "a" }, null)]);
    const moved = { ...unread({ note: "a", event_id: "X-1" }, null), line: 99, code: "bad_id" as const };
    await read(store, [moved]);
    expect([...iterateSetAside(store)]).toMatchObject([{ line: 99, code: "bad_id" }]);
    store.close();
  });

  it("is found by its text when it cannot be taken apart", async () => {
    const store = newStore();
    await read(store, [unread(null, 'X-1,"P'), unread(null, 'X-2,"P')]);
    await read(store, [unread(null, 'X-1,"P')]);
    expect(open(store)).toEqual(['X-2,"P', 'X-1,"P']);
    store.close();
  });

  it("is another row when a cell differs, or the file", async () => {
    const store = newStore();
    await read(store, [unread({ event_id: "X-1", note: "a" }, null), unread(null, "text")]);
    await read(store, [
      unread({ event_id: "X-1", note: "b" }, null),
      unread({ event_id: "x-1", note: "a" }, null),
      unread(null, "text", "decisions.csv"),
    ]);
    expect(open(store)).toHaveLength(5);
    store.close();
  });

  it("twice in one file is two rows", async () => {
    const store = newStore();
    const twice = [unread(null, "text"), unread(null, "text")];
    await read(store, twice);
    await read(store, twice);
    expect(open(store)).toEqual(["text", "text"]);
    store.close();
  });

  it("that somebody dismissed is dismissed still, and asked about again", async () => {
    const store = newStore();
    await read(store, [unread(null, "text")]);
    await dismissSetAside(store, "1", { by: "tester", at: NOW });
    await read(store, [unread(null, "text")]);
    expect((await setAsideRow(store, WHOLE_LIST, "1"))?.state).toBe("dismissed");
    expect(open(store)).toEqual(["text"]);
    store.close();
  });

  it("is settled across portions", async () => {
    const store = newStore();
    const many = Array.from({ length: 4_100 }, (_, index) => unread(null, `text ${index}`));
    await read(store, many);
    await read(store, many.slice(50));
    expect(open(store)).toHaveLength(4_100);
    expect(open(store).slice(0, 51).at(-2)).toBe("text 49");
    expect(await importBatches(store)).toMatchObject([{ open: 4_050 }, { open: 50, superseded: 4_050 }]);
    store.close();
  });
});

describe("a row that was corrected at the source", () => {
  it("settles its set-aside row when it goes in, and no other", async () => {
    const store = await clinic();
    await take(store, [lost("A-7"), lost("A-8"), lost("a-7")]);
    await take(store, [phq9("A-7", "P-1", "2026-03-01", ITEMS)]);
    expect(open(store)).toEqual(["A-8", "a-7"]);
    store.close();
  });

  it("settles it also when the database held the same already", async () => {
    const store = await clinic();
    const kept = phq9("A-3", "P-2", "2026-03-10", ITEMS);
    await take(store, [phq9("A-3", "P-404", "2026-03-10", ITEMS)]);
    expect(open(store)).toEqual(["A-3"]);
    const report = await take(store, [kept]);
    expect(report.files["assessments.csv"]).toMatchObject({ unchanged: 1 });
    expect(open(store)).toEqual([]);
    store.close();
  });

  it("is recognized by every column of its key", async () => {
    const store = await clinic();
    const at = (startedOn: string) => ({ episode_id: "E-1", started_on: startedOn, level_of_care: "?" });
    await read(store, [
      unread(at("2026-03-02"), null, "placements.csv"),
      unread(at(" 2026-03-03 "), null, "placements.csv"),
      unread({ episode_id: "E-1" }, null, "placements.csv"),
    ]);
    await take(store, [placement("E-1", { startedOn: day("2026-03-03"), levelOfCare: "op" })]);
    expect([...iterateSetAside(store)].map(({ cells }) => cells?.started_on)).toEqual([
      "2026-03-02",
      undefined,
    ]);
    store.close();
  });

  it("of a screen is recognized by codes in any case, and without a result by the screen alone", async () => {
    const store = await clinic();
    const of = (screenId: string, analyte: string, method: string) =>
      unread({ screen_id: screenId, analyte, method, disposition: "?" }, null, "screens.csv");
    await read(store, [
      of("U-7", "Cocaine", "PRESUMPTIVE"),
      of("U-7", "thc", "presumptive"),
      of("U-8", "", ""),
      of("", "", ""),
    ]);
    const none: Partial<RecordOfKind["screen"]> = {
      analyte: null,
      method: null,
      result: null,
      resultStatus: null,
    };
    await take(store, [screen("U-7", "P-1"), screen("U-8", "P-1", none)]);
    expect([...iterateSetAside(store)].map(({ cells }) => [cells?.screen_id, cells?.analyte])).toEqual([
      ["U-7", "thc"],
      ["", ""],
    ]);
    store.close();
  });

  it("does not settle a row of another file", async () => {
    const store = await clinic();
    await read(store, [unread({ event_id: "A-7" }, null), unread({ assessment_id: "A-7" }, null)]);
    await take(store, [phq9("A-7", "P-1", "2026-03-01", ITEMS)]);
    expect(open(store)).toHaveLength(2);
    store.close();
  });
});

it("a row that a later folder no longer holds stays open", async () => {
  const store = await clinic();
  await take(store, [lost("A-7")]);
  await take(store, CLINIC);
  await take(store, [lost("A-8")]);
  expect(open(store)).toEqual(["A-7", "A-8"]);
  store.close();
});

it("a dry run settles nothing", async () => {
  const store = await clinic();
  await take(store, [lost("A-7"), lost("A-8")]);
  await take(store, [lost("A-7"), phq9("A-8", "P-1", "2026-03-01", ITEMS)], { dryRun: true });
  expect(await importBatches(store)).toMatchObject([{ open: 2, superseded: 0 }, {}]);
  store.close();
});

describe("an import that is cut off while it settles", () => {
  /** Ends as a crash would after so many steps: the staging stays, the batch is not done. */
  const cutOff = async (store: Store, rows: readonly GivenRow[], steps: number): Promise<boolean> => {
    const reading = beginImport(store, { source: "folder", by: "night", now: TOMORROW });
    for (const one of incoming(rows)) reading.stage(one);
    let step = 0;
    return reading
      .apply(() => {
        step += 1;
        if (step === steps) throw new Error("cut off");
      })
      .then(() => false)
      .catch(() => true);
  };

  it("is finished by the next start, after whichever step", async () => {
    const before = Array.from({ length: 2_100 }, (_, index) => lost(`B-${index}`));
    const now = [...before.slice(1), phq9("B-0", "P-1", "2026-03-01", ITEMS)];
    for (let steps = 1; ; steps += 1) {
      const store = await clinic();
      await take(store, before);
      const isCut = await cutOff(store, now, steps);
      store.close();
      const again = openStore({ dataDir: store.dataDir, access: "write" });
      expect(open(again)).toEqual(before.slice(1).map((_, index) => `B-${index + 1}`));
      expect((await importBatches(again))[1]).toMatchObject({ rejected: 2_100, open: 0, superseded: 2_100 });
      again.close();
      if (!isCut) {
        expect(steps).toBeGreaterThan(5);
        return;
      }
    }
  });
});

describe("a mended row", () => {
  const mend = async (store: Store, given: GivenRow, id: string): Promise<ImportReport> => {
    const reading = beginImport(store, { source: "mended row", by: "page", mends: id, now: TOMORROW });
    for (const one of incoming([given])) reading.stage(one);
    return reading.apply();
  };

  it("that goes in settles the row that it mends, with the import", async () => {
    const store = await clinic();
    await take(store, [lost("A-7"), lost("A-8")]);
    expect((await mend(store, phq9("A-70", "P-1", "2026-03-01", ITEMS), "1")).ok).toBe(true);
    expect(open(store)).toEqual(["A-8"]);
    expect((await setAsideRow(store, WHOLE_LIST, "1"))?.state).toBe("retried");
    store.close();
  });

  it("that is refused leaves the row that it mends open, once", async () => {
    const store = await clinic();
    await take(store, [lost("A-7")]);
    const report = await mend(store, lost("A-7"), "1");
    expect([...report.rejections()]).toMatchObject([{ column: "patient_id", code: "unknown_reference" }]);
    expect([...iterateSetAside(store)].map(({ id }) => id)).toEqual(["1"]);
    expect((await importBatches(store))[0]).toMatchObject({ rejected: 1, open: 0, superseded: 1 });
    store.close();
  });
});
