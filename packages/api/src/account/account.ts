import { ACTIONS, type Me, mayAtAll, SECOND_FACTOR_ROLES } from "@soundings/contract";
import {
  endSignIn,
  endSignInsOf,
  type Factors,
  factorsOf,
  idleMinutesOf,
  type Person,
  type Purpose,
  type SecondFactor,
  type SignIn,
  signInsOf,
} from "@soundings/records";
import { rolesIn } from "../access/scope.ts";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";
import { deviceOf } from "./device.ts";

/** Whether a role of the person reaches so far that a password alone is not enough. In a demo clinic it always is. */
export function mustHaveSecondFactor(person: Person, purpose: Purpose): boolean {
  const needing: readonly string[] = SECOND_FACTOR_ROLES;
  return purpose === "real" && rolesIn(person).some((role) => needing.includes(role));
}

/** Whether a sign-in has shown all that the person's roles ask for. */
export function secondFactorMet(person: Person, purpose: Purpose, shown: SecondFactor): boolean {
  return shown !== "none" || !mustHaveSecondFactor(person, purpose);
}

function factorState(met: boolean, factors: Factors): Me["secondFactor"] {
  if (!met) return "needed";
  return factors.totp || factors.passkeys > 0 ? "set_up" : "none";
}

/** @throws AppError signed_out when the sign-in has ended since the request came in. */
function ownSignIn({ store, person, actor }: Asked): SignIn {
  const found = signInsOf(store, person.personId).find(({ signInId }) => signInId === actor.signInId);
  if (found === undefined) throw new AppError("signed_out");
  return found;
}

/** Whoever is signed in: what every page needs to know of them. */
export function readMe(asked: Asked): Me {
  const { store, person, signedIn } = asked;
  const factors = factorsOf(store, person.personId);
  const roles = rolesIn(person);
  return {
    personId: person.personId,
    name: person.name,
    email: person.email,
    staffId: person.staffId,
    roles: person.roles,
    actions: ACTIONS.filter((action) => mayAtAll(action, roles)),
    secondFactor: factorState(signedIn?.secondFactorMet === true, factors),
    authenticatorApp: factors.totp,
    passkeys: factors.passkeys,
    recoveryCodesLeft: factors.recoveryCodesLeft,
    idleMinutes: idleMinutesOf(store),
    endsAt: ownSignIn(asked).endsAt,
  };
}

/** The sign-ins of the person who asks, the latest first. */
export function readSignIns({ store, person, actor }: Asked) {
  return {
    signIns: signInsOf(store, person.personId).map((signIn) => ({
      signInId: signIn.signInId,
      current: signIn.signInId === actor.signInId,
      startedAt: signIn.startedAt,
      lastActiveAt: signIn.lastActiveAt,
      device: deviceOf(signIn.userAgent),
    })),
  };
}

/**
 * Ends one other sign-in of the person who asks.
 * @throws AppError no_such_entry: there is none, or it is somebody else's.
 */
export async function endOwnSignIn({ store, person, actor, now }: Asked, signInId: string) {
  const signIn = signInsOf(store, person.personId).find((one) => one.signInId === signInId);
  if (signIn === undefined) throw new AppError("no_such_entry");
  endSignIn(store, actor, { signIn, cause: "signed_out_elsewhere" }, now());
  return { done: true as const };
}

/** Ends every sign-in of the person who asks but the one in use. */
export async function endOtherSignIns({ store, person, actor, now }: Asked) {
  const { personId } = person;
  endSignInsOf(store, actor, { personId, except: actor.signInId, cause: "signed_out_elsewhere" }, now());
  return { done: true as const };
}
