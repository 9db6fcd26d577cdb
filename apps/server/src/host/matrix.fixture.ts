import { appRouter } from "@soundings/api";
import {
  type Asking,
  type Case,
  entriesAfter,
  lastEntry,
  type Matrix,
  matrixOf,
  NOW,
  type Outcome,
  takeMatrix,
  type Way,
} from "@soundings/api/matrix";
import {
  APP_ERRORS,
  problemData,
  ROLES,
  type Role,
  SECOND_FACTOR_ROLES,
  SIGN_IN_PATHS,
} from "@soundings/contract";
import { addPerson, givePassword, openStore } from "@soundings/records";
import { type TOTP, URI } from "otpauth";
import { vi } from "vitest";
import { temporaryFolder } from "../cli/clinic.fixture.ts";
import { Browser, BY_TEST, PASSWORD, serverOptions } from "../sign-in/clinic.fixture.ts";
import { hashPassword } from "../sign-in/hash.ts";
import { type RunningServer, startServer } from "../start.ts";
import { ask, type Reply } from "./http.fixture.ts";

type Caller = Asking["caller"];
type Definitions = Readonly<Record<string, { readonly _def: { readonly type: "query" | "mutation" } }>>;

const DEFINITIONS = appRouter._def.procedures as unknown as Definitions;
export const PROCEDURES = Object.keys(DEFINITIONS);

export function typeOf(path: string): "query" | "mutation" {
  const type = DEFINITIONS[path]?._def.type;
  if (type === undefined) throw new Error(`there is no ${path}`);
  return type;
}

/** Several questions in one request, as pages send them, by the method given. */
export function askTogether(
  browser: Browser,
  method: "GET" | "POST",
  questions: readonly (readonly [path: string, input?: unknown])[],
): Promise<Reply> {
  const paths = questions.map(([path]) => path).join(",");
  const inputs = JSON.stringify(Object.fromEntries(questions.map(([, input], at) => [at, input])));
  const headers = browser.headers();
  if (method === "GET")
    return ask(browser.port, `/trpc/${paths}?batch=1&input=${encodeURIComponent(inputs)}`, { headers });
  const typed = { ...headers, "content-type": "application/json" };
  return ask(browser.port, `/trpc/${paths}?batch=1`, { method, headers: typed, body: inputs });
}

/** What comes of asking for news: the status, and of a refusal its body. A stream is left again at once. */
export async function askForNews({
  port,
  cookie,
}: Browser): Promise<{ readonly status: number; readonly body: string }> {
  const leaving = new AbortController();
  const response = await fetch(`http://localhost:${port}/events`, {
    headers: cookie === "" ? {} : { cookie },
    signal: leaving.signal,
  });
  const { status } = response;
  const body = status === 200 ? "" : await response.text();
  leaving.abort();
  return { status, body };
}

/** The whole answer but for its date and the request's id, which differ each time. */
export function toldBy({ status, headers, body }: Reply): string {
  const { date: _date, "x-request-id": requestId, ...rest } = headers;
  return JSON.stringify([status, rest, body.replaceAll(String(requestId), "the request")]);
}

/** The code of a refusal, which has the status and the sentence of its code and nothing else; null for an answer. */
export function codeOf(reply: Reply) {
  const [answered] = JSON.parse(reply.body) as { error?: Record<string, unknown> }[];
  const error = answered?.error;
  if (error === undefined) return null;
  const { code, httpStatus, requestId } = problemData.strict().parse(error.data);
  const { status, sentence } = APP_ERRORS[code];
  const told = [reply.status, httpStatus, error.message, requestId, Object.keys(error).sort()];
  const expected = [status, status, sentence, reply.headers["x-request-id"], ["code", "data", "message"]];
  if (JSON.stringify(told) !== JSON.stringify(expected))
    throw new Error(`${code} was answered with ${JSON.stringify(told)}`);
  return code;
}

class Heard extends Error {}

