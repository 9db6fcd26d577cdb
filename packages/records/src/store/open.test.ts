import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3-multiple-ciphers";
import { describe, expect, it } from "vitest";
import { CLINIC, newStore, take, temporaryDirectory, ZONE } from "../example-clinic.fixture.ts";
import { MIGRATIONS, SCHEMA_VERSION } from "../migrations/migrations.ts";
import { verifyStore } from "../verify/verify.ts";
import { describeStore, discardDemo } from "./describe.ts";
import { StoreError, type StoreErrorCode } from "./errors.ts";
import { openStore } from "./open.ts";
import { siteOf } from "./site.ts";

function refusal(work: () => unknown): StoreErrorCode {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error.code;
    throw error;
  }
  throw new Error("nothing was refused");
}

function database(dataDir: string): Database.Database {
  return new Database(join(dataDir, "soundings.db"));
}

describe("a new database", () => {
  it("is made with the whole schema, readable by its owner only", () => {
    const store = newStore();
    expect(store.writer.pragma("user_version")).toBe(SCHEMA_VERSION);
    expect(statSync(join(store.dataDir, "soundings.db")).mode & 0o777).toBe(0o600);
    store.close();
  });

  it("writes ahead, checks references and waits for the disk", () => {
    const { writer, close } = newStore();
    expect(writer.pragma("journal_mode")).toBe("wal");
    expect(writer.pragma("foreign_keys")).toBe(1);
    expect(writer.pragma("synchronous")).toBe(2);
    close();
  });

  it("gives readers a connection that cannot write", () => {
    const { reader, close } = newStore();
    expect(() => reader.statement("insert into settings values ('a', 'b')").run([])).toThrow(StoreError);
    close();
  });

  it("remembers purpose, zone and the origin of a demo", () => {
    const demo = { seed: "7", date: "2026-03-16" as never };
    const { dataDir, close } = newStore({ purpose: "demo", zone: ZONE, demo });
    close();
    const again = openStore({ dataDir, access: "read" });
    expect(siteOf(again)).toMatchObject({ purpose: "demo", zone: ZONE, zoneSource: "set", demo });
    again.close();
    expect(describeStore(dataDir)).toEqual({
      version: SCHEMA_VERSION,
      purpose: "demo",
      demo,
      needsMigration: false,
    });
  });

  it("is made in a directory that is not there yet when its parent is", () => {
    const dataDir = join(temporaryDirectory(), "data");
    openStore({ dataDir, access: "write", create: { purpose: "real" } }).close();
    expect(existsSync(join(dataDir, "soundings.db"))).toBe(true);
  });
});

