import type { Instant } from "@soundings/clinical";
import type { Actor } from "../audit/audit.types.ts";
import { appendAudit } from "../audit/audit.writes.ts";
import type { Store } from "../store/store.ts";
import { asSignIn, everySignInQuery, ranOut, type SignIn, signInsOf } from "./sign-ins.reads.ts";

/** Why a sign-in ends: the person left, time ran out, an administrator ended it, or something happened to the account. */
export type SignInEnd =
  | "signed_out"
  | "signed_out_elsewhere"
  | "idle"
  | "absolute"
  | "administrator"
  | "disabled"
  | "address"
  | "second_factor"
  | "password"
  | "link";

/** The person did something: the time until the idle end starts anew. */
export function touchSignIn({ writer }: Store, signInId: string, now: Instant): void {
  writer.run(
    writer.change.updateTable("sign_ins").set({ last_active_at: now }).where("sign_in_id", "=", signInId),
  );
}

/** Ends one sign-in, entered in the audit. Answers false, and enters nothing, when it has ended already. */
export function endSignIn(
  { writer }: Store,
  actor: Actor,
  { signIn, cause }: { readonly signIn: SignIn; readonly cause: SignInEnd },
  now: Instant,
): boolean {
  return writer.actInTime(() => {
    const ended = writer.run(writer.change.deleteFrom("sign_ins").where("sign_in_id", "=", signIn.signInId));
    if (ended === 0) return false;
    const event = cause === "signed_out" ? "signed_out" : "sign_in_ended";
    const detail = { signInId: signIn.signInId, personId: signIn.personId, cause };
    appendAudit(writer, actor, { event, detail }, now);
    return true;
  });
}

/** Ends every sign-in of a person but one, each entered in the audit; answers how many. */
export function endSignInsOf(
  store: Store,
  actor: Actor,
  {
    personId,
    except,
    cause,
  }: { readonly personId: string; readonly except: string | null; readonly cause: SignInEnd },
  now: Instant,
): number {
  return store.writer.actInTime(() => {
    const others = signInsOf({ ...store, reader: store.writer }, personId).filter(
      (signIn) => signIn.signInId !== except,
    );
    for (const signIn of others) endSignIn(store, actor, { signIn, cause }, now);
    return others.length;
  });
}

/** Ends the sign-ins whose time has run out, each entered in the audit with its cause; answers how many. */
export function endRunOut(store: Store, actor: Actor, idleMinutes: number, now: Instant): number {
  const { reader, writer } = store;
  const over = reader.all(everySignInQuery(reader)).map(asSignIn);
  const causes = over.map((signIn) => ({ signIn, cause: ranOut(signIn, idleMinutes, now) }));
  let ended = 0;
  // What was begun and not gone through with, such as an answer of an authenticator that never came.
  writer.run(writer.change.deleteFrom("verifications").where("expires_at", "<", now));
  writer.actInTime(() => {
    for (const { signIn, cause } of causes)
      if (cause !== null && endSignIn(store, actor, { signIn, cause }, now)) ended += 1;
  });
  return ended;
}
