import type Database from "better-sqlite3-multiple-ciphers";
import { type Compilable, Kysely, SqliteDialect } from "kysely";
import type { ReadonlyKysely } from "kysely/readonly";
import type { Schema } from "../schema.ts";
import { expecting } from "./errors.ts";
import { BUSY_TIMEOUT_MS, type Handle, openHandle } from "./handle.ts";
import type { StoreKey } from "./key.ts";

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
  /**
   * From now on a transaction waits at most so many milliseconds for one of another process, instead of ten seconds. The
   * thread stands still meanwhile, so a server waits briefly and tries again; a command may as well stand still.
   */
  waitAtMost(ms: number): void;
  /**
   * An act that waits two seconds for another program where others wait less: for what cannot be tried again, such as a
   * step of the sign-in library.
   */
  actInTime<T>(work: () => T): T;
}

const STATEMENTS_KEPT = 300;

function bind(parameters: readonly unknown[]): unknown[] {
  return parameters.map((value) => (typeof value === "boolean" ? Number(value) : value));
}

const IN_TIME_MS = 2_000;

function connect(handle: Handle): WriteConnection {
  let waits = BUSY_TIMEOUT_MS;
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
    actInTime: (work) => {
      if (handle.inTransaction) return work();
      handle.pragma(`busy_timeout = ${Math.max(waits, IN_TIME_MS)}`);
      try {
        return expecting(() => handle.transaction(work).immediate());
      } finally {
        handle.pragma(`busy_timeout = ${waits}`);
      }
    },
    waitAtMost: (ms) => {
      waits = ms;
      handle.pragma(`busy_timeout = ${ms}`);
    },
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
export function openWriter(file: string, key: StoreKey | null): WriteConnection {
  return expecting(() => {
    const handle = openHandle(file, key, { timeout: BUSY_TIMEOUT_MS });
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
export function openReader(file: string, key: StoreKey | null): ReadConnection {
  return expecting(() => {
    const handle = openHandle(file, key, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    handle.pragma("query_only = ON");
    return connect(handle);
  });
}

/** Opens a scratch database that only this process uses and that a crash may destroy. */
export function openScratch(file: string, key: StoreKey | null): WriteConnection {
  return expecting(() => {
    const handle = openHandle(file, key, { timeout: 0 });
    handle.pragma("journal_mode = MEMORY");
    handle.pragma("synchronous = OFF");
    handle.pragma("cache_size = -32768");
    return connect(handle);
  });
}