/** Calls procedures over HTTP as pages do, by POST: what is called is sent, and every answer is heard as it came. */
function callerOf(browser: Browser, hear: (reply: Reply) => void): Caller {
  const call = async (path: string, input: unknown) => {
    const reply = await askTogether(browser, "POST", [[path, input]]);
    hear(reply);
    if (codeOf(reply) !== null) throw new Heard("refused");
    return (JSON.parse(reply.body) as [{ result: { data: unknown } }])[0].result.data;
  };
  const at = (path: string): unknown =>
    new Proxy(() => {}, {
      get: (_, name) => at(path === "" ? String(name) : `${path}.${String(name)}`),
      apply: (_, _this, [input]: [unknown]) => call(path, input),
    });
  return at("") as Caller;
}

export interface OverHttp {
  readonly server: RunningServer;
  readonly matrix: Matrix;
  /** One browser for each role, signed in with what the role needs. */
  readonly browsers: { readonly [R in Role]: Browser };
  readonly way: Way;
  /** A case asked from a browser, which need not be signed in. */
  outcomeFrom(browser: Browser, one: Case, role: Role): Promise<Outcome>;
  /** Somebody else of this role, signed in with the password alone. */
  another(role: Role): Promise<{ readonly personId: string; readonly browser: Browser }>;
  forward(minutes: number): void;
}

/** The machine's clock, at the moment of the matrix for the product and for every library, and still. */
function standingClock() {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(NOW) });
  return {
    forward(minutes: number) {
      vi.setSystemTime(Date.now() + minutes * 60_000);
    },
  };
}

async function setUpApp(browser: Browser): Promise<void> {
  const begun = await browser.post(SIGN_IN_PATHS.totpBegin, { password: PASSWORD });
  const app = URI.parse(String(begun.data.uri)) as TOTP;
  await browser.post(SIGN_IN_PATHS.totpConfirm, { code: app.generate() });
}

/** The clinic of the matrix behind a real server, with somebody of each role signed in. */
export async function openOverHttp(): Promise<OverHttp> {
  const dataDir = temporaryFolder();
  const store = openStore({ dataDir, access: "write", create: { purpose: "real" } });
  await takeMatrix(store);
  store.close();
  const clock = standingClock();
  const server = await startServer(serverOptions({ dataDir }));
  const { services } = server;
  const matrix = matrixOf({ store: services.store, services, close: () => server.stop() });
  const hash = await hashPassword(PASSWORD);
  const enter = async (personId: string, email: string): Promise<Browser> => {
    givePassword(services.store, BY_TEST, { personId, hash }, NOW);
    const browser = new Browser(server.port);
    await browser.signIn(email);
    return browser;
  };
  const signedIn = async (role: Role): Promise<[Role, Browser]> => {
    const { personId, email } = matrix.people[role];
    const browser = await enter(personId, email);
    if ((SECOND_FACTOR_ROLES as readonly Role[]).includes(role)) await setUpApp(browser);
    return [role, browser];
  };
  const browsers = Object.fromEntries(await Promise.all(ROLES.map(signedIn))) as OverHttp["browsers"];

  let heard: Reply | null = null;
  const asker = (browser: Browser, role: Role, patientId: string): Asking => {
    const caller = callerOf(browser, (reply) => {
      heard = reply;
    });
    return { matrix, caller, person: matrix.people[role], patientId, given: null };
  };
  const outcomeOf: Way["outcomeOf"] = async ({ ask: put, given }, asking) => {
    const ready = { ...asking, given: await given?.(matrix) };
    const last = lastEntry(matrix);
    heard = null;
    const answer = await put(ready).catch((error: unknown) => {
      if (!(error instanceof Heard)) throw error;
      return null;
    });
    if (heard === null) throw new Error("nothing was asked over HTTP");
    return { answer, error: codeOf(heard), told: toldBy(heard), entries: entriesAfter(matrix, last), last };
  };
  return {
    server,
    matrix,
    browsers,
    way: { matrix, asking: (role, patientId) => asker(browsers[role], role, patientId), outcomeOf },
    outcomeFrom: (browser, one, role) => outcomeOf(one, asker(browser, role, "PT-OWN")),
    async another(role) {
      const email = `another-${matrix.next()}@example.org`;
      const roles = [{ role, programIds: role === "administrator" ? [] : ["IOP-DAY"] }];
      const personId = addPerson(
        services.store.writer,
        { name: "Another", email, staffId: null, roles },
        NOW,
      );
      return { personId, browser: await enter(personId, email) };
    },
    forward: clock.forward,
  };
}
