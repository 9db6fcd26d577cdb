import { AppError } from "@soundings/api";
import {
  passkeyAddInput,
  passkeyAnswer,
  passkeyRef,
  passwordAgain,
  SIGN_IN_PATHS,
  type SignInResult,
} from "@soundings/contract";
import { endSignInsOf, passkeysOf, removePasskey, showedFactor } from "@soundings/records";
import type { FastifyInstance } from "fastify";
import { checkPasswordAgain, type Desk, DONE, forward, headersOf, inputOf, presentIn } from "../desk.ts";
import { during, onBehalf } from "../during.ts";
import { mustHaveShown } from "../factor.ts";
import { actorOf } from "../who.ts";
import { arrive } from "./entry.ts";

/** Passkeys: sign in with one, which counts as two factors, and keep one's own. */
export function routePasskeys(app: FastifyInstance, desk: Desk): void {
  const { auth, limits, services } = desk;
  const { store, now } = services;

  app.post(SIGN_IN_PATHS.passkeyOptions, async (request, reply) => {
    limits.begin(request.ip);
    // Without the cookie: which passkeys somebody has is not told before one of them has answered.
    const answer = await during(onBehalf(request.id, "passkey"), () =>
      auth.api.generatePasskeyAuthenticationOptions({ headers: new Headers(), asResponse: true }),
    );
    forward(reply, answer);
    const options = (await answer.json()) as Record<string, unknown>;
    return { ...options, userVerification: "required" };
  });

  app.post(SIGN_IN_PATHS.passkey, async (request, reply): Promise<SignInResult> => {
    const { response } = inputOf(passkeyAnswer, request);
    const trying = {
      what: "passkey",
      limits: limits.address("passkey", request.ip),
      personId: null,
      requestId: request.id,
    } as const;
    const headers = headersOf(request.headers);
    const asked = onBehalf(request.id, "passkey");
    const answer = await limits.attempt(trying, async () => {
      const done = await during(asked, () =>
        auth.api.verifyPasskeyAuthentication({
          // The library checks the answer field by field; the contract says only that it is one.
          body: { response: response as never },
          headers,
          asResponse: true,
        }),
      );
      return done.ok ? done : null;
    });
    if (answer === null) throw new AppError("wrong_credentials");
    arrive(desk, request, asked);
    forward(reply, answer);
    return { outcome: "signed_in" };
  });

  app.get(SIGN_IN_PATHS.passkeys, async (request) => {
    const { person } = presentIn(desk, request);
    return { passkeys: passkeysOf(store, person.personId) };
  });

  app.post(SIGN_IN_PATHS.passkeyAddOptions, async (request, reply) => {
    const present = presentIn(desk, request);
    const { password } = inputOf(passwordAgain, request);
    mustHaveShown(desk, present);
    await checkPasswordAgain(desk, request, present, password);
    const headers = headersOf(request.headers);
    const answer = await during(onBehalf(request.id, "passkey"), () =>
      auth.api.generatePasskeyRegistrationOptions({ headers, query: {}, asResponse: true }),
    );
    if (!answer.ok) throw new AppError("signed_out");
    forward(reply, answer);
    return answer.json();
  });

  app.post(SIGN_IN_PATHS.passkeyAdd, async (request, reply) => {
    const present = presentIn(desk, request);
    const { name, password, response } = inputOf(passkeyAddInput, request);
    mustHaveShown(desk, present);
    await checkPasswordAgain(desk, request, present, password);
    const headers = headersOf(request.headers);
    const answer = await during(onBehalf(request.id, "passkey"), () =>
      auth.api.verifyPasskeyRegistration({ body: { response, name }, headers, asResponse: true }),
    );
    if (!answer.ok) throw new AppError("bad_request");
    forward(reply, answer);
    store.writer.actInTime(() => {
      const { signInId, secondFactor } = present.signIn;
      if (secondFactor === "none") showedFactor(store, signInId, "passkey");
      const { personId } = present.person;
      const others = { personId, except: signInId, cause: "second_factor" } as const;
      endSignInsOf(store, actorOf(present, request.id), others, now());
    });
    return DONE;
  });

  app.post(SIGN_IN_PATHS.passkeyRemove, async (request) => {
    const present = presentIn(desk, request);
    const { passkeyId } = inputOf(passkeyRef, request);
    const { personId } = present.person;
    mustHaveShown(desk, present);
    if (!removePasskey(store, actorOf(present, request.id), { personId, passkeyId }, now()))
      throw new AppError("no_such_entry");
    return DONE;
  });
}
