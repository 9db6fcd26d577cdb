import { passkey } from "@better-auth/passkey";
import type { Services } from "@soundings/api";
import { SIGN_IN_HOURS } from "@soundings/contract";
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { twoFactor } from "better-auth/plugins/two-factor";
import { signInTables } from "./adapter.ts";
import { challenge } from "./challenge.ts";
import { cookiePrefix } from "./cookie.ts";
import { PROVIDER_ID, providerConfig } from "./provider.ts";
import type { SignInSettings } from "./settings.ts";
import { TABLES } from "./tables.ts";
import { uuidNow } from "./uuid.ts";

const NAME = "Soundings";
const ABSOLUTE_SECONDS = SIGN_IN_HOURS * 3_600;

/** What the sign-in library is set up from. */
export interface AuthParts {
  readonly services: Services;
  readonly settings: SignInSettings;
  readonly secret: string;
  /** The origin under which people open Soundings, such as `http://localhost:4280`. */
  readonly origin: string;
}

/** The sign-in library over our own tables. Its own addresses are not served: routes call it. */
export function createAuth({ services, settings, secret, origin }: AuthParts) {
  const secure = origin.startsWith("https:");
  const { provider } = settings;
  return betterAuth({
    appName: NAME,
    baseURL: origin,
    basePath: "/auth",
    secret,
    database: signInTables(services, () => uuidNow(services.now)),
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1, maxPasswordLength: 1_000 },
    user: TABLES.user,
    session: {
      ...TABLES.session,
      expiresIn: ABSOLUTE_SECONDS,
      disableSessionRefresh: true,
      freshAge: 0,
    },
    account: {
      ...TABLES.account,
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, trustedProviders: [], requireLocalEmailVerified: false },
    },
    verification: TABLES.verification,
    onAPIError: { errorURL: `${origin}/sign-in?problem=provider` },
    plugins: [
      twoFactor({ issuer: NAME, schema: TABLES.twoFactor, allowPasswordless: true }),
      passkey({
        rpName: NAME,
        schema: TABLES.passkey,
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        registration: {
          afterVerification: async ({ verification }) => verified(verification.registrationInfo),
        },
        authentication: {
          afterVerification: async ({ verification }) => verified(verification.authenticationInfo),
        },
      }),
      challenge(),
      genericOAuth({ config: provider === null ? [] : [providerConfig(provider, origin)] }),
    ],
    advanced: {
      useSecureCookies: false,
      cookiePrefix: cookiePrefix(secure),
      defaultCookieAttributes: { httpOnly: true, sameSite: "strict", secure, path: "/" },
      // A provider sends the browser back from another site: only the cookie of that one step may travel along.
      cookies: { state: { attributes: { sameSite: "lax" } }, [PROVIDER_ID]: {} },
      ipAddress: { disableIpTracking: true },
    },
  });
}

/** A passkey stands for two factors only when its device has made sure who holds it. */
function verified(info: { readonly userVerified: boolean } | undefined): undefined {
  if (info?.userVerified !== true) throw new APIError("UNAUTHORIZED", { code: "NOT_VERIFIED" });
  return undefined;
}

export type Auth = ReturnType<typeof createAuth>;