describe("refusals, each with a code and a sentence", () => {
  it("no such directory", () => {
    const dataDir = join(temporaryDirectory(), "a", "b");
    expect(refusal(() => openStore({ dataDir, access: "read" }))).toBe("no_directory");
    expect(refusal(() => openStore({ dataDir, access: "write", create: { purpose: "real" } }))).toBe(
      "no_directory",
    );
  });

  it("a file where the directory should be", () => {
    const dataDir = join(temporaryDirectory(), "file");
    writeFileSync(dataDir, "");
    expect(refusal(() => openStore({ dataDir, access: "read" }))).toBe("no_directory");
  });

  it("no database there", () => {
    const dataDir = temporaryDirectory();
    expect(refusal(() => openStore({ dataDir, access: "read" }))).toBe("no_database");
    expect(refusal(() => openStore({ dataDir, access: "write" }))).toBe("no_database");
    expect(existsSync(join(dataDir, "soundings.db"))).toBe(false);
    expect(describeStore(dataDir)).toBeNull();
  });

  it("a file that is no database stays as it was", () => {
    const dataDir = temporaryDirectory();
    const text = "This is a letter and not a database. ".repeat(50);
    writeFileSync(join(dataDir, "soundings.db"), text);
    expect(refusal(() => openStore({ dataDir, access: "write", create: { purpose: "real" } }))).toBe(
      "not_a_database",
    );
    expect(readFileSync(join(dataDir, "soundings.db"), "utf8")).toBe(text);
  });

  it("a directory in place of the database", () => {
    const dataDir = temporaryDirectory();
    mkdirSync(join(dataDir, "soundings.db"));
    expect(refusal(() => openStore({ dataDir, access: "read" }))).toBe("not_a_database");
  });

  it("a database of another program stays as it was", () => {
    const dataDir = temporaryDirectory();
    const other = database(dataDir);
    other.exec("create table recipes (name text)");
    other.close();
    expect(refusal(() => openStore({ dataDir, access: "write", create: { purpose: "real" } }))).toBe(
      "not_a_database",
    );
    const after = database(dataDir);
    expect(after.prepare("select name from sqlite_schema").pluck().all()).toEqual(["recipes"]);
    after.close();
  });

  it("a database from a newer version stays as it was", () => {
    const store = newStore();
    store.close();
    const newer = database(store.dataDir);
    newer.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    newer.close();
    const before = readFileSync(join(store.dataDir, "soundings.db"));
    expect(refusal(() => openStore({ dataDir: store.dataDir, access: "write" }))).toBe("newer_version");
    expect(refusal(() => openStore({ dataDir: store.dataDir, access: "read" }))).toBe("newer_version");
    expect(readFileSync(join(store.dataDir, "soundings.db")).equals(before)).toBe(true);
  });

  it("demo asked of real patients, and the reverse", () => {
    const real = newStore({ purpose: "real" });
    real.close();
    const demo = newStore({ purpose: "demo" });
    demo.close();
    expect(
      refusal(() => openStore({ dataDir: real.dataDir, access: "write", create: { purpose: "demo" } })),
    ).toBe("purpose_mismatch");
    expect(
      refusal(() => openStore({ dataDir: demo.dataDir, access: "write", create: { purpose: "real" } })),
    ).toBe("purpose_mismatch");
    expect(refusal(() => discardDemo(real.dataDir))).toBe("purpose_mismatch");
    discardDemo(demo.dataDir);
    expect(describeStore(demo.dataDir)).toBeNull();
    expect(describeStore(real.dataDir)?.purpose).toBe("real");
  });

  it("a database that is damaged", async () => {
    const store = newStore();
    await take(store, CLINIC);
    store.close();
    const file = join(store.dataDir, "soundings.db");
    const bytes = readFileSync(file);
    bytes.fill(0xff, 4096, 4096 * 4);
    writeFileSync(file, bytes);
    expect(refusal(() => openStore({ dataDir: store.dataDir, access: "write" }))).toBe("corrupt");
  });

  it("a writer that does not let go", () => {
    const store = newStore();
    const other = new Database(join(store.dataDir, "soundings.db"), { timeout: 0 });
    other.exec("BEGIN IMMEDIATE");
    store.writer.exec("PRAGMA busy_timeout = 50");
    expect(refusal(() => store.writer.act(() => undefined))).toBe("locked");
    other.exec("ROLLBACK");
    other.close();
    store.close();
  });

  it("a full disk takes the whole transaction back", () => {
    const store = newStore();
    const pages = Number(store.writer.pragma("page_count"));
    store.writer.exec(`PRAGMA max_page_count = ${pages}`);
    const settings = () => store.reader.statement("select count(*) from settings").get([])?.[0];
    const before = settings();
    const fill = () =>
      store.writer.act(() => {
        const insert = store.writer.statement("insert into settings values (?, ?)");
        for (let index = 0; index < 500; index += 1) insert.run([`filler ${index}`, "x".repeat(2_000)]);
      });
    expect(refusal(fill)).toBe("disk_full");
    expect(settings()).toBe(before);
    store.close();
  });

  it("a directory that the account may not use", () => {
    const closed = join(temporaryDirectory(), "closed");
    mkdirSync(closed);
    const whatAsNobody = (mode: number): string => {
      chmodSync(closed, mode);
      const code = `import { openStore } from ${JSON.stringify(join(import.meta.dirname, "open.ts"))};
        if (process.getuid() === 0) { process.setgid(65534); process.setuid(65534); }
        try { openStore({ dataDir: ${JSON.stringify(closed)}, access: "write", create: { purpose: "real" } }); }
        catch (error) { console.log(error.code); }`;
      const child = spawnSync(process.execPath, ["--input-type=module", "-e", code]);
      return child.stdout.toString().trim();
    };
    chmodSync(join(closed, ".."), 0o755);
    expect(whatAsNobody(0o555)).toBe("not_writable");
    expect(whatAsNobody(0o000)).toBe("not_readable");
    chmodSync(closed, 0o755);
  });
});

describe("migrations", () => {
  it("are numbered without a gap", () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, place) => place + 1));
  });

  it.each(MIGRATIONS.map(({ version }) => version))(
    "bring a database of version %i to the present schema",
    (version) => {
      const fresh = newStore();
      const schema = "select type, name, sql from sqlite_schema order by type, name";
      const expected = fresh.reader.statement(schema).all([]);
      fresh.close();
      const dataDir = temporaryDirectory();
      const older = database(dataDir);
      for (const step of MIGRATIONS.slice(0, version)) older.exec(step.sql);
      older.exec(`PRAGMA application_id = ${0x534e4447}; PRAGMA user_version = ${version}`);
      older.close();
      if (version < SCHEMA_VERSION) {
        expect(refusal(() => openStore({ dataDir, access: "read" }))).toBe("needs_migration");
      }
      const store = openStore({ dataDir, access: "write", create: { purpose: "real" } });
      expect(store.reader.statement(schema).all([])).toEqual(expected);
      store.close();
    },
  );

  it("leave nothing behind when one fails", () => {
    const dataDir = temporaryDirectory();
    const older = database(dataDir);
    older.exec(MIGRATIONS[0]?.sql ?? "");
    older.exec(`PRAGMA application_id = ${0x534e4447}; PRAGMA user_version = 1; CREATE TABLE changes (a)`);
    older.close();
    expect(() => openStore({ dataDir, access: "write" })).toThrow();
    const after = database(dataDir);
    expect(after.pragma("user_version", { simple: true })).toBe(1);
    expect(after.prepare("select name from sqlite_schema where name = 'revisions'").all()).toEqual([]);
    after.close();
  });

  it("make the schema that is checked in", async () => {
    const store = newStore();
    const sql = store.reader
      .statement("select sql from sqlite_schema where sql is not null order by rowid")
      .all([])
      .map((row) => `${String(row[0])};`);
    await expect(`${sql.join("\n\n")}\n`).toMatchFileSnapshot("../migrations/schema.snapshot.sql");
    store.close();
  });
});

describe("an empty database", () => {
  it("has nothing wrong with it", async () => {
    const store = newStore();
    expect(await verifyStore(store)).toEqual([]);
    store.close();
  });
});
