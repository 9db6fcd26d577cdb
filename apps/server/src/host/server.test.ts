import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { importFolder } from "@soundings/api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clinicFolder, FILES, temporaryFolder } from "../cli/clinic.fixture.ts";
import { soundings } from "../cli/command.fixture.ts";
import { Browser, serverOptions, somebody } from "../sign-in/clinic.fixture.ts";
import { type RunningServer, startServer } from "../start.ts";
import { ask, stream } from "./http.fixture.ts";

let data: string;
let pages: string;
let server: RunningServer;
/** Therapist of P-1 and P-2. */
let ben: Browser;

const options = () => serverOptions({ dataDir: data, pages });

beforeAll(async () => {
  data = temporaryFolder();
  pages = temporaryFolder();
  mkdirSync(join(pages, "assets"));
  writeFileSync(join(pages, "index.html"), "<!doctype html><title>Soundings</title>");
  writeFileSync(join(pages, "assets", "index-abc123.js"), "export {};");
  await soundings("import", clinicFolder(), "--data", data);
  server = await startServer(options());
  const { store } = server.services;
  const programIds = ["IOP-DAY", "IOP-EVE"];
  await somebody(store, "ada@clinic.example", [{ role: "front_desk", programIds }]);
  await somebody(store, "ben@clinic.example", [{ role: "therapist", programIds }], "S-1");
  ben = new Browser(server.port);
  await ben.signIn("ben@clinic.example");
}, 60_000);

afterAll(() => server.stop());

const importInto = (store: RunningServer["services"]["store"]) =>
  importFolder(store, { folder: clinicFolder(), dryRun: false, by: "test", onProgress: () => {} });

const query = (path: string, input?: unknown) =>
  `/trpc/${path}${input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`}`;

describe("who may ask", () => {
  it.each(["localhost", "127.0.0.1", "[::1]"])("answers under the name %s", async (name) => {
    const reply = await ask(server.port, "/healthz", { headers: { host: `${name}:${server.port}` } });
    expect(reply.status).toBe(200);
  });

  it.each(["evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "localhost@evil.example"])(
    "refuses the name %j",
    async (name) => {
      const reply = await ask(server.port, query("caseload.page", {}), { headers: { host: name } });
      expect(reply.status).toBeGreaterThanOrEqual(400);
      expect(reply.body).not.toContain("Testcase");
    },
  );

  it.each([
    ["GET", "/%"],
    ["GET", "/%ff"],
    ["TRACE", "/trpc/account.me"],
    ["TRACE", "/"],
    ["OPTIONS", "/trpc/account.me"],
    ["PROPFIND", "/trpc/account.me"],
    ["DELETE", "/auth/page"],
    ["PUT", "/events"],
  ])("answered %s %s without its headers, or as a fault of its own", async (method, path) => {
    const host = `localhost:${server.port}`;
    const reply = await ask(server.port, path, { method, headers: { host } });
    expect([reply.status, JSON.parse(reply.body).code]).toEqual([400, "bad_request"]);
    for (const name of [
      "content-security-policy",
      "x-content-type-options",
      "x-frame-options",
      "x-request-id",
    ])
      expect(reply.headers[name]).toBeDefined();
    expect(reply.headers["cache-control"]).toBe("no-store");
  });

  it("says that a foreign name is misdirected", async () => {
    const reply = await ask(server.port, "/", { headers: { host: "evil.example" } });
    expect(reply.status).toBe(421);
    expect(JSON.parse(reply.body)).toMatchObject({
      code: "wrong_host",
      requestId: reply.headers["x-request-id"],
    });
  });

  it("refuses a question that another site posts, or that comes with a cookie from nowhere", async () => {
    const host = `localhost:${server.port}`;
    const typed = { host, cookie: ben.cookie, "content-type": "application/json" };
    const asking = (headers: Record<string, string>) =>
      ask(server.port, "/trpc/caseload.page", { method: "POST", headers, body: '{"q":"Testcase"}' });
    for (const origin of ["http://evil.example", "null"]) {
      expect((await asking({ ...typed, origin })).status).toBe(403);
    }
    expect((await asking(typed)).status).toBe(403);
    const own = await asking({ ...typed, origin: `http://${host}` });
    expect(own.status).toBe(200);
    expect(own.headers["cache-control"]).toBe("no-store");
    expect(own.body).toContain("Testcase");
  });

  it("refuses a change that another site asks for", async () => {
    const host = `localhost:${server.port}`;
    const body = JSON.stringify({ id: "1", cells: {} });
    const asking = (origin: string) =>
      ask(server.port, "/trpc/imports.retry", {
        method: "POST",
        headers: { host, origin, cookie: ben.cookie, "content-type": "application/json" },
        body,
      });
    expect((await asking("http://evil.example")).status).toBe(403);
    expect((await asking("null")).status).toBe(403);
    expect((await asking(`http://${host}`)).status).toBe(404);
  });
});

