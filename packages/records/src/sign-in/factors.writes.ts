import type { Instant } from "@soundings/clinical";
import type { Actor } from "../audit/audit.types.ts";
import { appendAudit } from "../audit/audit.writes.ts";
import type { Store } from "../store/store.ts";
import { passkeysOf, recoveryHashes, totpQuery } from "./factors.reads.ts";
import { type SecondFactor, signInsOf } from "./sign-ins.reads.ts";
import { endSignIn, endSignInsOf } from "./sign-ins.writes.ts";

/** Uses up the code of a period: false when that one, or a later one, was accepted before. */
export function spendTotpStep({ writer }: Store, personId: string, step: number): boolean {
  const spent = writer.run(
    writer.change
      .updateTable("two_factors")
      .set({ last_step: step })
      .where("person_id", "=", personId)
      .where("last_step", "<", step),
  );
  return spent > 0;
}

/** Uses up a recovery code, by its hash: false when it is not among those left. */
export function spendRecoveryCode({ writer }: Store, personId: string, hash: string): boolean {
  return writer.actInTime(() => {
    const row = writer.first(
      writer.query
        .selectFrom("two_factors")
        .select("backup_codes")
        .where("person_id", "=", personId)
        .where("verified", "=", 1),
    );
    const left = recoveryHashes(row?.backup_codes ?? null);
    if (!left.includes(hash)) return false;
    saveCodes(
      { writer },
      personId,
      left.filter((code) => code !== hash),
    );
    return true;
  });
}

function saveCodes({ writer }: Pick<Store, "writer">, personId: string, hashes: readonly string[]): void {
  writer.run(
    writer.change
      .updateTable("two_factors")
      .set({ backup_codes: JSON.stringify(hashes) })
      .where("person_id", "=", personId),
  );
}

/** New recovery codes in the place of all earlier ones, by their hashes. */
export function saveRecoveryCodes(
  { writer }: Store,
  actor: Actor,
  { personId, hashes }: { readonly personId: string; readonly hashes: readonly string[] },
  now: Instant,
): void {
  writer.actInTime(() => {
    saveCodes({ writer }, personId, hashes);
    const detail = { personId, change: "recovery_codes_made", codes: hashes.length };
    appendAudit(writer, actor, { event: "second_factor_changed", detail }, now);
  });
}

/**
 * From now on a code is asked for after the password. The sign-in in which it was set up counts as made with one; every
 * other of the person ends, since whoever is in it has shown none.
 */
export function confirmTotp(
  store: Store,
  actor: Actor,
  { personId, hashes }: { readonly personId: string; readonly hashes: readonly string[] },
  now: Instant,
): void {
  const { writer } = store;
  writer.actInTime(() => {
    writer.run(
      writer.change
        .updateTable("two_factors")
        .set({ verified: 1, backup_codes: JSON.stringify(hashes) })
        .where("person_id", "=", personId),
    );
    writer.run(
      writer.change
        .updateTable("people")
        .set({ two_factor_enabled: 1, updated_at: now })
        .where("person_id", "=", personId),
    );
    showedFactor({ writer }, actor.signInId, "totp");
    const given = { personId, except: actor.signInId, cause: "second_factor" } as const;
    const ended = endSignInsOf(store, actor, given, now);
    const detail = { personId, change: "totp_set_up", codes: hashes.length, ended };
    appendAudit(writer, actor, { event: "second_factor_changed", detail }, now);
  });
}

/** Removes the authenticator app and its recovery codes. Sign-ins made with it count as made without a second factor. */
export function removeTotp({ writer }: Store, actor: Actor, personId: string, now: Instant): void {
  writer.actInTime(() => {
    const held = writer.first(totpQuery(writer, personId));
    if (held === undefined) return;
    writer.run(writer.change.deleteFrom("two_factors").where("person_id", "=", personId));
    writer.run(
      writer.change
        .updateTable("people")
        .set({ two_factor_enabled: 0, updated_at: now })
        .where("person_id", "=", personId),
    );
    writer.run(
      writer.change
        .updateTable("sign_ins")
        .set({ second_factor: "none" })
        .where("person_id", "=", personId)
        .where("second_factor", "in", ["totp", "recovery"]),
    );
    const detail = { personId, change: "totp_removed" };
    appendAudit(writer, actor, { event: "second_factor_changed", detail }, now);
  });
}

/** Sign-ins made with a passkey end, but for one's own; that one counts as made without when no passkey is left. */
function endPasskeySignIns(store: Store, actor: Actor, personId: string, now: Instant): void {
  const { writer } = store;
  const own = { ...store, reader: writer };
  for (const signIn of signInsOf(own, personId))
    if (signIn.secondFactor === "passkey" && signIn.signInId !== actor.signInId)
      endSignIn(store, actor, { signIn, cause: "second_factor" }, now);
  if (passkeysOf(own, personId).length > 0) return;
  writer.run(
    writer.change
      .updateTable("sign_ins")
      .set({ second_factor: "none" })
      .where("person_id", "=", personId)
      .where("second_factor", "=", "passkey"),
  );
}

/**
 * Removes a passkey of a person; false when the person has no such passkey. Which passkey a sign-in was made with is not
 * kept, so all that were made with one end.
 */
export function removePasskey(
  store: Store,
  actor: Actor,
  { personId, passkeyId }: { readonly personId: string; readonly passkeyId: string },
  now: Instant,
): boolean {
  const { writer } = store;
  return writer.actInTime(() => {
    const removed = writer.run(
      writer.change
        .deleteFrom("passkeys")
        .where("passkey_id", "=", passkeyId)
        .where("person_id", "=", personId),
    );
    if (removed === 0) return false;
    endPasskeySignIns(store, actor, personId, now);
    const detail = { personId, change: "passkey_removed", passkeyId };
    appendAudit(writer, actor, { event: "second_factor_changed", detail }, now);
    return true;
  });
}

/** The sign-in has shown a second factor since it began. */
export function showedFactor(
  { writer }: Pick<Store, "writer">,
  signInId: string | null,
  factor: SecondFactor,
): void {
  if (signInId === null) return;
  writer.run(
    writer.change.updateTable("sign_ins").set({ second_factor: factor }).where("sign_in_id", "=", signInId),
  );
}
