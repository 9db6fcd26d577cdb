import { type Instant, instantFromMs, instantToMs } from "@soundings/clinical";
import { appendChanges } from "../history/changes.ts";
import { uuidAt } from "../store/batch-id.ts";
import type { ReadConnection, WriteConnection } from "../store/sqlite.ts";

const OPEN_MS = 8 * 3_600_000;

/** Everybody who can be told and is not the one who opened. */
function told(connection: ReadConnection, opener: string) {
  return connection.query
    .selectFrom("person_roles as r")
    .innerJoin("people as p", "p.person_id", "r.person_id")
    .select("r.person_id")
    .distinct()
    .where("p.disabled_at", "is", null)
    .where("r.person_id", "<>", opener)
    .orderBy("r.person_id");
}

export function directorsQuery(connection: ReadConnection, opener: string, patientId: string) {
  return told(connection, opener)
    .innerJoin("episodes as e", "e.program_id", "r.program_id")
    .where("r.role", "=", "director")
    .where("e.patient_id", "=", patientId);
}

export function overseersQuery(connection: ReadConnection, opener: string) {
  return told(connection, opener).where("r.role", "in", ["director", "administrator"]);
}

/** The directors of the patient's programs; when there is none, every director and administrator. */
function recipients(connection: ReadConnection, opener: string, patientId: string): readonly string[] {
  const directors = connection.all(directorsQuery(connection, opener, patientId));
  const rows = directors.length > 0 ? directors : connection.all(overseersQuery(connection, opener));
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
    for (const recipient of people) {
      connection.run(
        connection.change.insertInto("notices").values({
          notice_id: uuidAt(now),
          person_id: recipient,
          kind: "opened_outside",
          opening_id: openingId,
          at: now,
          seen_at: null,
        }),
      );
    }
    appendChanges(connection, people, "notice");
    return { openingId, until, recipients: people };
  });
}

/** Notes that a person has seen one of the person's own notices; false when it is none of them. */
export function noteSeen(
  connection: WriteConnection,
  personId: string,
  { noticeId, now }: { readonly noticeId: string; readonly now: Instant },
): boolean {
  return connection.act(() => {
    const own = connection.first(
      connection.query
        .selectFrom("notices")
        .select("seen_at")
        .where("notice_id", "=", noticeId)
        .where("person_id", "=", personId),
    );
    if (own === undefined) return false;
    if (own.seen_at === null)
      connection.run(
        connection.change
          .updateTable("notices")
          .set({ seen_at: now })
          .where("notice_id", "=", noticeId)
          .where("person_id", "=", personId),
      );
    return true;
  });
}
