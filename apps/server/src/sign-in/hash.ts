import { hashPassword as hash } from "better-auth/crypto";

/** The salted hash of a password (scrypt, on a thread beside the main one), as the sign-in library keeps it. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}
