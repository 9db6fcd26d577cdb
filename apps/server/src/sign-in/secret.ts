import { createHmac, randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CommandError } from "@soundings/api";

const FILE = "sign-in.secret";
const BYTES = 32;
const LEAST_CHARACTERS = 32;

/**
 * The secret that signs cookies and seals the secrets of authenticator apps: a file beside the database and never in it,
 * so that who copies the database alone can forge nothing. Made at the first start. SOUNDINGS_SECRET_FILE may name another.
 * @throws CommandError when the named file cannot be read or holds too little.
 */
export function signInSecret(dataDir: string, named: string | undefined): string {
  const file = named ?? join(dataDir, FILE);
  if (named === undefined && !existsSync(file)) {
    writeFileSync(file, `${randomBytes(BYTES).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
    chmodSync(file, 0o600);
  }
  let text = "";
  try {
    text = readFileSync(file, "utf8").trim();
  } catch (cause) {
    throw new CommandError(
      `The secret of the sign-ins ${file} cannot be read. Nothing was started. Give this account the right to read it, or correct SOUNDINGS_SECRET_FILE.`,
      { cause },
    );
  }
  if (text.length < LEAST_CHARACTERS)
    throw new CommandError(
      `The secret of the sign-ins ${file} is too short. Nothing was started. It needs ${LEAST_CHARACTERS} random characters or more.`,
    );
  return text;
}

/** A value that only this server can compute from the text, for what must be recognized and not be readable. */
export function sealedName(secret: string, text: string): string {
  return createHmac("sha256", secret).update(text).digest("hex");
}
