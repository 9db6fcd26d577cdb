import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ZoneName } from "@soundings/clinical";
import { recoverImports } from "../imports/recover.ts";
import { present } from "./clock.ts";
import { openerOf } from "./copy.ts";
import { StoreError } from "./errors.ts";
import {
  checkDatabaseFile,
  checkDirectory,
  checkNothingLost,
  createPrivate,
  databaseFile,
  FILES,
  flush,
  hasDatabase,
  keptDatabases,
  removeDatabase,
} from "./files.ts";
import type { StoreKey } from "./key.ts";
import { lockCreation, tryLockCreation } from "./lock.ts";
import { checkOrigin, isBehind, migrate, versionOf } from "./migrate.ts";
import { rulesInForce } from "./rules-in-force.ts";
import { type DemoOrigin, type Purpose, saveSetting, saveZone, setting } from "./site.ts";
import { openReader, openWriter, type ReadConnection, type WriteConnection } from "./sqlite.ts";
import type { ReadStore, Store } from "./store.ts";

/** How a database is made where there is none. */
export interface Creation {
  readonly purpose: Purpose;
  /** The site's zone; without it, the first program that names one decides. */
  readonly zone?: ZoneName;
  readonly demo?: DemoOrigin;
}

interface Opening {
  readonly dataDir: string;
  /** The key of an encrypted database; one that is made is encrypted with it. */
  readonly key?: StoreKey | null;
}

interface WriteOpening extends Opening {
  readonly access: "write";
  /** Makes the database (and the directory, when its parent exists) if there is none yet. */
  readonly create?: Creation;
}

interface ReadOpening extends Opening {
  readonly access: "read";
}

function begin(connection: WriteConnection, creation: Creation): void {
  connection.act(() => {
    saveSetting(connection, "purpose", creation.purpose);
    saveSetting(connection, "created_at", present());
    saveSetting(connection, "rules", rulesInForce());
    if (creation.zone !== undefined) saveZone(connection, creation.zone, "set");
    if (creation.demo === undefined) return;
    saveSetting(connection, "demo_seed", creation.demo.seed);
    saveSetting(connection, "demo_date", creation.demo.date);
  });
}

function checkPurpose(connection: ReadConnection, creation: Creation | undefined): void {
  const purpose = setting(connection, "purpose");
  if (creation === undefined || purpose === null || purpose === creation.purpose) return;
  const sentence =
    purpose === "demo"
      ? "This data directory holds the demo clinic, and a demo database never takes real patients. Name another directory with --data."
      : "This data directory holds real patients and is never filled with demo data. Name another directory with --data.";
  throw new StoreError("purpose_mismatch", sentence);
}

function noDatabase(dataDir: string): StoreError {
  checkNothingLost(dataDir);
  return new StoreError(
    "no_database",
    `There is no Soundings database in ${dataDir}. Import a folder into it first, or name another directory with --data or SOUNDINGS_DATA.`,
  );
}

function prepare(writer: WriteConnection, creation: Creation | undefined): void {
  checkOrigin(writer);
  migrate(writer);
  checkPurpose(writer, creation);
  if (creation !== undefined && setting(writer, "purpose") === null) begin(writer, creation);
}

/** Makes a database beside its place and moves it there when it is whole: a crash or a full disk leaves none. */
function createDatabase(dataDir: string, key: StoreKey | null, creation: Creation): void {
  const lock = lockCreation(dataDir);
  try {
    if (hasDatabase(dataDir)) return;
    checkNothingLost(dataDir);
    const unfinished = join(dataDir, FILES.unfinished);
    removeDatabase(unfinished);
    try {
      fillNew(unfinished, key, creation);
      renameSync(unfinished, databaseFile(dataDir));
      flush(dataDir);
    } catch (error) {
      removeDatabase(unfinished);
      throw error;
    }
  } finally {
    lock.release();
  }
}

