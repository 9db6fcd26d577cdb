import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CLINIC, newStore, take } from "../example-clinic.fixture.ts";
import { StoreError } from "./errors.ts";
import { StoreKey } from "./key.ts";
import type { Store } from "./store.ts";

export const KEY = new StoreKey("0123456789abcdef".repeat(4));
export const OTHER_KEY = new StoreKey("fedcba9876543210".repeat(4));

/** A clinic in a new database with a key, still open. */
export async function keyedClinic(key: StoreKey | null = KEY): Promise<Store> {
  const store = newStore({ purpose: "real" }, key);
  await take(store, CLINIC);
  return store;
}

/**
 * What every file that holds records is, by name. Without the locks, which are empty, and SQLite's index of the log, which
 * it makes anew whenever it likes.
 */
export function fingerprints(dataDir: string): Readonly<Record<string, string>> {
  const names = readdirSync(dataDir).filter((name) => !/\.lock(-journal)?$|-shm$/.test(name));
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(dataDir, name)))
        .digest("hex"),
    ]),
  );
}

/** The refusal of some work, which must be one. */
export async function refused(work: () => unknown): Promise<StoreError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
