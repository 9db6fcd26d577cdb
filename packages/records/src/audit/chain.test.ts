import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3-multiple-ciphers";
import { beforeAll, describe, expect, it } from "vitest";
import { newStore, temporaryDirectory } from "../example-clinic.fixture.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { verifyStore } from "../verify/verify.ts";
import type { Actor } from "./audit.types.ts";
import { appendAudit } from "./audit.writes.ts";
import { ENTRY_COLUMNS, hashOf } from "./entry.ts";
import { auditHead, parseHead } from "./head.ts";
import { NotAudited } from "./not-audited.ts";

const ACTOR: Actor = {
  personId: "person-1",
  name: "Therapist One",
  signInId: "in-1",
  requestId: "request-1",
};
const LAST = 12;

function fill(store: Store): void {
  for (let number = 1; number <= LAST; number += 1) {
    const listed = number % 4 === 0 ? { listed: ["P-2", "P-1", `P-${number}`] } : {};
    appendAudit(store.writer, ACTOR, {
      event: "patient_viewed",
      patientId: `P-${number}`,
      openingId: "opening-1",
      detail: { number },
      ...listed,
    });
  }
}

let original = "";

beforeAll(() => {
  const store = newStore();
  fill(store);
  store.close();
  original = store.dataDir;
});

