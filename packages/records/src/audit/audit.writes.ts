import { createHash } from "node:crypto";
import type { Instant } from "@soundings/clinical";
import { present } from "../store/clock.ts";
import type { Bound, WriteConnection } from "../store/sqlite.ts";
import type { Actor, AuditEvent } from "./audit.types.ts";

/** What the first entry is bound to. */
export const BEGINNING = "0".repeat(64);

/** The columns that the hash covers, in its order; `previous` binds an entry to the one before. */
export const HASHED = [
  "seq",
  "at",
  "event",
  "outcome",
  "person_id",
  "actor",
  "sign_in_id",
  "request_id",
  "patient_id",
  "opening_id",
  "detail",
  "listed",
  "listed_as",
  "previous",
] as const;

/** SHA-256 over the JSON list of the columns of HASHED, as hexadecimal text. */
export function hashOf(values: readonly Bound[]): string {
  return createHash("sha256").update(JSON.stringify(values)).digest("hex");
}

const COLUMNS = [...HASHED, "hash"] as const;
const INSERT = `insert into "audit_entries" (${COLUMNS.map((name) => `"${name}"`).join(", ")}) values (${COLUMNS.map(() => "?").join(", ")})`;

interface Listed {
  readonly listed: string | null;
  readonly as: number | null;
}

/** A list that is shown again unchanged, such as after news, is named by the entry that holds it. */
function listedOf(connection: WriteConnection, actor: Actor, event: AuditEvent, seq: number): Listed {
  if (event.listed === undefined) return { listed: null, as: null };
  const listed = JSON.stringify([...new Set(event.listed)].sort());
  const [as] =
    connection
      .statement(
        `select a."listed_as" from "audit_entries" as a where a."person_id" = ? and a."sign_in_id" = ? and a."listed_as" is not null order by a."seq" desc limit 1`,
      )
      .get([actor.personId, actor.signInId]) ?? [];
  if (typeof as === "number") {
    const [held] =
      connection.statement(`select "listed" from "audit_entries" where "seq" = ?`).get([as]) ?? [];
    if (held === listed) return { listed: null, as };
  }
  return { listed, as: seq };
}

/**
 * Adds an entry to the audit, in the transaction that is open, so that an act and its entry stand or fall together.
 * Answers its number.
 */
export function appendAudit(
  connection: WriteConnection,
  actor: Actor,
  event: AuditEvent,
  at: Instant = present(),
): number {
  return connection.act(() => {
    const [last, previous] = connection
      .statement(`select "seq", "hash" from "audit_entries" order by "seq" desc limit 1`)
      .get([]) ?? [0, BEGINNING];
    const seq = Number(last) + 1;
    const { listed, as } = listedOf(connection, actor, event, seq);
    const values: Bound[] = [
      seq,
      at,
      event.event,
      event.outcome ?? "done",
      actor.personId,
      actor.name,
      actor.signInId,
      actor.requestId,
      event.patientId ?? null,
      event.openingId ?? null,
      JSON.stringify(event.detail ?? {}),
      listed,
      as,
      previous ?? BEGINNING,
    ];
    connection.statement(INSERT).run([...values, hashOf(values)]);
    if (listed !== null) {
      const insert = connection.statement(`insert into "audit_listed" ("patient_id", "seq") values (?, ?)`);
      for (const patientId of JSON.parse(listed) as string[]) insert.run([patientId, seq]);
    }
    return seq;
  });
}
