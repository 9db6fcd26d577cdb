import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { presentMoment } from "@soundings/api";
import { SIGN_IN_PATHS } from "@soundings/contract";
import { type Actor, addPerson, givePassword, type RoleHeld, type Store } from "@soundings/records";
import { clinicFolder, temporaryFolder } from "../cli/clinic.fixture.ts";
import { soundings } from "../cli/command.fixture.ts";
import { ask, type Reply } from "../host/http.fixture.ts";
import { listeningOf } from "../host/listening.ts";
import { type RunningServer, type ServerOptions, startServer } from "../start.ts";
import { hashPassword } from "./hash.ts";

export const PASSWORD = "quiet otters borrow seven maps";
export const BY_TEST: Actor = { personId: null, name: "test", signInId: null, requestId: null };

type Instant = ReturnType<typeof presentMoment>;

/** The machine's clock and what a test has put it forward by. */
export function movableClock() {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead).toISOString() as Instant,
    forward(minutes: number) {
      ahead += minutes * 60_000;
    },
  };
}

export function serverOptions(given: Partial<ServerOptions> & Pick<ServerOptions, "dataDir">): ServerOptions {
  return {
    key: null,
    port: 0,
    demo: false,
    logLevel: "silent",
    pages: given.dataDir,
    signIn: { secretFile: undefined, provider: null, mail: null },
    idleMinutes: null,
    listening: listeningOf({}),
    say: () => {},
    ...given,
  };
}

/** A server over the small clinic of real records, as `soundings serve` would start it. */
export async function startClinic(given: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const dataDir = given.dataDir ?? temporaryFolder();
  const pages = temporaryFolder();
  mkdirSync(join(pages, "assets"));
  writeFileSync(join(pages, "index.html"), "<!doctype html><title>Soundings</title>");
  await soundings("import", clinicFolder(), "--data", dataDir);
  return startServer(serverOptions({ pages, ...given, dataDir }));
}

let hash: Promise<string> | null = null;

/** Somebody with an account and PASSWORD. */
export async function somebody(
  store: Store,
  email: string,
  roles: readonly RoleHeld[] = [{ role: "therapist", programIds: ["IOP-DAY"] }],
  staffId: string | null = null,
): Promise<string> {
  hash ??= hashPassword(PASSWORD);
  const known = await hash;
  const now = presentMoment();
  return store.writer.act(() => {
    const personId = addPerson(store.writer, { name: email.split("@")[0] ?? "", email, staffId, roles }, now);
    givePassword(store, BY_TEST, { personId, hash: known }, now);
    return personId;
  });
}

/** A browser: it keeps its cookies, and names its origin as browsers do. */
export class Browser {
  readonly port: number;
  readonly cookies = new Map<string, string>();

  constructor(port: number) {
    this.port = port;
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  headers(): Record<string, string> {
    const host = `localhost:${this.port}`;
    return { host, origin: `http://${host}`, ...(this.cookies.size > 0 ? { cookie: this.cookie } : {}) };
  }

  keep(reply: Pick<Reply, "headers">): void {
    for (const line of reply.headers["set-cookie"] ?? []) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === "" || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  async get(path: string): Promise<Reply> {
    const reply = await ask(this.port, path, { headers: this.headers() });
    this.keep(reply);
    return reply;
  }

  async post(path: string, body: unknown = {}): Promise<Reply & { readonly data: Record<string, unknown> }> {
    const headers = { ...this.headers(), "content-type": "application/json" };
    const reply = await ask(this.port, path, { method: "POST", headers, body: JSON.stringify(body) });
    this.keep(reply);
    return { ...reply, data: JSON.parse(reply.body) as Record<string, unknown> };
  }

  query(path: string, input?: unknown): Promise<Reply> {
    const asked = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    return this.get(`/trpc/${path}${asked}`);
  }

  /** Calls a procedure without input, in a batch of one as the pages do, by POST. */
  call(path: string): Promise<Reply> {
    return this.post(`/trpc/${path}?batch=1`, {});
  }

  signIn(email: string, password = PASSWORD) {
    return this.post(SIGN_IN_PATHS.signIn, { email, password });
  }

  async me(): Promise<Record<string, unknown> | null> {
    const reply = await this.query("account.me");
    return reply.status === 200 ? JSON.parse(reply.body).result.data : null;
  }
}

/** What the audit holds, oldest first. */
export function audited(store: Store): readonly { readonly event: string; readonly detail: string }[] {
  return store.reader
    .statement(`select "event", "detail" from "audit_entries" order by "seq"`)
    .all([])
    .map(([event, detail]) => ({ event: String(event), detail: String(detail) }));
}