function fillNew(file: string, key: StoreKey | null, creation: Creation): void {
  createPrivate(file);
  const writer = openWriter(file, key);
  try {
    prepare(writer, creation);
    writer.pragma("journal_mode = DELETE");
  } finally {
    writer.close();
  }
  flush(file);
}

/** A restore that was cut off before it put its backup in place has given the present database a second name. */
function dropSecondNames(dataDir: string): void {
  const present = statSync(databaseFile(dataDir));
  if (present.nlink === 1) return;
  for (const name of keptDatabases(dataDir)) {
    const kept = join(dataDir, name);
    if (statSync(kept).ino === present.ino) rmSync(kept);
  }
}

/** A change of the key that was cut off has left its copy, which may be a plain one. */
function dropLeftCopy(dataDir: string): void {
  const copy = join(dataDir, FILES.rekeyed);
  if (![copy, openerOf(copy)].some((one) => existsSync(one))) return;
  const lock = tryLockCreation(dataDir);
  if (lock === null) return;
  try {
    removeDatabase(copy);
    removeDatabase(openerOf(copy));
  } finally {
    lock.release();
  }
}

function openForWriting({ dataDir, key = null, create }: WriteOpening): Store {
  if (create !== undefined && !existsSync(dataDir) && existsSync(dirname(dataDir))) {
    mkdirSync(dataDir, { mode: 0o700 });
  }
  checkDirectory(dataDir, "write");
  const file = databaseFile(dataDir);
  if (!hasDatabase(dataDir)) {
    if (create === undefined) throw noDatabase(dataDir);
    createDatabase(dataDir, key, create);
  }
  checkDatabaseFile(file, "write");
  inspect(file, key);
  const writer = openWriter(file, key);
  try {
    prepare(writer, create);
    dropSecondNames(dataDir);
    dropLeftCopy(dataDir);
  } catch (error) {
    writer.close();
    throw error;
  }
  const reader = openReader(file, key);
  const endings = new Set<() => void>();
  const store: Store = {
    dataDir,
    key,
    writer,
    reader,
    whenClosed: (work) => {
      endings.add(work);
    },
    close: () => {
      for (const end of endings) end();
      reader.close();
      writer.close();
    },
  };
  recoverImports(store);
  return store;
}

/** Looks at a database without writing a byte: a newer or foreign one must stay as it is. */
function inspect(file: string, key: StoreKey | null): void {
  const reader = openReader(file, key);
  try {
    checkOrigin(reader);
  } finally {
    reader.close();
  }
}

function openForReading({ dataDir, key = null }: ReadOpening): ReadStore {
  checkDirectory(dataDir, "read");
  const file = databaseFile(dataDir);
  if (!hasDatabase(dataDir)) throw noDatabase(dataDir);
  checkDatabaseFile(file, "read");
  const reader = openReader(file, key);
  try {
    checkOrigin(reader);
    if (versionOf(reader) === 0) throw noDatabase(dataDir);
    if (isBehind(reader)) {
      throw new StoreError(
        "needs_migration",
        "This database is from an older Soundings. Run soundings migrate, or start the server once; both keep all records.",
      );
    }
  } catch (error) {
    reader.close();
    throw error;
  }
  return { dataDir, key, reader, close: () => reader.close() };
}

/**
 * Opens the database of a data directory. For writing, it is brought up to this version first, and an import that a crash
 * cut off is finished or discarded. Throws a StoreError whose sentence says what to do: no such directory or database, not
 * readable, not writable, not a database, from a newer version, damaged, locked, disk full, demo asked of a real database
 * or the reverse; a wrong key, none for an encrypted database, one for a plain database, after which no byte has changed.
 */
export function openStore(opening: WriteOpening): Store;
export function openStore(opening: ReadOpening): ReadStore;
export function openStore(opening: WriteOpening | ReadOpening): Store | ReadStore {
  return opening.access === "write" ? openForWriting(opening) : openForReading(opening);
}
