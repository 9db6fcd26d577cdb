import { z } from "zod";
import { instantOut } from "./dates.ts";
import { emailIn } from "./people.ts";
import { ROLES } from "./permissions.ts";

/**
 * The requests under `/auth`, all JSON. Each answers one of these, or a problem (APP_ERRORS). None says whether an account
 * exists.
 */
export const SIGN_IN_PATHS = {
  /** GET → signInPage */
  page: "/auth/page",
  /** POST signInInput → signInResult */
  signIn: "/auth/sign-in",
  /** POST secondFactorInput → signInResult */
  secondFactor: "/auth/second-factor",
  /** POST {} → WebAuthn request options; then POST {response} → signInResult */
  passkeyOptions: "/auth/passkey/options",
  passkey: "/auth/passkey",
  /** POST {} → done */
  signOut: "/auth/sign-out",
  /** POST {} → stayResult: the person is still there */
  stay: "/auth/stay",
  /** POST linkInput → linkFacts */
  link: "/auth/link",
  /** POST useLinkInput → done; then one signs in */
  useLink: "/auth/link/use",
  /** GET: on to the provider of single sign-on, and back: to /, or /sign-in?problem=provider, or ?step=second-factor */
  provider: "/auth/provider",
  providerCallback: "/auth/provider/callback",
  /** POST passwordInput → done */
  password: "/auth/password",
  /** POST {password} → totpBegun; POST {code} → recoveryCodes; POST {password} → done */
  totpBegin: "/auth/totp/begin",
  totpConfirm: "/auth/totp/confirm",
  totpRemove: "/auth/totp/remove",
  /** POST {password} → recoveryCodes */
  recoveryCodes: "/auth/recovery-codes",
  /**
   * GET → passkeyListing; POST {password} → WebAuthn creation options; POST {name, password, response} → done;
   * POST {passkeyId} → done
   */
  passkeys: "/auth/passkeys",
  passkeyAddOptions: "/auth/passkeys/options",
  passkeyAdd: "/auth/passkeys/add",
  passkeyRemove: "/auth/passkeys/remove",
} as const;

/** Hours after which a sign-in ends in any case. */
export const SIGN_IN_HOURS = 12;

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;
const password = z.string().min(1).max(1_000);

/** What the sign-in page needs before anybody is signed in. */
export const signInPage = z.object({
  purpose: z.enum(["demo", "real"]),
  version: z.string(),
  /** Nobody has an account yet. */
  empty: z.boolean(),
  provider: z.object({ name: z.string() }).nullable(),
  idleMinutes: z.int(),
  /** Only of a demo clinic, whose every person is invented and which listens on loopback only. */
  demoAccounts: z
    .array(z.object({ role: z.enum(ROLES), name: z.string(), email: z.string(), password: z.string() }))
    .readonly(),
});
export type SignInPage = z.infer<typeof signInPage>;

export const signInInput = z.object({ email: emailIn, password });
export const secondFactorInput = z.object({
  method: z.enum(["totp", "recovery"]),
  code: z.string().trim().min(1).max(40),
});
export const signInResult = z.object({ outcome: z.enum(["signed_in", "second_factor"]) });
export type SignInResult = z.infer<typeof signInResult>;
export const stayResult = z.object({ idleEndsAt: instantOut, endsAt: instantOut });
export type StayResult = z.infer<typeof stayResult>;

export const linkInput = z.object({ token: z.string().min(1).max(200) });
export const linkFacts = z.object({
  kind: z.enum(["invite", "reset"]),
  name: z.string(),
  email: z.string(),
  expiresAt: instantOut,
});
export type LinkFacts = z.infer<typeof linkFacts>;
export const useLinkInput = linkInput.extend({ password });
export const passwordInput = z.object({ current: password, next: password });
export const passwordAgain = z.object({ password });
export const totpCode = z.object({ code: z.string().trim().min(1).max(10) });
/** The secret for an authenticator app: as an address to show as a QR code, and as text to type. */
export const totpBegun = z.object({ uri: z.string(), secret: z.string() });
export const recoveryCodes = z.object({ codes: z.array(z.string()).readonly() });
export const passkeyListing = z.object({
  passkeys: z.array(z.object({ passkeyId: z.string(), name: z.string(), addedAt: instantOut })).readonly(),
});
/** What a browser's authenticator answered; the server checks it whole. */
export const passkeyAnswer = z.object({ response: z.record(z.string(), z.unknown()) });
export const passkeyAddInput = passkeyAnswer.extend({ name: z.string().trim().min(1).max(60), password });
export const passkeyRef = z.object({ passkeyId: z.string().min(1).max(64) });
