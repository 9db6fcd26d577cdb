import { AppError } from "@soundings/api";
import { factorsOf, spendRecoveryCode, spendTotpStep, totpOf } from "@soundings/records";
import { symmetricDecrypt } from "better-auth/crypto";
import type { FastifyRequest } from "fastify";
import { recoveryHash, stepOfCode } from "./codes.ts";
import type { Desk } from "./desk.ts";
import type { Present } from "./who.ts";

/** A code that somebody shows. */
interface Shown {
  readonly personId: string;
  /** `set_up`: a first code, before the app counts. */
  readonly method: "totp" | "recovery" | "set_up";
  readonly code: string;
}

async function takeTotp({ auth, services }: Desk, { personId, method, code }: Shown): Promise<true | null> {
  const { store, now } = services;
  const held = totpOf(store, personId);
  if (held === null || held.confirmed === (method === "set_up")) return null;
  const { secretConfig } = await auth.$context;
  const key = await symmetricDecrypt({ key: secretConfig, data: held.secret });
  const step = stepOfCode(key, code, now(), held.lastStep);
  return step !== null && spendTotpStep(store, personId, step) ? true : null;
}

/**
 * Takes a code, which is used up by it.
 * @throws AppError wrong_code, too_many_tries.
 */
export async function checkCode(desk: Desk, request: FastifyRequest, shown: Shown): Promise<void> {
  const { limits, secret, services } = desk;
  const { personId, method, code } = shown;
  const trying = {
    what: "code",
    limits: limits.code(personId, request.ip),
    personId,
    requestId: request.id,
  } as const;
  const taken = await limits.attempt(trying, async () => {
    if (method !== "recovery") return takeTotp(desk, shown);
    return spendRecoveryCode(services.store, personId, recoveryHash(secret, personId, code)) || null;
  });
  if (taken === null) throw new AppError("wrong_code");
}

/**
 * Whoever has a second factor must have shown it before changing any: a stolen password alone must not add the thief's.
 * @throws AppError second_factor_needed
 */
export function mustHaveShown({ services }: Desk, { person, signIn }: Present): void {
  const { totp, passkeys } = factorsOf(services.store, person.personId);
  if (signIn.secondFactor === "none" && (totp || passkeys > 0)) throw new AppError("second_factor_needed");
}
