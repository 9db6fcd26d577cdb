import { MIGRATIONS, SCHEMA_VERSION } from "../migrations/migrations.ts";
import { StoreError } from "./errors.ts";
import type { ReadConnection, WriteConnection } from "./sqlite.ts";

/** Marks a file as a database of Soundings: the letters SNDG. */
const APPLICATION_ID = 0x534e4447;

/** The version of the schema in the file; 0 of an empty one. */
export function versionOf(connection: ReadConnection): number {
  return Number(connection.pragma("user_version"));
}

function tableCount(connection: ReadConnection): number {
  return Number(connection.statement("select count(*) from sqlite_schema").get([])?.[0] ?? 0);
}

/** Throws a StoreError when the file is somebody else's database, or one that a newer Soundings has written. */
export function checkOrigin(connection: ReadConnection): void {
  const version = versionOf(connection);
  const own = connection.pragma("application_id") === APPLICATION_ID;
  if (!own && (version !== 0 || tableCount(connection) > 0)) {
    throw new StoreError(
      "not_a_database",
      "soundings.db is a database of another program. Move it away, then restore a backup or choose another data directory.",
    );
  }
  if (version > SCHEMA_VERSION) {
    throw new StoreError(
      "newer_version",
      `This database is of version ${version}; this Soundings knows up to ${SCHEMA_VERSION}. Nothing was changed. Install the newer Soundings, or restore a backup from before.`,
    );
  }
}

/** Whether a database that this program may open is older than it. */
export function isBehind(connection: ReadConnection): boolean {
  return versionOf(connection) < SCHEMA_VERSION;
}

/** Brings the schema up to date, each step in its own transaction; returns the versions that were added. */
export function migrate(connection: WriteConnection): readonly number[] {
  const added: number[] = [];
  for (const { version, sql } of MIGRATIONS) {
    const done = connection.act(() => {
      if (versionOf(connection) >= version) return false;
      connection.exec(sql);
      connection.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version};`);
      return true;
    });
    if (done) added.push(version);
  }
  return added;
}
