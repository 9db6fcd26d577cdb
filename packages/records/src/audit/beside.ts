import { databaseFile } from "../store/files.ts";
import { openWriter, type WriteConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import type { Actor, AuditEvent } from "./audit.types.ts";
import { appendAudit } from "./audit.writes.ts";

/** One small write beside a database that is opened for reading; nothing else of it is touched or finished. */
export function writeBeside<T>({ dataDir, key }: ReadStore, work: (writer: WriteConnection) => T): T {
  const writer = openWriter(databaseFile(dataDir), key);
  try {
    return work(writer);
  } finally {
    writer.close();
  }
}

/**
 * Enters what a command shows that only reads.
 * @throws StoreError when it cannot be written: read-only, locked, disk full.
 */
export function enterBeside(store: ReadStore, actor: Actor, event: AuditEvent): number {
  return writeBeside(store, (writer) => appendAudit(writer, actor, event));
}
