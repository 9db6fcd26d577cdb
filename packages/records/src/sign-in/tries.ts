import { type Instant, instantFromMs, instantToMs } from "@soundings/clinical";
import type { Actor, AuditEvent } from "../audit/audit.types.ts";
import { appendAudit } from "../audit/audit.writes.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore, Store } from "../store/store.ts";

/** Failed tries are kept this long: longer than every limit looks back. */
const KEPT_MS = 24 * 3_600_000;

/** So many failures of one subject within the time, and no more. Subjects are hashes; see the sign-in's limits. */
export interface TryLimit {
  readonly subject: string;
  readonly most: number;
  readonly withinMinutes: number;
}

export function triesQuery(connection: ReadConnection, subject: string, since: Instant) {
  return connection.query
    .selectFrom("failed_tries")
    .select(({ fn }) => fn.countAll<number>().as("tries"))
    .where("subject", "=", subject)
    .where("at", ">", since);
}

/** Whether any of the limits is reached. */
export function isLockedOut({ reader }: ReadStore, limits: readonly TryLimit[], now: Instant): boolean {
  return limits.some(({ subject, most, withinMinutes }) => {
    const since = instantFromMs(instantToMs(now) - withinMinutes * 60_000);
    return (reader.first(triesQuery(reader, subject, since))?.tries ?? 0) >= most;
  });
}

/** Counts a failure under every subject, and enters it in the audit. */
export function noteFailedTry(
  { writer }: Store,
  actor: Actor,
  { subjects, entry }: { readonly subjects: readonly string[]; readonly entry: AuditEvent },
  now: Instant,
): void {
  const forgotten = instantFromMs(instantToMs(now) - KEPT_MS);
  writer.actInTime(() => {
    writer.run(writer.change.deleteFrom("failed_tries").where("at", "<", forgotten));
    for (const subject of subjects)
      writer.run(writer.change.insertInto("failed_tries").values({ subject, at: now }));
    appendAudit(writer, actor, entry, now);
  });
}

/** Forgets the failures of every subject that begins so, such as those of one account from all addresses. */
export function forgetFailedTriesUnder({ writer }: Store, beginning: string): void {
  writer.run(
    writer.change
      .deleteFrom("failed_tries")
      .where("subject", ">=", beginning)
      .where("subject", "<", `${beginning}~`),
  );
}

/** Forgets the failures of subjects, after a success. */
export function forgetFailedTries({ writer }: Store, subjects: readonly string[]): void {
  for (const subject of subjects)
    writer.run(writer.change.deleteFrom("failed_tries").where("subject", "=", subject));
}
