import type { Instant } from "@soundings/clinical";
import { present } from "../store/clock.ts";
import { asStoreError, StoreError } from "../store/errors.ts";
import type { Bound, WriteConnection } from "../store/sqlite.ts";
import type { Actor, AuditEvent } from "./audit.types.ts";
import { boundRows } from "./bound-rows.ts";
import { ENTRY_COLUMNS, hashOf, sha256 } from "./entry.ts";
import { headToContinue, saveHead } from "./head.ts";
import { NotAudited } from "./not-audited.ts";

const INSERT = `insert into "audit_entries" (${ENTRY_COLUMNS.map((name) => `"${name}"`).join(", ")}) values (${ENTRY_COLUMNS.map(() => "?").join(", ")})`;
const SAME_LIST = `select "seq" from "audit_entries" where "listed_digest" = ? order by "seq" limit 1`;
const INSERT_LISTED = `insert into "audit_listed" ("patient_id", "seq") values (?, ?)`;

interface Listed {
  /** Null unless this entry is the one that holds the list. */
  readonly patientIds: readonly string[] | null;
  readonly digest: string | null;
  readonly as: number | null;
}

/**
 * The same patients are shown again and again, to the same person and to others: every further list of them names the entry
 * that holds it, so that the audit grows with what changes and not with how often it is looked at.
 */
function listedOf(connection: WriteConnection, { listed }: AuditEvent, seq: number): Listed {
  if (listed === undefined) return { patientIds: null, digest: null, as: null };
  const patientIds = [...new Set(listed)].sort();
  const digest = sha256(JSON.stringify(patientIds));
  const [as] = connection.statement(SAME_LIST).get([digest]) ?? [];
  if (typeof as === "number") return { patientIds: null, digest: null, as };
  return { patientIds, digest, as: seq };
}

function detailOf(connection: WriteConnection, { detail = {}, rows }: AuditEvent) {
  return rows === undefined ? detail : { ...detail, vouched: boundRows(connection, rows) };
}

interface Entering {
  readonly actor: Actor;
  readonly event: AuditEvent;
  readonly at: Instant;
}

function append(connection: WriteConnection, { actor, event, at }: Entering): number {
  const before = headToContinue(connection);
  const seq = before.seq + 1;
  const { patientIds, digest, as } = listedOf(connection, event, seq);
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
    JSON.stringify(detailOf(connection, event)),
    patientIds === null ? null : JSON.stringify(patientIds),
    digest,
    as,
    before.hash,
  ];
  const hash = hashOf(values);
  connection.statement(INSERT).run([...values, hash]);
  if (patientIds !== null) {
    const insert = connection.statement(INSERT_LISTED);
    for (const patientId of patientIds) insert.run([patientId, seq]);
  }
  saveHead(connection, { seq, hash });
  return seq;
}

/**
 * Adds an entry to the audit, in the transaction that is open, so that an act and its entry stand or fall together; opens one
 * when none is. Processes wait for each other's transaction, so that every entry has one before and one after. Answers its
 * number.
 * @throws StoreError: a locked database, a full disk; NotAudited for every other reason.
 */
export function appendAudit(
  connection: WriteConnection,
  actor: Actor,
  event: AuditEvent,
  at: Instant = present(),
): number {
  try {
    return connection.act(() => append(connection, { actor, event, at }));
  } catch (cause) {
    const known = asStoreError(cause);
    if (known instanceof StoreError) throw known;
    throw new NotAudited("This could not be entered in the audit.", { cause });
  }
}
