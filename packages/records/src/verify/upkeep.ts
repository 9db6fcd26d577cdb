import { statSync } from "node:fs";
import { basename } from "node:path";
import type { CalendarDate, Instant } from "@soundings/clinical";
import { writeBeside } from "../audit/beside.ts";
import { present } from "../store/clock.ts";
import { databaseFile } from "../store/files.ts";
import { versionOf } from "../store/migrate.ts";
import { saveSetting, setting } from "../store/site.ts";
import type { ReadConnection, WriteConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import type { Backup } from "./backup.ts";

interface Noted {
  /** The file's name, without its directory. */
  readonly last_backup: { readonly at: Instant; readonly file: string; readonly bytes: number };
  /** When findings were last brought to a day, to which, and how many patients had to be evaluated. */
  readonly last_refresh: { readonly at: Instant; readonly day: CalendarDate; readonly patients: number };
  readonly last_verification: { readonly at: Instant; readonly problems: number };
}

/** The database as it stands, and what is noted of its upkeep; null for what was never done. */
export interface Upkeep {
  /** Of the file, with what was committed and is not in it yet. */
  readonly bytes: number;
  readonly schemaVersion: number;
  readonly lastBackup: Noted["last_backup"] | null;
  readonly lastRefresh: Noted["last_refresh"] | null;
  readonly lastVerification: Noted["last_verification"] | null;
}

function noted<Name extends keyof Noted>(connection: ReadConnection, name: Name): Noted[Name] | null {
  const text = setting(connection, name);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Noted[Name];
  } catch {
    return null;
  }
}

function note<Name extends keyof Noted>(connection: WriteConnection, name: Name, value: Noted[Name]): void {
  connection.act(() => saveSetting(connection, name, JSON.stringify(value)));
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Its size and version, when the last backup was made, findings were last brought to a day, and it was last verified. */
export function upkeepOf({ dataDir, reader }: ReadStore): Upkeep {
  const file = databaseFile(dataDir);
  return {
    bytes: sizeOf(file) + sizeOf(`${file}-wal`),
    schemaVersion: versionOf(reader),
    lastBackup: noted(reader, "last_backup"),
    lastRefresh: noted(reader, "last_refresh"),
    lastVerification: noted(reader, "last_verification"),
  };
}

/** In the present transaction. */
export function noteRefresh(connection: WriteConnection, day: CalendarDate, patients: number): void {
  note(connection, "last_refresh", { at: present(), day, patients });
}

/** In the present transaction. */
export function noteBackup(connection: WriteConnection, { file, bytes }: Backup): void {
  note(connection, "last_backup", { at: present(), file: basename(file), bytes });
}

/**
 * Notes how a verification ended, in one small write beside the records, which stay as they are. False where it cannot be
 * written, such as on read-only media.
 */
export function noteVerification(store: ReadStore, problems: number): boolean {
  try {
    writeBeside(store, (writer) => note(writer, "last_verification", { at: present(), problems }));
    return true;
  } catch {
    return false;
  }
}
