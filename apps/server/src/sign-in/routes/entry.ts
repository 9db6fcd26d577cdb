import { AppError, untilFree } from "@soundings/api";
import {
  SIGN_IN_PATHS,
  type SignInPage,
  type SignInResult,
  type StayResult,
  secondFactorInput,
  signInInput,
} from "@soundings/contract";
import {
  endSignIn,
  hasNoPeople,
  idleEndOf,
  idleMinutesOf,
  personByEmail,
  siteOf,
  touchSignIn,
} from "@soundings/records";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { demoAccounts } from "../../demo/accounts.ts";
import { type Desk, DONE, forward, headersOf, inputOf, presentIn } from "../desk.ts";
import { type During, during, onBehalf } from "../during.ts";
import { checkCode } from "../factor.ts";
import { actorOf } from "../who.ts";

function pageOf({ services, settings }: Desk): SignInPage {
  const { store, version } = services;
  const { purpose } = siteOf(store);
  return {
    purpose,
    version,
    empty: hasNoPeople(store),
    provider: settings.provider === null ? null : { name: settings.provider.name },
    idleMinutes: idleMinutesOf(store),
    demoAccounts: purpose === "demo" ? demoAccounts(store, services.now()) : [],
  };
}

/** Whoever signs in anew in a browser has left what was signed in there before. */
function leaveEarlier({ who, services }: Desk, request: FastifyRequest): void {
  const earlier = who.of(request.headers.cookie);
  if (earlier === null) return;
  const cause = { signIn: earlier.signIn, cause: "signed_out" } as const;
  endSignIn(services.store, actorOf(earlier, request.id), cause, services.now());
}

/** What follows a way in that was right. */
export function arrive(desk: Desk, request: FastifyRequest, { begun }: During): void {
  leaveEarlier(desk, request);
  if (begun !== null) desk.limits.welcome(begun, request.ip);
}

/** Signing in with a password and a code, staying, and leaving. */
export function routeEntry(app: FastifyInstance, desk: Desk): void {
  const { auth, limits, services } = desk;
  const { store, now } = services;

  app.get(SIGN_IN_PATHS.page, async () => pageOf(desk));

  app.post(SIGN_IN_PATHS.signIn, async (request, reply): Promise<SignInResult> => {
    const { email, password } = inputOf(signInInput, request);
    const personId = personByEmail(store, email);
    const asked = onBehalf(request.id, "password");
    const trying = {
      what: "password",
      limits: limits.password(email, personId, request.ip),
      personId,
      requestId: request.id,
    } as const;
    const answer = await limits.attempt(trying, async () => {
      const given = { body: { email, password }, headers: headersOf(request.headers) };
      const response = await during(asked, () => auth.api.signInEmail({ ...given, asResponse: true }));
      return response.ok ? response : null;
    });
    if (answer === null) throw new AppError("wrong_credentials");
    arrive(desk, request, asked);
    forward(reply, answer);
    return { outcome: asked.withheld === null ? "signed_in" : "second_factor" };
  });

  app.post(SIGN_IN_PATHS.secondFactor, async (request, reply): Promise<SignInResult> => {
    const { method, code } = inputOf(secondFactorInput, request);
    const headers = headersOf(request.headers);
    const { personId } = await during(onBehalf(request.id, method), () => auth.api.awaited({ headers }));
    if (personId === null) throw new AppError("signed_out");
    await checkCode(desk, request, { personId, method, code });
    const asked = onBehalf(request.id, method, personId);
    const answer = await during(asked, () => auth.api.endChallenge({ headers, asResponse: true }));
    if (!answer.ok) throw new AppError("signed_out");
    arrive(desk, request, asked);
    forward(reply, answer);
    return { outcome: "signed_in" };
  });

  app.post(SIGN_IN_PATHS.stay, async (request): Promise<StayResult> => {
    const { signIn } = presentIn(desk, request);
    touchSignIn(store, signIn.signInId, now());
    const idleEndsAt = idleEndOf({ ...signIn, lastActiveAt: now() }, idleMinutesOf(store));
    return { idleEndsAt, endsAt: signIn.endsAt };
  });

  app.post(SIGN_IN_PATHS.signOut, async (request, reply) => {
    // The browser forgets its cookie whatever comes of it; the library, without the cookie, ends nothing.
    const cleared = await during(onBehalf(request.id, "password"), () =>
      auth.api.signOut({ headers: new Headers(), asResponse: true }),
    );
    forward(reply, cleared);
    await untilFree(store.writer);
    leaveEarlier(desk, request);
    return DONE;
  });
}
