import { AppError } from "@soundings/api";
import { passwordAgain, SIGN_IN_PATHS, totpCode } from "@soundings/contract";
import { confirmTotp, factorsOf, removeTotp, saveRecoveryCodes } from "@soundings/records";
import type { FastifyInstance } from "fastify";
import { newRecoveryCodes, recoveryHash } from "../codes.ts";
import { checkPasswordAgain, type Desk, DONE, headersOf, inputOf, presentIn } from "../desk.ts";
import { during, onBehalf } from "../during.ts";
import { checkCode, mustHaveShown } from "../factor.ts";
import { actorOf } from "../who.ts";

/** The authenticator app and its recovery codes. */
export function routeFactors(app: FastifyInstance, desk: Desk): void {
  const { auth, secret, services } = desk;
  const { store, now } = services;

  app.post(SIGN_IN_PATHS.totpBegin, async (request) => {
    const present = presentIn(desk, request);
    const { password } = inputOf(passwordAgain, request);
    mustHaveShown(desk, present);
    if (factorsOf(store, present.person.personId).totp) throw new AppError("bad_request");
    await checkPasswordAgain(desk, request, present, password);
    const headers = headersOf(request.headers);
    const begun = await during(onBehalf(request.id, "totp"), () =>
      auth.api.enableTwoFactor({ body: { password, method: "totp" }, headers }),
    );
    if (begun.method !== "totp") throw new AppError("unexpected");
    const key = new URL(begun.totpURI).searchParams.get("secret") ?? "";
    return { uri: begun.totpURI, secret: key };
  });

  app.post(SIGN_IN_PATHS.totpConfirm, async (request) => {
    const present = presentIn(desk, request);
    const { code } = inputOf(totpCode, request);
    const { personId } = present.person;
    mustHaveShown(desk, present);
    await checkCode(desk, request, { personId, method: "set_up", code });
    const codes = newRecoveryCodes();
    const hashes = codes.map((one) => recoveryHash(secret, personId, one));
    confirmTotp(store, actorOf(present, request.id), { personId, hashes }, now());
    return { codes };
  });

  app.post(SIGN_IN_PATHS.totpRemove, async (request) => {
    const present = presentIn(desk, request);
    const { password } = inputOf(passwordAgain, request);
    mustHaveShown(desk, present);
    await checkPasswordAgain(desk, request, present, password);
    removeTotp(store, actorOf(present, request.id), present.person.personId, now());
    return DONE;
  });

  app.post(SIGN_IN_PATHS.recoveryCodes, async (request) => {
    const present = presentIn(desk, request);
    const { password } = inputOf(passwordAgain, request);
    const { personId } = present.person;
    mustHaveShown(desk, present);
    if (!factorsOf(store, personId).totp) throw new AppError("bad_request");
    await checkPasswordAgain(desk, request, present, password);
    const codes = newRecoveryCodes();
    const hashes = codes.map((one) => recoveryHash(secret, personId, one));
    saveRecoveryCodes(store, actorOf(present, request.id), { personId, hashes }, now());
    return { codes };
  });
}
