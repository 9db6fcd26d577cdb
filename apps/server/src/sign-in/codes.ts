import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import { sealedName } from "./secret.ts";

const PERIOD_MS = 30_000;
const DIGITS = 6;
/** A clock that is two minutes off still makes codes that are taken. */
const STEPS_OFF = 4;

const RECOVERY_CODES = 10;
/** No letter or digit that is taken for another. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** The code of a period (RFC 6238: HMAC-SHA-1, 30 seconds, 6 digits). */
function codeOf(key: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", key).update(counter).digest();
  const at = (digest.at(-1) ?? 0) & 0x0f;
  const number = digest.readUInt32BE(at) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, "0");
}

function same(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The period whose code it is, within two minutes of now and after the last one that was taken; null for none. */
export function stepOfCode(key: string, code: string, now: string, lastStep: number): number | null {
  const given = code.replace(/\s/g, "");
  const present = Math.floor(Date.parse(now) / PERIOD_MS);
  let found: number | null = null;
  for (let off = -STEPS_OFF; off <= STEPS_OFF; off += 1) {
    const step = present + off;
    if (step > lastStep && found === null && same(codeOf(key, step), given)) found = step;
  }
  return found;
}

/** Ten codes for who has lost the device, shown once. */
export function newRecoveryCodes(): readonly string[] {
  const letters = (many: number) =>
    Array.from({ length: many }, () => LETTERS[randomInt(LETTERS.length)] ?? "").join("");
  return Array.from({ length: RECOVERY_CODES }, () => `${letters(5)}-${letters(5)}`);
}

/** The form in which a recovery code is kept; how it is spaced or written does not matter. */
export function recoveryHash(secret: string, personId: string, code: string): string {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, "");
  return sealedName(secret, `recovery ${personId} ${plain}`);
}
