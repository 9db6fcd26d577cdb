import type { GenericOAuthConfig } from "better-auth/plugins/generic-oauth";
import { present } from "./during.ts";
import type { ProviderSettings } from "./settings.ts";

export const PROVIDER_ID = "provider";

/** What an ID token says of how its person signed in (RFC 8176); none when it does not say. */
function methodsOf(idToken: string | undefined): readonly unknown[] {
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(idToken?.split(".")[1] ?? "", "base64url").toString("utf8"),
    );
    const amr = typeof claims === "object" && claims !== null && "amr" in claims ? claims.amr : [];
    return Array.isArray(amr) ? amr : [];
  } catch {
    return [];
  }
}

/**
 * Discovery, PKCE, state and nonce, and a verified ID token. Nobody is created: whoever comes from the provider is somebody
 * who was invited, found by a verified e-mail address once and by the provider's id from then on.
 */
export function providerConfig(settings: ProviderSettings, origin: string): GenericOAuthConfig {
  const { issuer, clientId, clientSecret, name, secondFactor } = settings;
  return {
    providerId: PROVIDER_ID,
    name,
    discoveryUrl: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    requireIdTokenVerification: true,
    clientId,
    ...(clientSecret === null ? { tokenEndpointAuth: { method: "none" } } : { clientSecret }),
    scopes: ["openid", "email", "profile"],
    pkce: true,
    disableSignUp: true,
    redirectURI: `${origin}/auth/provider/callback`,
    accountSubject: ({ tokens, profile }) => {
      // The library has verified the token by now; see requireIdTokenVerification.
      const asked = secondFactor === "provider" || methodsOf(tokens.idToken).includes("mfa");
      present().providerAsked = asked;
      return String(profile.sub ?? "");
    },
  };
}
