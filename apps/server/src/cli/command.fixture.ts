import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the command; `typed` is what stands on its standard input. */
export function start(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  typed: string | null = null,
): ChildProcess {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: [typed === null ? "ignore" : "pipe", "pipe", "pipe"],
  });
  child.stdin?.end(typed);
  return child;
}

/** Runs the command with standard output on a device that is always full. */
export function soundingsOntoFullDisk(...args: readonly string[]): Promise<Ended> {
  const full = openSync("/dev/full", "w");
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
    stdio: ["ignore", full, "pipe"],
  });
  closeSync(full);
  return ended(child);
}

/** Runs the command as a person or a script would, to its end. */
export function soundings(...args: readonly string[]): Promise<Ended> {
  return ended(start(args));
}

export function ended(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve, reject) => {
    let out = "";
    let err = "";
    child.stdout?.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      err += chunk;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, out, err }));
  });
}
