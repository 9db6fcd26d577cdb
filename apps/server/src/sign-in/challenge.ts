import { APIError, createAuthEndpoint } from "better-auth/api";
import { expireCookie, setSessionCookie } from "better-auth/cookies";
import { generateRandomString } from "better-auth/crypto";
import type { BetterAuthPlugin } from "better-auth/types";
import { present } from "./during.ts";

/** The library's own name for the cookie of somebody who has shown a password and owes a code. */
const COOKIE = "two_factor";
const LASTS_SECONDS = 600;
const OPTIONS = { method: "POST" } as const;

/** Begins the wait for a second factor, also after a sign-in at a provider, where the library has no such step. */
const beginChallenge = createAuthEndpoint.serverOnly(OPTIONS, async (ctx) => {
  const { withheld } = present();
  if (withheld === null) throw new APIError("UNAUTHORIZED");
  const identifier = `2fa-${generateRandomString(32)}`;
  await ctx.context.internalAdapter.createVerificationValue({
    identifier,
    value: withheld,
    expiresAt: new Date(Date.now() + LASTS_SECONDS * 1_000),
  });
  const cookie = ctx.context.createAuthCookie(COOKIE, { maxAge: LASTS_SECONDS });
  await ctx.setSignedCookie(cookie.name, identifier, ctx.context.secret, cookie.attributes);
  return ctx.json({ begun: true });
});

/** Who is waited for; null when nobody is, or not any more. */
const awaited = createAuthEndpoint.serverOnly({ ...OPTIONS, requireHeaders: true }, async (ctx) => {
  const cookie = ctx.context.createAuthCookie(COOKIE);
  const identifier = await ctx.getSignedCookie(cookie.name, ctx.context.secret);
  if (!identifier) return { personId: null };
  const found = await ctx.context.internalAdapter.findVerificationValue(identifier);
  return { personId: found === null ? null : found.value };
});

/** Ends the wait and begins the sign-in. Whoever calls it has checked the second factor of this very person. */
const endChallenge = createAuthEndpoint.serverOnly({ ...OPTIONS, requireHeaders: true }, async (ctx) => {
  const cookie = ctx.context.createAuthCookie(COOKIE);
  const identifier = await ctx.getSignedCookie(cookie.name, ctx.context.secret);
  const consumed = identifier ? await ctx.context.internalAdapter.consumeVerificationValue(identifier) : null;
  if (consumed === null || consumed.value !== present().personId) throw new APIError("UNAUTHORIZED");
  const user = await ctx.context.internalAdapter.findUserById(consumed.value);
  if (user === null) throw new APIError("UNAUTHORIZED");
  const session = await ctx.context.internalAdapter.createSession(user.id);
  await setSessionCookie(ctx, { session, user });
  expireCookie(ctx, cookie);
  return ctx.json({ begun: true });
});

/** The step between a password and a sign-in. */
export function challenge() {
  return {
    id: "soundings-challenge",
    endpoints: { beginChallenge, awaited, endChallenge },
  } satisfies BetterAuthPlugin;
}
