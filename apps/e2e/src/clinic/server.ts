import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const COMMAND = fileURLToPath(new URL("../../../server/src/cli/main.ts", import.meta.url));

/** A served clinic: where its pages are, and the directory that the command line shares with the server. */
export interface Clinic {
  readonly address: string;
  readonly dataDir: string;
  readonly demo: boolean;
}

export interface RunningClinic extends Clinic {
  stop(): Promise<void>;
}

const STARTS_WITHIN_MS = 180_000;
const STOPS_WITHIN_MS = 10_000;
const OPEN_AT = /is open at (http:\/\/\S+)/;

interface ServeOptions {
  readonly dataDir: string;
  readonly demo: boolean;
  /** 0 takes any free port. */
  readonly port?: number;
}

/** Resolves with what the server says once it listens; rejects with what it said when it ends before that. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    let complained = "";
    const late = setTimeout(
      () => reject(new Error(`The server did not open. ${complained}`)),
      STARTS_WITHIN_MS,
    );
    server.stderr?.on("data", (chunk) => {
      complained += chunk;
    });
    server.stdout?.on("data", (chunk) => {
      said += chunk;
      const address = OPEN_AT.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    });
    server.once("exit", () => {
      clearTimeout(late);
      reject(new Error(`The server ended. ${complained}`));
    });
  });
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  const late = setTimeout(() => server.kill("SIGKILL"), STOPS_WITHIN_MS);
  await ended;
  clearTimeout(late);
}

/** Starts `soundings serve` as a person would; stopping it leaves the data directory for another start. */
export async function serve({ dataDir, demo, port = 0 }: ServeOptions): Promise<RunningClinic> {
  const options = ["--data", dataDir, "--port", String(port), ...(demo ? ["--demo"] : [])];
  const server = spawn(process.execPath, [COMMAND, "serve", ...options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const abandon = () => server.kill("SIGKILL");
  process.once("exit", abandon);
  const stop = async () => {
    await end(server);
    process.off("exit", abandon);
  };
  try {
    const address = await addressOf(server);
    while (!(await fetch(`${address}/healthz`)).ok) await pause(100);
    return { address, dataDir, demo, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A clinic in a directory of its own, which is removed with it. */
export async function openClinic(demo: boolean): Promise<RunningClinic> {
  const dataDir = mkdtempSync(join(tmpdir(), "soundings-e2e-"));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const clinic = await serve({ dataDir, demo });
    return {
      ...clinic,
      stop: async () => {
        await clinic.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
