import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Secret, TOTP } from "otpauth";

const COMMAND = fileURLToPath(new URL("../../../apps/server/src/cli/main.ts", import.meta.url));
const PASSWORD = "four harbor lights at dusk";

export interface Served {
  readonly address: string;
  readonly pid: number;
  /** From the start of the process until it said that it is open. */
  readonly seconds: number;
  stop(): Promise<void>;
}

/** Serves a data directory; with `demo`, an empty one is filled with the demo clinic first. */
export async function serve(data: string, demo = false): Promise<Served> {
  const started = performance.now();
  const server = spawn(
    process.execPath,
    [COMMAND, "serve", ...(demo ? ["--demo"] : []), "--data", data, "--port", "0"],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const ended = once(server, "exit");
  let told = "";
  const open = new Promise<string>((resolve) => {
    server.stdout.on("data", (text) => {
      told += text;
      const address = /is open at (http:\S+)[\s\S]*Ctrl-C/.exec(told)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
  const failed = ended.then(([status]) => {
    throw new Error(`The server ended with ${status}.`);
  });
  const address = await Promise.race([open, failed]);
  failed.catch(() => undefined);
  return {
    address,
    pid: server.pid ?? 0,
    seconds: (performance.now() - started) / 1000,
    async stop() {
      server.kill();
      await ended;
    },
  };
}

/** With what somebody signs in. */
export interface Account {
  readonly email: string;
  readonly password: string;
}

/** The account of a member of staff of the demo clinic, such as `imani.alderpilot`. */
export function accountOf(name: string): Account {
  return { email: `${name}@clinic.example`, password: PASSWORD };
}

/** One who asks a served clinic with a cookie. */
export interface Visitor {
  get(path: string): Promise<string>;
  post(path: string, body: unknown): Promise<Record<string, unknown>>;
  /** What it is known by, as `name=value`. */
  cookie(): string;
}

/** Nobody yet: who signs in with it is somebody from then on. */
export function visitorOf(address: string): Visitor {
  let cookie = "";
  const ask = async (path: string, init: RequestInit) => {
    const answer = await fetch(`${address}${path}`, {
      ...init,
      headers: { "content-type": "application/json", origin: address, cookie },
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}.`);
    const set = answer.headers.getSetCookie().map((line) => line.split(";", 1)[0] ?? "");
    if (set.length > 0) cookie = set.join("; ");
    return text;
  };
  return {
    get: (path) => ask(path, {}),
    post: async (path, body) => JSON.parse(await ask(path, { method: "POST", body: JSON.stringify(body) })),
    cookie: () => cookie,
  };
}

/** Signs in with a password; who must have a second factor sets up an authenticator app. */
export async function signIn(visitor: Visitor, account: Account, secondFactor = false): Promise<void> {
  await visitor.post("/auth/sign-in", account);
  if (!secondFactor) return;
  const { secret } = await visitor.post("/auth/totp/begin", { password: account.password });
  const code = new TOTP({ secret: Secret.fromBase32(String(secret)) }).generate();
  await visitor.post("/auth/totp/confirm", { code });
}

/** The address of a query with its input. */
export function query(procedure: string, input: object = {}): string {
  return `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;
}

/** Milliseconds of each of so many, one after the other. */
export async function timed(times: number, work: (time: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const started = performance.now();
    await work(time);
    taken.push(performance.now() - started);
  }
  return taken;
}

/** The value below which the share lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** One line of a table of times. */
export function times(what: string, values: readonly number[]): string {
  const [p50, p95] = [0.5, 0.95].map((share) => `${percentile(values, share).toFixed(1)} ms`.padStart(12));
  return `${what.padEnd(56)}${p50}${p95}${String(values.length).padStart(7)}`;
}
