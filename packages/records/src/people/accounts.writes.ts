import type { Instant } from "@soundings/clinical";
import { Refused } from "../administration/refused.ts";
import type { Actor } from "../audit/audit.types.ts";
import { tellOfWayIn } from "../notices/notices.writes.ts";
import { endOpeningsOf } from "../openings/openings.writes.ts";
import { passkeysOf } from "../sign-in/factors.reads.ts";
import { removePasskey, removeTotp } from "../sign-in/factors.writes.ts";
import { endSignInsOf, type SignInEnd } from "../sign-in/sign-ins.writes.ts";
import type { WriteConnection } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { personQuery } from "./people.reads.ts";

/** @throws Refused no_such_entry */
export function standing(connection: WriteConnection, personId: string): { readonly email: string } {
  const found = connection.first(personQuery(connection, personId));
  if (found === undefined) throw new Refused("no_such_entry");
  return found;
}

/** Administrators who are not disabled and have something to sign in with. */
const ADMINISTRATORS = `select count(*) from "people" as p
  where p."disabled_at" is null
    and exists (select 1 from "person_roles" as r where r."person_id" = p."person_id" and r."role" = 'administrator')
    and (exists (select 1 from "passkeys" as k where k."person_id" = p."person_id")
      or exists (select 1 from "credentials" as c where c."person_id" = p."person_id"
        and (c."password" is not null or c."provider_id" <> 'credential')))`;

function administrators(connection: WriteConnection): number {
  return Number(connection.statement(ADMINISTRATORS).get([])?.[0] ?? 0);
}

/**
 * Does `work` in one transaction; afterwards somebody must still be able to administer, unless nobody was before.
 * @throws Refused last_administrator
 */
export function keepingAnAdministrator(connection: WriteConnection, work: () => void): void {
  connection.act(() => {
    const before = administrators(connection);
    work();
    if (before > 0 && administrators(connection) === 0) throw new Refused("last_administrator");
  });
}

interface ShutOut {
  readonly personId: string;
  readonly cause: SignInEnd;
}

/** Ends every sign-in of a person at once, and links that were made and not used stop working. */
export function shutOut(store: Store, actor: Actor, { personId, cause }: ShutOut, now: Instant): void {
  const { writer } = store;
  endSignInsOf(store, actor, { personId, except: null, cause }, now);
  writer.run(
    writer.change
      .updateTable("links")
      .set({ replaced_at: now })
      .where("person_id", "=", personId)
      .where("used_at", "is", null)
      .where("replaced_at", "is", null),
  );
}

/**
 * Disables an account: every sign-in ends, links stop working, and what was opened from outside closes. Nothing that the person did is removed.
 * @throws Refused no_such_entry, last_administrator.
 */
export function disablePerson(store: Store, actor: Actor, personId: string, now: Instant): void {
  const { writer } = store;
  keepingAnAdministrator(writer, () => {
    standing(writer, personId);
    shutOut(store, actor, { personId, cause: "disabled" }, now);
    endOpeningsOf(store, actor, personId, now);
    writer.run(
      writer.change
        .updateTable("people")
        .set({ disabled_at: now, updated_at: now })
        .where("person_id", "=", personId)
        .where("disabled_at", "is", null),
    );
  });
}

/** @throws Refused no_such_entry */
export function enablePerson({ writer }: Store, personId: string, now: Instant): void {
  standing(writer, personId);
  writer.run(
    writer.change
      .updateTable("people")
      .set({ disabled_at: null, updated_at: now })
      .where("person_id", "=", personId),
  );
}

/** @throws Refused no_such_entry */
export function endEverySignIn(store: Store, actor: Actor, personId: string, now: Instant): number {
  standing(store.writer, personId);
  return endSignInsOf(store, actor, { personId, except: null, cause: "administrator" }, now);
}

/**
 * Takes away the authenticator app, its recovery codes and the passkeys of a person who has lost the device, and ends
 * every sign-in: whoever holds the device is out. The password stays.
 * @throws Refused no_such_entry, last_administrator (one who has nothing but a passkey).
 */
export function removeSecondFactorOf(store: Store, actor: Actor, personId: string, now: Instant): void {
  const { writer } = store;
  keepingAnAdministrator(writer, () => {
    standing(writer, personId);
    endSignInsOf(store, actor, { personId, except: null, cause: "second_factor" }, now);
    removeTotp(store, actor, personId, now);
    for (const { passkeyId } of passkeysOf({ ...store, reader: writer }, personId)) {
      removePasskey(store, actor, { personId, passkeyId }, now);
    }
    tellOfWayIn(writer, actor, { personId, kind: "second_factor_removed" }, now);
  });
}
