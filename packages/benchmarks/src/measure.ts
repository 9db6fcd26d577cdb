import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout } from "node:timers/promises";
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

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No free port could be found.");
  return address.port;
}

async function untilOpen(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const open = await fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (open) return;
    await setTimeout(100);
  }
  throw new Error("The server did not open within half a minute.");
}

/** Serves a data directory and gives the milliseconds of each request, asked one after the other. */
export async function requests(data: string, paths: readonly string[]): Promise<readonly number[]> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [COMMAND, "serve", "--data", data, "--port", String(port)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    await untilOpen(url);
    const times: number[] = [];
    for (const path of paths) {
      const started = performance.now();
      const answer = await fetch(url + path);
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}.`);
      times.push(performance.now() - started);
    }
    return times;
  } finally {
    server.kill();
    await once(server, "exit");
  }
}

/** One line of the report. */
export function line(what: string, { seconds, peakMegabytes, status }: Measured): string {
  const memory = peakMegabytes === null ? "memory not measured" : `${peakMegabytes.toFixed(0)} MB at most`;
  return `${what.padEnd(44)} ${seconds.toFixed(1).padStart(7)} s   ${memory}   exit ${status}`;
}