/** The audit after somebody worked on a copy of the file with another program. */
function tampered(work: (handle: Database.Database) => void): string {
  const dataDir = temporaryDirectory();
  copyFileSync(join(original, "soundings.db"), join(dataDir, "soundings.db"));
  const handle = new Database(join(dataDir, "soundings.db"));
  handle.pragma("foreign_keys = OFF");
  const triggers = handle.prepare("select name, sql from sqlite_schema where type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) handle.exec(`drop trigger ${name}`);
  work(handle);
  for (const { sql } of triggers) handle.exec(sql);
  handle.close();
  return dataDir;
}

async function problemsIn(dataDir: string, head: string | null = null): Promise<readonly string[]> {
  const store = openStore({ dataDir, access: "read" });
  try {
    const problems = await verifyStore(store, head === null ? null : parseHead(head));
    return problems.map(({ code, where }) => `${code}: ${where}`);
  } finally {
    store.close();
  }
}

function problemsAfter(sql: string): Promise<readonly string[]> {
  return problemsIn(tampered((handle) => handle.exec(sql)));
}

type Row = Record<string, string | number | null>;

/** What somebody does who knows how the hash is made. */
function rewrite(handle: Database.Database, seq: number, changes: Row): void {
  const row = handle.prepare("select * from audit_entries where seq = ?").get(seq) as Row;
  const next = { ...row, ...changes };
  const values = ENTRY_COLUMNS.slice(0, -1).map((column) => next[column] ?? null);
  handle
    .prepare("update audit_entries set detail = ?, previous = ?, hash = ? where seq = ?")
    .run(next.detail, next.previous, hashOf(values), seq);
}

function hashAt(handle: Database.Database, seq: number): string {
  return handle.prepare("select hash from audit_entries where seq = ?").pluck().get(seq) as string;
}

function insertForged(handle: Database.Database, seq: number): string {
  const row = handle.prepare("select * from audit_entries where seq = 1").get() as Row;
  const forged: Row = { ...row, seq, previous: hashAt(handle, seq - 1), detail: '{"forged":true}' };
  const hash = hashOf(ENTRY_COLUMNS.slice(0, -1).map((column) => forged[column] ?? null));
  handle
    .prepare(`insert into audit_entries values (${ENTRY_COLUMNS.map(() => "?").join(", ")})`)
    .run(ENTRY_COLUMNS.map((column) => (column === "hash" ? hash : forged[column])));
  return hash;
}

it("finds nothing in an audit that nobody touched", async () => {
  expect(await problemsIn(original)).toEqual([]);
});

describe("an entry that was changed by hand is named", () => {
  const other: Readonly<Record<string, string>> = {
    at: "'2020-01-01T00:00:00Z'",
    event: "'signed_in'",
    outcome: "'refused'",
    person_id: "null",
    actor: "'Somebody Else'",
    sign_in_id: "'in-2'",
    request_id: "'request-2'",
    patient_id: "'P-99'",
    opening_id: "null",
    detail: `'{"number":99}'`,
    listed: `'["P-9"]'`,
    listed_digest: "'0'",
    listed_as: "4",
    previous: "hash",
    hash: "previous",
  };

  it("with a case for every column", () => {
    expect(Object.keys(other)).toEqual(ENTRY_COLUMNS.filter((column) => column !== "seq"));
  });

  it.each(Object.entries(other))("%s of the first, a middle and the last one", async (column, value) => {
    for (const seq of [1, 6, LAST]) {
      const found = await problemsAfter(`update audit_entries set ${column} = ${value} where seq = ${seq}`);
      const named = found.filter((problem) => !problem.startsWith("audit_list_differs"));
      expect(named).toEqual([`audit_changed: audit entry ${seq}`]);
    }
  });

  it.each([1, 6, 11, LAST])("number %i, with a hash made anew", async (seq) => {
    const dataDir = tampered((handle) => rewrite(handle, seq, { detail: '{"number":0}' }));
    expect(await problemsIn(dataDir)).toEqual([`audit_changed: audit entry ${seq}`]);
  });

  it("of two that were made anew together, the one that the rest of the chain contradicts", async () => {
    const dataDir = tampered((handle) => {
      rewrite(handle, 5, { detail: '{"number":0}' });
      rewrite(handle, 6, { previous: hashAt(handle, 5) });
    });
    expect(await problemsIn(dataDir)).toEqual(["audit_changed: audit entry 6"]);
  });
});

describe("an entry that was removed is named", () => {
  it.each([
    ["seq = 1", "audit entry 1"],
    ["seq = 6", "audit entry 6"],
    ["seq in (6, 7, 8)", "audit entries 6 to 8"],
    [`seq = ${LAST}`, `audit entry ${LAST}`],
    ["seq > 9", `audit entries 10 to ${LAST}`],
    ["seq > 0", `audit entries 1 to ${LAST}`],
  ])("%s", async (condition, where) => {
    const found = await problemsAfter(
      `delete from audit_listed where seq in (select seq from audit_entries where ${condition}); delete from audit_entries where ${condition}`,
    );
    expect(found).toEqual([`audit_missing: ${where}`]);
  });

  it("also when the note of the last entry was set back", async () => {
    const dataDir = tampered((handle) => {
      handle.exec(`delete from audit_listed where seq > 9; delete from audit_entries where seq > 9`);
      handle.prepare("update settings set value = ? where name = 'audit_head'").run(`9:${hashAt(handle, 9)}`);
    });
    expect(await problemsIn(dataDir)).toEqual([`audit_missing: audit entries 10 to ${LAST}`]);
  });

  it("also after more was entered", async () => {
    const dataDir = tampered((handle) => {
      handle.exec("delete from audit_listed where seq > 9; delete from audit_entries where seq > 9");
    });
    const store = openStore({ dataDir, access: "write" });
    appendAudit(store.writer, ACTOR, { event: "signed_in" });
    expect(store.reader.statement("select max(seq) from audit_entries").get([])).toEqual([LAST + 1]);
    store.close();
    expect(await problemsIn(dataDir)).toEqual([`audit_missing: audit entries 10 to ${LAST}`]);
  });

  it("and when those after it were given its number", async () => {
    const found = await problemsAfter(
      `delete from audit_entries where seq = 6; update audit_entries set seq = seq - 1 where seq > 6`,
    );
    expect(found).toContain("audit_reordered: audit entry 6");
    expect(found).toContain(`audit_missing: audit entry ${LAST}`);
  });
});

describe("an entry that was added is named", () => {
  it("at the end", async () => {
    const dataDir = tampered((handle) => insertForged(handle, LAST + 1));
    expect(await problemsIn(dataDir)).toEqual([`audit_added: audit entry ${LAST + 1}`]);
  });

  it("before the first", async () => {
    const found = await problemsAfter(
      `insert into audit_entries select 0, at, event, outcome, person_id, actor, sign_in_id, request_id, patient_id, opening_id, detail, listed, listed_digest, listed_as, previous, hash from audit_entries where seq = 1`,
    );
    expect(found).toEqual(["audit_added: audit entry 0"]);
  });

  it("in the middle, with those after it renumbered", async () => {
    const dataDir = tampered((handle) => {
      handle.exec("update audit_entries set seq = -seq where seq > 5");
      handle.exec("update audit_entries set seq = 1 - seq where seq < 0");
      insertForged(handle, 6);
    });
    const found = await problemsIn(dataDir);
    expect(found.slice(0, 2)).toEqual(["audit_added: audit entry 6", "audit_reordered: audit entry 7"]);
  });
});

it("names two entries that changed places", async () => {
  const found = await problemsAfter(
    "update audit_entries set seq = -1 where seq = 5; update audit_entries set seq = 5 where seq = 9; update audit_entries set seq = 9 where seq = -1",
  );
  expect(found).toEqual(["audit_reordered: audit entry 5", "audit_reordered: audit entry 9"]);
});

describe("what stands beside the entries", () => {
  it.each([
    ["delete from audit_listed where seq = 8 and patient_id = 'P-1'", ["audit_list_differs: audit entry 8"]],
    ["insert into audit_listed values ('P-7', 8)", ["audit_list_differs: audit entry 8"]],
    ["insert into audit_listed values ('P-7', 7)", ["audit_list_differs: audit entry 7"]],
    [
      "update audit_listed set patient_id = 'P-9' where seq = 4 and patient_id = 'P-4'",
      ["audit_list_differs: audit entry 4"],
    ],
    ["delete from settings where name = 'audit_head'", ["audit_head_differs: audit head"]],
    ["update settings set value = 'x' where name = 'audit_head'", ["audit_head_differs: audit head"]],
    [
      "update settings set value = replace(value, '12:', '11:') where name = 'audit_head'",
      ["audit_added: audit entry 12"],
    ],
    ["update sqlite_sequence set seq = 3 where name = 'audit_entries'", ["audit_head_differs: audit head"]],
  ])("%s", async (sql, expected) => {
    expect(await problemsAfter(sql)).toEqual(expected);
  });

  it("is guarded by triggers, whose absence is a difference of the schema", async () => {
    const store = newStore();
    fill(store);
    for (const sql of [
      "update audit_entries set actor = 'x'",
      "delete from audit_entries",
      "update audit_listed set patient_id = 'x'",
      "delete from audit_listed",
    ])
      expect(() => store.writer.exec(sql)).toThrow();
    store.writer.exec("drop trigger audit_is_never_changed");
    store.close();
    expect(await problemsIn(store.dataDir)).toEqual(["schema_differs: trigger audit_is_never_changed"]);
  });
});

describe("a head that was noted elsewhere", () => {
  function rewrittenFrom(first: number): string {
    return tampered((handle) => {
      rewrite(handle, first, { detail: '{"number":0}' });
      for (let seq = first + 1; seq <= LAST; seq += 1)
        rewrite(handle, seq, { previous: hashAt(handle, seq - 1) });
      handle
        .prepare("update settings set value = ? where name = 'audit_head'")
        .run(`${LAST}:${hashAt(handle, LAST)}`);
    });
  }

  it("shows an audit that was rewritten whole, which nothing inside the file can", async () => {
    const store = openStore({ dataDir: original, access: "read" });
    const head = auditHead(store);
    store.close();
    expect(head).toMatch(/^12:[0-9a-f]{32}$/);
    const dataDir = rewrittenFrom(3);
    expect(await problemsIn(dataDir)).toEqual([]);
    expect(await problemsIn(dataDir, head)).toEqual(["audit_head_differs: audit head"]);
    expect(await problemsIn(original, head)).toEqual([]);
  });

  it("shows that the end is gone", async () => {
    expect(await problemsIn(original, `13:${"0".repeat(32)}`)).toEqual(["audit_head_differs: audit head"]);
  });

  it("is a number and at least 16 digits", () => {
    expect(parseHead(" 12:00112233445566778899AABBCCDDEEFF\n")).toEqual({
      seq: 12,
      hash: "00112233445566778899aabbccddeeff",
    });
    for (const text of [
      "",
      "12",
      "12:",
      "12:0011",
      "x:00112233445566778899aabbccddeeff",
      "-1:0011223344556677",
    ])
      expect(parseHead(text)).toBeNull();
  });
});

describe("appending", () => {
  it("stands or falls with the act", () => {
    const store = newStore();
    expect(() =>
      store.writer.act(() => {
        appendAudit(store.writer, ACTOR, { event: "signed_in", listed: ["P-1"] });
        throw new Error("taken back");
      }),
    ).toThrow("taken back");
    expect(auditHead(store)).toBe(`0:${"0".repeat(32)}`);
    expect(appendAudit(store.writer, ACTOR, { event: "signed_in" })).toBe(1);
    store.close();
  });

  it("takes the act back when it cannot be entered, and says so by name", () => {
    const store = newStore();
    store.writer.exec(
      `create trigger "audit_is_full" before insert on "audit_entries" begin select raise (abort, 'no room'); end`,
    );
    const acting = () =>
      store.writer.act(() => {
        store.writer.exec(`create table "done" ("id" integer)`);
        appendAudit(store.writer, ACTOR, { event: "signed_in" });
      });
    expect(acting).toThrow(NotAudited);
    const [made] =
      store.reader.statement("select count(*) from sqlite_schema where name = 'done'").get([]) ?? [];
    expect(made).toBe(0);
    store.close();
  });

  it("holds a list of the same patients once, whoever sees it and in whatever order", () => {
    const store = newStore();
    const other: Actor = { ...ACTOR, personId: "person-2", signInId: "in-2" };
    appendAudit(store.writer, ACTOR, { event: "caseload_viewed", listed: ["P-1", "P-2", "P-1"] });
    appendAudit(store.writer, other, { event: "due_viewed", listed: ["P-2", "P-1"] });
    appendAudit(store.writer, other, { event: "due_viewed", listed: ["P-2"] });
    appendAudit(store.writer, other, { event: "due_viewed", listed: [] });
    appendAudit(store.writer, other, { event: "signed_out" });
    const rows = store.reader.statement("select listed, listed_as from audit_entries order by seq").all([]);
    expect(rows).toEqual([
      ['["P-1","P-2"]', 1],
      [null, 1],
      ['["P-2"]', 3],
      ["[]", 4],
      [null, null],
    ]);
    const listed = store.reader.statement("select seq, patient_id from audit_listed order by 1, 2").all([]);
    expect(listed).toEqual([
      [1, "P-1"],
      [1, "P-2"],
      [3, "P-2"],
    ]);
    store.close();
  });

  it("makes one chain of what several processes enter at once", async () => {
    const store = newStore();
    store.close();
    const code = `
      const { openStore } = await import(${JSON.stringify(join(import.meta.dirname, "../store/open.ts"))});
      const { appendAudit } = await import(${JSON.stringify(join(import.meta.dirname, "audit.writes.ts"))});
      const store = openStore({ dataDir: ${JSON.stringify(store.dataDir)}, access: "write" });
      const actor = { personId: null, name: String(process.pid), signInId: null, requestId: null };
      for (let number = 0; number < 40; number += 1) appendAudit(store.writer, actor, { event: "answered" });
      store.close();`;
    const children = [1, 2, 3].map(() => spawn(process.execPath, ["--input-type=module", "-e", code]));
    const ended = await Promise.all(children.map((child) => once(child, "exit")));
    expect(ended.map(([status]) => status)).toEqual([0, 0, 0]);
    const read = openStore({ dataDir: store.dataDir, access: "read" });
    expect(auditHead(read)).toMatch(/^120:/);
    expect(read.reader.statement("select count(distinct actor) from audit_entries").get([])).toEqual([3]);
    read.close();
    expect(await problemsIn(store.dataDir)).toEqual([]);
  });
});
