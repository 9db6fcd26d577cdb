import type { IncomingHttpHeaders } from "node:http";
import { AppError } from "@soundings/api";
import { passwordHashOf } from "@soundings/records";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Auth, type AuthParts, createAuth } from "./auth.ts";
import { createLimits, type Limits } from "./limits.ts";
import { createWho, type Present, type Who } from "./who.ts";

/** Everything that the routes under /auth stand on. */
export interface Desk extends AuthParts {
  readonly auth: Auth;
  readonly limits: Limits;
  readonly who: Who;
  readonly secure: boolean;
}

export function createDesk(parts: AuthParts): Desk {
  const secure = parts.origin.startsWith("https:");
  return {
    ...parts,
    secure,
    auth: createAuth(parts),
    limits: createLimits(parts.services, parts.secret),
    who: createWho(parts.services, parts.secret, secure),
  };
}

/** What the library may know of a request: its cookie, its browser and its origin. */
export function headersOf(headers: IncomingHttpHeaders): Headers {
  const kept = new Headers();
  for (const name of ["cookie", "user-agent", "origin"] as const) {
    const value = headers[name];
    if (value !== undefined) kept.set(name, value);
  }
  return kept;
}

/** A schema of the contract. */
interface Schema<T> {
  safeParse(
    value: unknown,
  ): { readonly success: true; readonly data: T } | { readonly success: false; readonly error: unknown };
}

/** The input of a request. @throws AppError bad_request. */
export function inputOf<T>(schema: Schema<T>, request: FastifyRequest): T {
  const parsed = schema.safeParse(request.body ?? {});
  if (!parsed.success) throw new AppError("bad_request");
  return parsed.data;
}

/** What is told when there is nothing to tell. */
export const DONE = { done: true } as const;

/** Lets the cookies of the library's answer go out with ours. */
export function forward(reply: FastifyReply, response: Response): void {
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header("set-cookie", cookies);
}

/** @throws AppError signed_out */
export function presentIn(desk: Desk, request: FastifyRequest): Present {
  const present = desk.who.of(request.headers.cookie);
  if (present === null) throw new AppError("signed_out");
  return present;
}

/**
 * Checks the password again before something that protects the account is changed. Who has none, because a provider signs
 * the person in, is let through.
 * @throws AppError wrong_credentials, too_many_tries.
 */
export async function checkPasswordAgain(
  { auth, limits, services }: Desk,
  request: FastifyRequest,
  { person }: Present,
  password: string,
): Promise<void> {
  const { personId } = person;
  const hash = passwordHashOf(services.store, personId);
  if (hash === null) return;
  const trying = {
    what: "password",
    limits: limits.again(personId, request.ip),
    personId,
    requestId: request.id,
  } as const;
  const right = await limits.attempt(trying, async () => {
    const context = await auth.$context;
    return (await context.password.verify({ hash, password })) || null;
  });
  if (right === null) throw new AppError("wrong_credentials");
}
