import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Account, serve, signIn, timed, visitorOf } from "./served.ts";

const COMMAND = fileURLToPath(new URL("../../../apps/server/src/cli/main.ts", import.meta.url));

export interface Measured {
  readonly status: number;
  readonly seconds: number;
  /** The largest resident memory of the process, in MB (10⁶ bytes); null where the machine has no /proc. */
  readonly peakMegabytes: number | null;
}

/** The high-water mark of a process's resident memory; null when it has ended or there is no /proc. */
export function peakOf(pid: number): number | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : (Number(kilobytes) * 1024) / 1e6;
  } catch {
    return null;
  }
}

/** What a process holds now and held at most, in words. */
export function residentOf(pid: number): string {
  const now = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  const megabytes = (bytes: number | null) => `${((bytes ?? Number.NaN) / 1e6).toFixed(0)} MB`;
  const peak = (peakOf(pid) ?? Number.NaN) * 1e6;
  return `${megabytes(Number(now) * 1024)}, ${megabytes(peak)} at most`;
}

/** Runs the soundings command as a person would and measures it from outside; its output is thrown away. */
export async function soundings(...args: readonly string[]): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ["ignore", "ignore", "inherit"] });
  let peakMegabytes: number | null = null;
  const watch = setInterval(() => {
    peakMegabytes = (child.pid === undefined ? null : peakOf(child.pid)) ?? peakMegabytes;
  }, 50);
  const [status] = await once(child, "exit");
  clearInterval(watch);
  return { status: Number(status), seconds: (performance.now() - started) / 1000, peakMegabytes };
}

/** The therapist of the large clinic. */
export const THERAPIST: Account = {
  email: "t.one@clinic.example",
  password: "quiet otters borrow seven maps",
};

/** A director of the large clinic. */
export const DIRECTOR: Account = {
  email: "d.one@clinic.example",
  password: "quiet otters borrow seven maps",
};

/** Gives a therapist of the clinic an account, as an administrator would on the command line. */
export function addAccount(data: string, staffId: string, programId: string): Promise<void> {
  const person = ["--name", "Therapist One", "--staff", staffId];
  return addPerson(data, THERAPIST, [...person, "--role", `therapist:${programId}`]);
}

/** Gives a director of some programs an account. */
export function addDirector(data: string, programIds: readonly string[]): Promise<void> {
  return addPerson(data, DIRECTOR, ["--name", "Director One", "--role", `director:${programIds.join(",")}`]);
}

async function addPerson(
  data: string,
  { email, password }: Account,
  about: readonly string[],
): Promise<void> {
  const args = ["user", "add", "--data", data, "--email", email, ...about, "--password-stdin"];
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ["pipe", "ignore", "inherit"] });
  child.stdin.end(`${password}\n`);
  const [status] = await once(child, "exit");
  if (status !== 0) throw new Error(`The account could not be made: ${status}.`);
}

/** Serves a data directory and gives the milliseconds of each request of a therapist, asked one after the other. */
export async function requests(
  data: string,
  { staffId, programId }: { readonly staffId: string; readonly programId: string },
  paths: readonly string[],
): Promise<readonly number[]> {
  await addAccount(data, staffId, programId);
  const server = await serve(data);
  try {
    const visitor = visitorOf(server.address);
    await signIn(visitor, THERAPIST);
    return await timed(paths.length, (time) => visitor.get(paths[time] ?? ""));
  } finally {
    await server.stop();
  }
}

/** One line of the report. */
export function line(what: string, { seconds, peakMegabytes, status }: Measured): string {
  const memory = peakMegabytes === null ? "memory not measured" : `${peakMegabytes.toFixed(0)} MB at most`;
  return `${what.padEnd(44)} ${seconds.toFixed(1).padStart(7)} s   ${memory}   exit ${status}`;
}
