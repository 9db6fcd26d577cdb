import type { Instant } from "@soundings/clinical";
import type { Actor } from "../audit/audit.types.ts";
import { appendAudit } from "../audit/audit.writes.ts";
import { uuidAt } from "../store/batch-id.ts";
import type { ReadConnection, WriteConnection } from "../store/sqlite.ts";
import type { ReadStore, Store } from "../store/store.ts";
import { usableLink } from "./links.reads.ts";
import { endSignInsOf } from "./sign-ins.writes.ts";

/** The sign-in library's name for an account of its own, with a password. */
const OWN = "credential";

export function passwordQuery(connection: ReadConnection, personId: string) {
  return connection.query
    .selectFrom("credentials")
    .select("password")
    .where("person_id", "=", personId)
    .where("provider_id", "=", OWN);
}

/** The salted hash of a person's password; null for one who has none yet. */
export function passwordHashOf({ reader }: ReadStore, personId: string): string | null {
  return reader.first(passwordQuery(reader, personId))?.password ?? null;
}

/** Whose account has an e-mail address, in lower case; also a disabled one. */
export function personByEmail({ reader }: ReadStore, email: string): string | null {
  return (
    reader.first(reader.query.selectFrom("people").select("person_id").where("email", "=", email))
      ?.person_id ?? null
  );
}

function save(writer: WriteConnection, personId: string, hash: string, now: Instant): void {
  writer.run(
    writer.change
      .insertInto("credentials")
      .values({
        credential_id: uuidAt(now),
        person_id: personId,
        provider_id: OWN,
        account_id: personId,
        password: hash,
        created_at: now,
        updated_at: now,
      })
      .onConflict((conflict) =>
        conflict.columns(["provider_id", "account_id"]).doUpdateSet({ password: hash, updated_at: now }),
      ),
  );
}

/** A new password, by its salted hash. Every other sign-in of the person ends. */
export function changePassword(
  store: Store,
  actor: Actor,
  { personId, hash }: { readonly personId: string; readonly hash: string },
  now: Instant,
): void {
  const { writer } = store;
  writer.actInTime(() => {
    save(writer, personId, hash, now);
    const ended = endSignInsOf(store, actor, { personId, except: actor.signInId, cause: "password" }, now);
    appendAudit(writer, actor, { event: "password_changed", detail: { personId, by: "self", ended } }, now);
  });
}

/** A password that a program gives, such as to the accounts of a demo clinic. */
export function givePassword(
  { writer }: Store,
  actor: Actor,
  { personId, hash }: { readonly personId: string; readonly hash: string },
  now: Instant,
): void {
  writer.actInTime(() => {
    save(writer, personId, hash, now);
    appendAudit(writer, actor, { event: "password_changed", detail: { personId, by: "system" } }, now);
  });
}

/**
 * Uses a link: its person has the password from now on, the address counts as the person's own, and every sign-in ends.
 * Answers whose it was; null, with nothing changed, when the link does not work or no more.
 */
export function spendLink(
  store: Store,
  { actor, secretHash, hash }: { readonly actor: Actor; readonly secretHash: string; readonly hash: string },
  now: Instant,
): string | null {
  const { writer } = store;
  return writer.actInTime(() => {
    const link = usableLink({ ...store, reader: writer }, secretHash, now);
    if (link === null) return null;
    const { linkId, personId, kind } = link;
    writer.run(writer.change.updateTable("links").set({ used_at: now }).where("link_id", "=", linkId));
    save(writer, personId, hash, now);
    writer.run(
      writer.change
        .updateTable("people")
        .set({ email_verified: 1, updated_at: now })
        .where("person_id", "=", personId),
    );
    const ended = endSignInsOf(store, actor, { personId, except: null, cause: "link" }, now);
    appendAudit(writer, actor, { event: "link_used", detail: { personId, linkId, kind, ended } }, now);
    return personId;
  });
}
