import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import {
  done,
  linkFacts,
  type ProblemData,
  passkeyListing,
  problemData,
  recoveryCodes,
  SIGN_IN_PATHS,
  signInPage,
  signInResult,
  stayResult,
  totpBegun,
} from "@soundings/contract";
import { z } from "zod";

/** A refusal, with what `problemOf` reads. Without data the server was not reached or did not answer in its own words. */
class AuthProblem extends Error {
  readonly data: ProblemData | null;
  constructor(data: ProblemData | null) {
    super(data?.code ?? "unreachable");
    this.name = "AuthProblem";
    this.data = data;
  }
}

async function jsonOf(reply: Response): Promise<unknown> {
  try {
    return await reply.json();
  } catch {
    return null;
  }
}

interface Answer<Value> {
  readonly value: Value;
  /** The server's clock when it answered, in milliseconds; null when it did not say. */
  readonly at: number | null;
}

async function ask<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  body?: unknown,
): Promise<Answer<z.output<Schema>>> {
  const sent: RequestInit =
    body === undefined
      ? { method: "GET" }
      : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const reply = await fetch(path, { ...sent, cache: "no-store", credentials: "same-origin" });
  const text = await jsonOf(reply);
  if (!reply.ok) throw new AuthProblem(problemData.safeParse(text).data ?? null);
  const parsed = schema.safeParse(text);
  if (!parsed.success) throw new AuthProblem(null);
  const at = Date.parse(reply.headers.get("date") ?? "");
  return { value: parsed.data, at: Number.isNaN(at) ? null : at };
}

const isWithChallenge = (value: unknown) =>
  typeof value === "object" && value !== null && "challenge" in value && typeof value.challenge === "string";
const requestOptions = z.custom<PublicKeyCredentialRequestOptionsJSON>(isWithChallenge);
const creationOptions = z.custom<PublicKeyCredentialCreationOptionsJSON>(isWithChallenge);

const at = SIGN_IN_PATHS;

/** The requests under `/auth`, each with its answer checked. All throw AuthProblem, or TypeError when there is no answer. */
export const auth = {
  page: async () => (await ask(at.page, signInPage)).value,
  signIn: async (email: string, password: string) =>
    (await ask(at.signIn, signInResult, { email, password })).value,
  secondFactor: async (method: "totp" | "recovery", code: string) =>
    (await ask(at.secondFactor, signInResult, { method, code })).value,
  passkeyOptions: async () => (await ask(at.passkeyOptions, requestOptions, {})).value,
  passkey: async (response: object) => (await ask(at.passkey, signInResult, { response })).value,
  signOut: async () => (await ask(at.signOut, done, {})).value,
  /** With the moment of the answer, against which its times are read: this machine's clock may be wrong. */
  stay: () => ask(at.stay, stayResult, {}),
  link: async (token: string) => (await ask(at.link, linkFacts, { token })).value,
  useLink: async (token: string, password: string) =>
    (await ask(at.useLink, done, { token, password })).value,
  changePassword: async (current: string, next: string) =>
    (await ask(at.password, done, { current, next })).value,
  totpBegin: async (password: string) => (await ask(at.totpBegin, totpBegun, { password })).value,
  totpConfirm: async (code: string) => (await ask(at.totpConfirm, recoveryCodes, { code })).value,
  totpRemove: async (password: string) => (await ask(at.totpRemove, done, { password })).value,
  newRecoveryCodes: async (password: string) =>
    (await ask(at.recoveryCodes, recoveryCodes, { password })).value,
  passkeys: async () => (await ask(at.passkeys, passkeyListing)).value,
  passkeyAddOptions: async (password: string) =>
    (await ask(at.passkeyAddOptions, creationOptions, { password })).value,
  passkeyAdd: async (given: { readonly name: string; readonly password: string }, response: object) =>
    (await ask(at.passkeyAdd, done, { ...given, response })).value,
  passkeyRemove: async (passkeyId: string) => (await ask(at.passkeyRemove, done, { passkeyId })).value,
};

/** Whether a failure is the server's refusal with this code. */
export function isRefusal(error: unknown, code: ProblemData["code"]): boolean {
  if (typeof error !== "object" || error === null || !("data" in error)) return false;
  return problemData.safeParse(error.data).data?.code === code;
}
