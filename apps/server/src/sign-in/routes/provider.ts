import { AppError } from "@soundings/api";
import { SIGN_IN_PATHS } from "@soundings/contract";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { cookiePrefix, stateOf } from "../cookie.ts";
import { type Desk, headersOf } from "../desk.ts";
import { during, onBehalf } from "../during.ts";
import { PROVIDER_ID } from "../provider.ts";
import { arrive } from "./entry.ts";

const FAILED = "/sign-in?problem=provider";
const SECOND_FACTOR = "/sign-in?step=second-factor";

function textOf(query: unknown): Record<string, string> {
  const entries = typeof query === "object" && query !== null ? Object.entries(query) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function cookies(reply: FastifyReply, responses: readonly Response[], without: string | null): void {
  const all = responses.flatMap((response) => response.headers.getSetCookie());
  const kept = without === null ? all : all.filter((cookie) => !cookie.startsWith(`${without}=`));
  if (kept.length > 0) reply.header("set-cookie", kept);
}

/** Another site's page may ask for these addresses as for a picture: that is nobody's sign-in. */
function isPageOpened({ headers }: FastifyRequest): boolean {
  const kind = headers["sec-fetch-dest"];
  return kind === undefined || kind === "document";
}

/** Single sign-on: to the provider, and back with its answer. */
export function routeProvider(app: FastifyInstance, desk: Desk): void {
  const { auth, limits, origin, secure, settings } = desk;
  if (settings.provider === null) return;

  app.get(SIGN_IN_PATHS.provider, async (request, reply) => {
    if (!isPageOpened(request)) return reply.redirect(FAILED);
    limits.begin(request.ip);
    const body = {
      provider: PROVIDER_ID,
      callbackURL: `${origin}/`,
      errorCallbackURL: `${origin}${FAILED}`,
      disableRedirect: true,
    };
    const answer = await during(onBehalf(request.id, "provider"), () =>
      auth.api.signInSocial({ body, headers: headersOf(request.headers), asResponse: true }),
    );
    if (!answer.ok) return reply.redirect(FAILED);
    const { url } = (await answer.json()) as { url?: unknown };
    if (typeof url !== "string") throw new AppError("unexpected");
    cookies(reply, [answer], null);
    return reply.redirect(url);
  });

  app.get(SIGN_IN_PATHS.providerCallback, async (request, reply) => {
    const query = textOf(request.query);
    const state = stateOf(request.headers.cookie, desk);
    // Anybody can open this address in somebody's browser. Only an answer that this browser waits for is a try.
    if (state === null || query.state !== state || !isPageOpened(request)) return reply.redirect(FAILED);
    const asked = onBehalf(request.id, "provider");
    const headers = headersOf(request.headers);
    const trying = {
      what: "provider",
      limits: limits.address("provider", request.ip),
      personId: null,
      requestId: request.id,
    } as const;
    const answer = await limits.attempt(trying, async () => {
      const response = await during(asked, () =>
        auth.api.callbackOAuth({
          params: { id: PROVIDER_ID },
          query,
          headers,
          method: "GET",
          asResponse: true,
        }),
      );
      return response.headers.get("location") === `${origin}/` ? response : null;
    });
    if (answer === null) return reply.redirect(FAILED);
    arrive(desk, request, asked);
    if (asked.withheld === null) {
      cookies(reply, [answer], null);
      return reply.redirect("/");
    }
    const waiting = await during(asked, () => auth.api.beginChallenge({ headers, asResponse: true }));
    cookies(reply, [answer, waiting], `${cookiePrefix(secure)}.session_token`);
    return reply.redirect(SECOND_FACTOR);
  });
}
