import type { ReadConnection, WriteConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import { BEGINNING } from "./entry.ts";

/** The last entry: its number and its hash. 0 and zeros before the first. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

/** What two witnesses say of the last entry; neither is read from the entries themselves. */
export interface Witnesses {
  /** Written with every entry, in the same transaction; null when it is not there or is no head. */
  readonly noted: AuditHead | null;
  /** The highest number that SQLite ever gave to an entry. */
  readonly highest: number;
}

const WITNESSES = `select (select "value" from "settings" where "name" = 'audit_head'), (select "seq" from "sqlite_sequence" where "name" = 'audit_entries')`;
const LAST = `select "seq", "hash" from "audit_entries" order by "seq" desc limit 1`;
const SAVE = `insert into "settings" ("name", "value") values ('audit_head', ?) on conflict ("name") do update set "value" = excluded."value"`;

function parsed(text: unknown): AuditHead | null {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(String(text)) ?? [];
  return seq === undefined || hash === undefined ? null : { seq: Number(seq), hash };
}

export function witnesses(connection: ReadConnection): Witnesses {
  const [noted, highest] = connection.statement(WITNESSES).get([]) ?? [];
  return { noted: parsed(noted), highest: Number(highest ?? 0) };
}

/** The last entry that is there. */
export function lastEntry(connection: ReadConnection): AuditHead {
  const [seq, hash] = connection.statement(LAST).get([]) ?? [0, BEGINNING];
  return { seq: Number(seq), hash: String(hash) };
}

/**
 * What the next entry is bound to, and the number before its own: those of the noted head and not of the last entry that is
 * there, so that what is appended after entries were removed never closes the gap.
 */
export function headToContinue(connection: ReadConnection): AuditHead {
  const { noted, highest } = witnesses(connection);
  const { seq, hash } = noted ?? lastEntry(connection);
  return { seq: Math.max(seq, highest), hash };
}

export function saveHead(connection: WriteConnection, { seq, hash }: AuditHead): void {
  connection.statement(SAVE).run([`${seq}:${hash}`]);
}

/** Long enough that no other entry can be made to have it, short enough to be noted by hand. */
const SHOWN_DIGITS = 32;

/**
 * The number of the last entry and the beginning of its hash, as `128:0f3a…`. Kept somewhere else, it later shows whether the
 * audit up to then is still the same: somebody who may write the whole file can make a consistent audit, but not one with
 * this hash at this number.
 */
export function auditHead({ reader }: Pick<ReadStore, "reader">): string {
  const { seq, hash } = lastEntry(reader);
  return `${seq}:${hash.slice(0, SHOWN_DIGITS)}`;
}

/** How many entries there are. */
export function auditLength({ reader }: ReadStore): number {
  return Number(reader.statement(`select count(*) from "audit_entries"`).get([])?.[0] ?? 0);
}

/** A head as it was noted, or null for what is none: at least 16 digits of the hash. */
export function parseHead(text: string): AuditHead | null {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{16,64})$/.exec(text.trim().toLowerCase()) ?? [];
  return seq === undefined || hash === undefined ? null : { seq: Number(seq), hash };
}
