import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Configuration, Provider } from "oidc-provider";

/** Whom the provider knows, and how it says they have signed in. */
export interface ProviderAccount {
  readonly sub: string;
  readonly email: string;
  readonly verified: boolean;
  readonly amr: readonly string[];
}

export const CLIENT = { id: "soundings", secret: "a-secret-of-the-client-for-tests-only" } as const;

/** A free port: the address that a provider sends people back to must be known before either side starts. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

/** A real OpenID Connect provider on this machine, which signs in `account()` without asking. */
export async function startProvider(
  redirect: string,
  account: () => ProviderAccount,
): Promise<{ readonly issuer: string; readonly server: Server }> {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const configuration: Configuration = {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirect],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: { openid: ["sub", "amr"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, sub) => {
      const { email, verified } = account();
      return {
        accountId: sub,
        claims: async () => ({ sub, email, email_verified: verified, name: "Somebody" }),
      };
    },
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: CLIENT.id,
        accountId: ctx.oidc.session?.accountId ?? "",
      });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
    cookies: { keys: ["a key of a provider that lives for one test"] },
  };
  const provider = new Provider(issuer, configuration);
  const answer = provider.callback();
  const server = createServer(async (request, response) => {
    if (request.url?.startsWith("/interaction/") !== true) return void answer(request, response);
    const { sub, amr } = account();
    await provider.interactionFinished(
      request,
      response,
      { login: { accountId: sub, amr: [...amr], remember: false } },
      { mergeWithLastSubmission: false },
    );
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return { issuer, server };
}
