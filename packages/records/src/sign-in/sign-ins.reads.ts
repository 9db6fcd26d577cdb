import { type Instant, instantFromMs, instantToMs } from "@soundings/clinical";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import type { SignInTable } from "./sign-in.table.ts";

/** What was shown besides a password; `provider`: the provider of single sign-on has asked for it. */
export type SecondFactor = SignInTable["second_factor"];

/** One sign-in of a person, from a browser. */
export interface SignIn {
  readonly signInId: string;
  readonly personId: string;
  readonly secondFactor: SecondFactor;
  readonly startedAt: Instant;
  /** When the person last did something; what a page does by itself does not count. */
  readonly lastActiveAt: Instant;
  /** When it ends in any case. */
  readonly endsAt: Instant;
  /** What the browser says of itself. */
  readonly userAgent: string | null;
}

const COLUMNS = [
  "s.sign_in_id",
  "s.person_id",
  "s.second_factor",
  "s.created_at",
  "s.last_active_at",
  "s.expires_at",
  "s.user_agent",
] as const;

export function signInQuery(connection: ReadConnection, token: string) {
  return connection.query.selectFrom("sign_ins as s").select(COLUMNS).where("s.token", "=", token);
}

export function signInsQuery(connection: ReadConnection, personId: string) {
  return connection.query
    .selectFrom("sign_ins as s")
    .select(COLUMNS)
    .where("s.person_id", "=", personId)
    .orderBy("s.created_at", "desc");
}

export function everySignInQuery(connection: ReadConnection) {
  return connection.query.selectFrom("sign_ins as s").select(COLUMNS);
}

type Row = Pick<
  SignInTable,
  "sign_in_id" | "person_id" | "second_factor" | "created_at" | "last_active_at" | "expires_at" | "user_agent"
>;

export function asSignIn(row: Row): SignIn {
  return {
    signInId: row.sign_in_id,
    personId: row.person_id,
    secondFactor: row.second_factor,
    startedAt: row.created_at,
    lastActiveAt: row.last_active_at,
    endsAt: row.expires_at,
    userAgent: row.user_agent,
  };
}

/** The sign-in of a token, null when there is none; it may have run out (see `endOf`). */
export function readSignIn({ reader }: ReadStore, token: string): SignIn | null {
  const row = reader.first(signInQuery(reader, token));
  return row === undefined ? null : asSignIn(row);
}

/** Every sign-in of a person, the latest first. */
export function signInsOf({ reader }: ReadStore, personId: string): readonly SignIn[] {
  return reader.all(signInsQuery(reader, personId)).map(asSignIn);
}

/** When a sign-in ends if nobody does anything: the earlier of its idle end and its end in any case. */
export function idleEndOf(signIn: SignIn, idleMinutes: number): Instant {
  return instantFromMs(instantToMs(signIn.lastActiveAt) + idleMinutes * 60_000);
}

/** Why a sign-in has run out by now; null while it stands. */
export function ranOut(signIn: SignIn, idleMinutes: number, now: Instant): "idle" | "absolute" | null {
  const moment = instantToMs(now);
  if (moment >= instantToMs(signIn.endsAt)) return "absolute";
  return moment >= instantToMs(idleEndOf(signIn, idleMinutes)) ? "idle" : null;
}
