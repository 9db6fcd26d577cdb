import { type Instant, instantFromMs, instantToMs } from "@soundings/clinical";
import { openPatients } from "../access/grounds.reads.ts";
import type { Actor } from "../audit/audit.types.ts";
import { appendAudit } from "../audit/audit.writes.ts";
import type { BoundRow } from "../audit/bound-rows.ts";
import { leaveNotices, noticeRows, overseersQuery } from "../notices/notices.writes.ts";
import { uuidAt } from "../store/batch-id.ts";
import type { ReadConnection, WriteConnection } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";

const OPEN_MS = 8 * 3_600_000;

export function directorsQuery(connection: ReadConnection, opener: string, patientId: string) {
  return overseersQuery(connection, opener)
    .innerJoin("episodes as e", "e.program_id", "r.program_id")
    .where("r.role", "=", "director")
    .where("e.patient_id", "=", patientId);
}

export function administratorsQuery(connection: ReadConnection, opener: string) {
  return overseersQuery(connection, opener).where("r.role", "=", "administrator");
}

/** The directors of the patient's programs; when there is none, the administrators, who oversee every opening. */
function recipients(connection: ReadConnection, opener: string, patientId: string): readonly string[] {
  const directors = connection.all(directorsQuery(connection, opener, patientId));
  const rows = directors.length > 0 ? directors : connection.all(administratorsQuery(connection, opener));
  return rows.map((row) => row.person_id);
}

export interface Opening {
  readonly personId: string;
  readonly patientId: string;
  readonly reason: string;
  readonly now: Instant;
}

export interface OpeningMade {
  readonly openingId: string;
  /** Eight hours after it was made; from this moment on it opens nothing. */
  readonly until: Instant;
  /** Who is told. */
  readonly recipients: readonly string[];
  /** What the entry in the audit is to vouch for. */
  readonly rows: readonly BoundRow[];
}

/** Opens a patient to a person for eight hours and leaves a notice for those who answer for it, in the present transaction. */
export function openPatient(connection: WriteConnection, opening: Opening): OpeningMade {
  const { personId, patientId, reason, now } = opening;
  return connection.act(() => {
    const openingId = uuidAt(now);
    const until = instantFromMs(instantToMs(now) + OPEN_MS);
    connection.run(
      connection.change.insertInto("openings").values({
        opening_id: openingId,
        person_id: personId,
        patient_id: patientId,
        reason,
        opened_at: now,
        expires_at: until,
      }),
    );
    const people = recipients(connection, personId, patientId);
    const noticeIds = leaveNotices(connection, {
      kind: "opened_outside",
      aboutPersonId: personId,
      openingId,
      detail: {},
      recipients: people,
      now,
    });
    const rows: readonly BoundRow[] = [["openings", openingId], ...noticeRows(noticeIds)];
    return { openingId, until, recipients: people, rows };
  });
}

/**
 * Ends whatever a person has open from outside, each entered in the audit: what is disabled now must not open it again
 * within the eight hours. Part of the act that disables the account.
 */
export function endOpeningsOf(store: Store, actor: Actor, personId: string, now: Instant): void {
  const { writer } = store;
  for (const { openingId, patientId } of openPatients({ ...store, reader: writer }, personId, now)) {
    writer.run(
      writer.change.updateTable("openings").set({ expires_at: now }).where("opening_id", "=", openingId),
    );
    appendAudit(
      writer,
      actor,
      {
        event: "glass_closed",
        patientId,
        openingId,
        detail: { personId, until: now },
        rows: [["openings", openingId]],
      },
      now,
    );
  }
}