describe("what is sent", () => {
  it("keeps no data in caches and carries the policy and a request id", async () => {
    const { headers, status } = await ben.get(query("caseload.page", {}));
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["x-request-id"]).toMatch(/^[\da-f-]{36}$/);
    expect(headers["content-security-policy"]).toContain("script-src 'self';");
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  it("answers several questions in one request", async () => {
    const input = encodeURIComponent(JSON.stringify({ 0: {}, 1: { patientId: "P-1" } }));
    const { body, status } = await ben.get(`/trpc/caseload.page,patient.page?batch=1&input=${input}`);
    expect(status).toBe(200);
    const [caseload, patient] = JSON.parse(body);
    expect(caseload.result.data.rows).toHaveLength(2);
    expect(patient.result.data.patient.givenName).toBe("Ada");
  });

  it("refuses a body that is too large", async () => {
    const reply = await ask(server.port, "/trpc/imports.retry", {
      method: "POST",
      headers: { ...ben.headers(), "content-type": "application/json" },
      body: JSON.stringify({ id: "1", cells: { item_1: "x".repeat(5 << 20) } }),
    });
    expect(reply.status).toBe(413);
    expect(JSON.parse(reply.body).code).toBe("too_large");
  });

  it("names a failure by its code, with the request id and nothing of the input", async () => {
    const { body, status, headers } = await ben.get(query("patient.page", { patientId: "P-404" }));
    expect(status).toBe(404);
    expect(JSON.parse(body).error).toEqual({
      code: expect.any(Number),
      message: expect.stringContaining("no such patient"),
      data: { code: "no_such_patient", httpStatus: 404, requestId: headers["x-request-id"] },
    });
    expect(body).not.toContain("P-404");
  });
});

describe("the pages", () => {
  it.each(["/", "/caseload", "/caseload?therapist=S-1", "/patients/P.1"])("%s is the page", async (path) => {
    const { status, body, headers } = await ask(server.port, path, { headers: { accept: "text/html" } });
    expect(status).toBe(200);
    expect(body).toContain("<title>Soundings</title>");
    expect(headers["cache-control"]).toBe("no-cache");
  });

  it("keeps hashed assets for good", async () => {
    const { status, headers } = await ask(server.port, "/assets/index-abc123.js");
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  });

  it.each(["/assets/gone.js", "/favicon.ico", "/trpc", "/events/x"])("%s is not there", async (path) => {
    const { status, body } = await ask(server.port, path);
    expect(status).toBe(404);
    expect(JSON.parse(body).code).toBe("not_found");
  });

  it.each(["/../package.json", "/assets/..%2f..%2fpackage.json", "/%00", "/assets/%"])(
    "%s leads nowhere",
    async (path) => {
      const { status, body } = await ask(server.port, path);
      expect([400, 404]).toContain(status);
      expect(JSON.parse(body).requestId).toMatch(/^[\da-f-]{36}$/);
    },
  );

  it("says so when a procedure is not there", async () => {
    const { status, body } = await ask(server.port, "/trpc/no.such");
    expect(status).toBe(404);
    expect(JSON.parse(body).error.data.code).toBe("not_found");
  });
});

describe("the stream", () => {
  it("greets, then tells of what another process wrote", async () => {
    const leave = new AbortController();
    const messages = stream(`http://localhost:${server.port}/events`, {
      headers: { cookie: ben.cookie },
      signal: leave.signal,
    });
    const hello = (await messages.next()).value;
    expect(hello).toMatchObject({ data: { type: "hello", version: server.services.version } });

    const more = `${FILES["assessments.csv"]}A-9,P-2,phq-9,2026-03-15,2,2,2,2,2,2,2,2,1\n`;
    const imported = soundings("import", clinicFolder({ "assessments.csv": more }), "--data", data);
    const changed = (await messages.next()).value;
    expect(changed).toMatchObject({ data: { type: "changed", patientIds: ["P-2"] } });
    expect((await imported).status).toBe(0);
    leave.abort();

    const last = { "last-event-id": String(hello?.id), cookie: ben.cookie };
    const again = new AbortController();
    const resumed = stream(`http://localhost:${server.port}/events`, { headers: last, signal: again.signal });
    expect((await resumed.next()).value?.data.type).toBe("hello");
    expect((await resumed.next()).value).toMatchObject({ data: { type: "changed", patientIds: ["P-2"] } });
    again.abort();
  });
});

describe("one server a data directory", () => {
  it("refuses a second one", async () => {
    await expect(startServer(options())).rejects.toThrow(/already running/);
  });

  it("refuses a port in use, and lets go of the data", async () => {
    const other = temporaryFolder();
    const taken = { ...options(), dataDir: other, port: server.port };
    await expect(startServer(taken)).rejects.toMatchObject({ code: "EADDRINUSE" });
    const free = await startServer({ ...taken, port: 0 });
    await free.stop();
  });

  it("ends open streams when it stops", async () => {
    const brief = await startServer({ ...options(), dataDir: temporaryFolder() });
    await importInto(brief.services.store);
    await somebody(brief.services.store, "cy@clinic.example");
    const cy = new Browser(brief.port);
    await cy.signIn("cy@clinic.example");
    const messages = stream(`http://localhost:${brief.port}/events`, { headers: { cookie: cy.cookie } });
    await messages.next();
    await brief.stop();
    expect((await messages.next()).done).toBe(true);
  });
});
