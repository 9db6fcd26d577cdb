import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const COMMAND = fileURLToPath(new URL("../../../apps/server/src/cli/main.ts", import.meta.url));

export interface Measured {
  readonly status: number;
  readonly seconds: number;
  /** The largest resident memory of the process, in MB (10⁶ bytes); null where the machine has no /proc. */
  readonly peakMegabytes: number | null;
}

/** The high-water mark of a process's resident memory; null when it has ended or there is no /proc. */
function peakOf(pid: number): number | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : (Number(kilobytes) * 1024) / 1e6;
  } catch {
    return null;
  }
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

/** One line of the report. */
export function line(what: string, { seconds, peakMegabytes, status }: Measured): string {
  const memory = peakMegabytes === null ? "memory not measured" : `${peakMegabytes.toFixed(0)} MB at most`;
  return `${what.padEnd(44)} ${seconds.toFixed(1).padStart(7)} s   ${memory}   exit ${status}`;
}
