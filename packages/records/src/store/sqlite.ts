import Database from "better-sqlite3-multiple-ciphers";
import { type Compilable, Kysely, SqliteDialect } from "kysely";
import type { ReadonlyKysely } from "kysely/readonly";
import type { Schema } from "../schema.ts";
import { asStoreError, expecting } from "./errors.ts";

/**
 * The fence: only this folder, the migrations and the staging of imports know that the database is SQLite.
 *
 * Kysely builds and types the queries; they are run here, synchronously. Kysely's own SQLite driver hands one connection
 * to every caller without waiting, so two transactions that await anything would become one. An act that runs without a
 * pause cannot be interleaved.
 */

/** What can be bound to a statement. */
export type Bound = string | number | null;

interface Statement {
  get(parameters: readonly Bound[]): readonly Bound[] | undefined;
  all(parameters: readonly Bound[]): (readonly Bound[])[];
  run(parameters: readonly Bound[]): number;
}

/** A connection that only reads. */
export interface ReadConnection {
  readonly query: ReadonlyKysely<Schema>;
  all<Row>(query: Compilable<Row>): Row[];
  first<Row>(query: Compilable<Row>): Row | undefined;
  /** Several reads of one moment: what others write in between is not seen. */
  snapshot<T>(work: () => T): T;
  /** From here on, until it is closed, the connection sees the database as it is now. */
  begin(): void;
  /** A statement for the paths that pass hundreds of thousands of rows: plain SQL, rows as arrays, prepared once. */
  statement(sql: string): Statement;
  /** One value of a PRAGMA. */
  pragma(text: string): unknown;
  pragmaRows(text: string): readonly Readonly<Record<string, unknown>>[];
  close(): void;
}

/** The connection that writes; one a process. */
export interface WriteConnection extends ReadConnection {
  readonly change: Kysely<Schema>;
  run(query: Compilable<unknown>): number;
  exec(sql: string): void;
  /** One immediate transaction, taken back whole when `work` throws. Nested acts join the outer one. */
  act<T>(work: () => T): T;
}

/** A second `soundings import` waits this long for the first one's transaction. */
const BUSY_TIMEOUT_MS = 10_000;
const STATEMENTS_KEPT = 300;

type Handle = Database.Database;

function bind(parameters: readonly unknown[]): unknown[] {
  return parameters.map((value) => (typeof value === "boolean" ? Number(value) : value));
}

function connect(handle: Handle): WriteConnection {
  const kysely = new Kysely<Schema>({ dialect: new SqliteDialect({ database: handle }) });
  const objects = new Map<string, Database.Statement>();
  const arrays = new Map<string, Statement>();

  const prepared = (sql: string): Database.Statement => {
    const known = objects.get(sql);
    if (known !== undefined) return known;
    if (objects.size >= STATEMENTS_KEPT) objects.clear();
    const made = handle.prepare(sql);
    objects.set(sql, made);
    return made;
  };
  const statement = (sql: string): Statement => {
    const known = arrays.get(sql);
    if (known !== undefined) return known;
    const made = expecting(() => handle.prepare(sql));
    if (made.reader) made.raw(true);
    const wrapped: Statement = {
      get: (parameters) => expecting(() => made.get(...parameters)) as readonly Bound[] | undefined,
      all: (parameters) => expecting(() => made.all(...parameters)) as (readonly Bound[])[],
      run: (parameters) => expecting(() => made.run(...parameters)).changes,
    };
    arrays.set(sql, wrapped);
    return wrapped;
  };
  const all = <Row>(query: Compilable<Row>): Row[] => {
    const { sql, parameters } = query.compile();
    return expecting(() => prepared(sql).all(...bind(parameters))) as Row[];
  };
  return {
    query: kysely as never,
    change: kysely,
    all,
    first: (query) => all(query)[0],
    run: (query) => {
      const { sql, parameters } = query.compile();
      return expecting(() => prepared(sql).run(...bind(parameters))).changes;
    },
    exec: (sql) => {
      expecting(() => handle.exec(sql));
    },
    act: (work) => expecting(() => handle.transaction(work).immediate()),
    snapshot: (work) => expecting(() => handle.transaction(work).deferred()),
    begin: () => {
      expecting(() => handle.exec("BEGIN"));
    },
    statement,
    pragma: (text) => expecting(() => handle.pragma(text, { simple: true })),
    pragmaRows: (text) =>
      expecting(() => handle.pragma(text)) as readonly Readonly<Record<string, unknown>>[],
    close: () => {
      handle.close();
    },
  };
}

/** Opens the writer: write-ahead log, foreign keys, every commit on the disk before it counts. */
export function openWriter(file: string): WriteConnection {
  return expecting(() => {
    const handle = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    try {
      handle.pragma("journal_mode = WAL");
      handle.pragma("synchronous = FULL");
      handle.pragma("foreign_keys = ON");
      handle.pragma("cache_size = -32768");
      handle.pragma("journal_size_limit = 67108864");
    } catch (error) {
      handle.close();
      throw error;
    }
    return connect(handle);
  });
}

/** Opens a connection that cannot write. */
export function openReader(file: string): ReadConnection {
  return expecting(() => {
    const handle = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    handle.pragma("query_only = ON");
    return connect(handle);
  });
}

/** Opens a scratch database that only this process uses and that a crash may destroy. */
export function openScratch(file: string): WriteConnection {
  return expecting(() => {
    const handle = new Database(file, { timeout: 0 });
    handle.pragma("journal_mode = MEMORY");
    handle.pragma("synchronous = OFF");
    handle.pragma("cache_size = -32768");
    return connect(handle);
  });
}

/** A file that stays locked until it is released or the process ends; null when somebody else holds it so long. */
export function holdFile(file: string, patience: "none" | "some" = "none"): (() => void) | null {
  return expecting(() => {
    const handle = new Database(file, { timeout: patience === "none" ? 0 : BUSY_TIMEOUT_MS });
    try {
      handle.pragma("locking_mode = EXCLUSIVE");
      handle.exec("BEGIN EXCLUSIVE");
    } catch (error) {
      handle.close();
      if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) return null;
      throw error;
    }
    return () => {
      handle.close();
    };
  });
}

/**
 * Brings everything committed into the one file of a database and keeps everybody else out of it until it is released;
 * null when another program has it open.
 */
export function holdDatabase(file: string): (() => void) | null {
  return expecting(() => {
    const handle = new Database(file, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    try {
      handle.pragma("locking_mode = EXCLUSIVE");
      handle.pragma("wal_checkpoint(TRUNCATE)");
      if (handle.pragma("journal_mode = DELETE", { simple: true }) !== "delete") {
        handle.close();
        return null;
      }
      handle.exec("BEGIN EXCLUSIVE");
    } catch (error) {
      handle.close();
      throw error;
    }
    return () => {
      handle.close();
    };
  });
}

/**
 * Copies a database, with everything committed so far, into a new single file, while others read and write it.
 * `pages` at a time: between two portions the process does other work.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const pages = 4_096;
  const source = expecting(
    () => new Database(from, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS }),
  );
  try {
    await source.backup(to, { progress: () => pages });
  } catch (error) {
    throw asStoreError(error);
  } finally {
    source.close();
  }
  expecting(() => {
    const copy = new Database(to);
    try {
      copy.pragma("journal_mode = DELETE");
    } finally {
      copy.close();
    }
  });
}
