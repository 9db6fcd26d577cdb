import { AsyncLocalStorage } from "node:async_hooks";
import type { SecondFactor } from "@soundings/records";
import { APIError } from "better-auth/api";

/** How somebody signs in. */
export type Method = "password" | "totp" | "recovery" | "passkey" | "provider";

/** The request on whose behalf the sign-in library acts; it knows none of this itself. */
export interface During {
  readonly method: Method;
  readonly requestId: string;
  /** The person whose second factor is asked for. */
  readonly personId: string | null;
  /** Whether the provider of single sign-on has asked for a second factor. */
  providerAsked: boolean;
  /** The person who has shown a password, or come from a provider, and must show a second factor before a sign-in begins. */
  withheld: string | null;
  /** The person whose sign-in has begun. */
  begun: string | null;
  /** What kept a table from being read or written; the library may take it for a refusal, or for nothing. */
  failed: unknown;
}

const held = new AsyncLocalStorage<During>();

/**
 * Lets the library act on behalf of a request. What could not be stored is thrown here, whatever the library made of it:
 * nobody is told that something is done that is not.
 */
export async function during<T>(request: During, work: () => Promise<T>): Promise<T> {
  const [outcome] = await Promise.allSettled([held.run(request, work)]);
  if (request.failed !== null) throw request.failed;
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}

/** Runs an act on our tables, and notes why it failed when that is no refusal of ours. */
export async function noted<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const request = held.getStore();
    if (request !== undefined && !(error instanceof APIError)) request.failed ??= error;
    throw error;
  }
}

/** @throws Error when the library acts for no request: a fault of the program. */
export function present(): During {
  const request = held.getStore();
  if (request === undefined) throw new Error("the sign-in library acts outside of a request");
  return request;
}

export function onBehalf(requestId: string, method: Method, personId: string | null = null): During {
  return { method, requestId, personId, providerAsked: false, withheld: null, begun: null, failed: null };
}

/** What a way of signing in has shown besides a password. */
export function shownBy({ method, providerAsked }: During): SecondFactor {
  if (method === "password") return "none";
  if (method === "provider") return providerAsked ? "provider" : "none";
  return method;
}
