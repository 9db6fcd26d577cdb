import { AppError } from "@soundings/api";
import { type LinkFacts, linkInput, passwordInput, SIGN_IN_PATHS, useLinkInput } from "@soundings/contract";
import { changePassword, hashOfSecret, readPerson, spendLink, usableLink } from "@soundings/records";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { checkPasswordAgain, type Desk, DONE, inputOf, presentIn } from "../desk.ts";
import { mustHaveShown } from "../factor.ts";
import { clinicWords, isStrong } from "../strength.ts";
import { actorOf } from "../who.ts";

/** What a link is for. @throws AppError link_unusable, too_many_tries. */
async function factsOf(
  { limits, services }: Desk,
  request: FastifyRequest,
  token: string,
): Promise<LinkFacts> {
  const { store, now } = services;
  const trying = {
    what: "link",
    limits: limits.link(request.ip),
    personId: null,
    requestId: request.id,
  } as const;
  const found = await limits.attempt(trying, async () => {
    const link = usableLink(store, hashOfSecret(token), now());
    const person = link === null ? null : readPerson(store, link.personId);
    return link === null || person === null ? null : { link, person };
  });
  if (found === null) throw new AppError("link_unusable");
  const { link, person } = found;
  return { kind: link.kind, name: person.name, email: person.email, expiresAt: link.expiresAt };
}

/** One-time links, and a new password. */
export function routeLinks(app: FastifyInstance, desk: Desk): void {
  const { auth, limits, services } = desk;
  const { store, now } = services;

  app.post(SIGN_IN_PATHS.link, (request) => factsOf(desk, request, inputOf(linkInput, request).token));

  app.post(SIGN_IN_PATHS.useLink, async (request) => {
    const { token, password } = inputOf(useLinkInput, request);
    const { name, email } = await factsOf(desk, request, token);
    if (!(await isStrong(password, { name, email, clinic: clinicWords(store) })))
      throw new AppError("weak_password");
    const hash = await (await auth.$context).password.hash(password);
    const actor = { personId: null, name, signInId: null, requestId: request.id };
    const spent = store.writer.actInTime(() => {
      const personId = spendLink(store, { actor, secretHash: hashOfSecret(token), hash }, now());
      if (personId !== null) limits.forgive(email, personId);
      return personId;
    });
    if (spent === null) throw new AppError("link_unusable");
    return DONE;
  });

  app.post(SIGN_IN_PATHS.password, async (request) => {
    const present = presentIn(desk, request);
    const { current, next } = inputOf(passwordInput, request);
    mustHaveShown(desk, present);
    await checkPasswordAgain(desk, request, present, current);
    if (!(await isStrong(next, { ...present.person, clinic: clinicWords(store) })))
      throw new AppError("weak_password");
    const hash = await (await auth.$context).password.hash(next);
    const { personId } = present.person;
    changePassword(store, actorOf(present, request.id), { personId, hash }, now());
    return DONE;
  });
}
