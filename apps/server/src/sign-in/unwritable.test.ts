import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { SIGN_IN_PATHS } from "@soundings/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../host/http.fixture.ts";
import type { RunningServer } from "../start.ts";
import { Authenticator } from "./authenticator.fixture.ts";
import { Browser, PASSWORD, somebody, startClinic } from "./clinic.fixture.ts";

const EMAIL = "ada@clinic.example";
let server: RunningServer;

beforeAll(async () => {
  server = await startClinic();
  await somebody(server.services.store, EMAIL);
}, 60_000);
afterAll(() => server.stop());

const browser = () => new Browser(server.port);

/** While nothing can be entered in the audit. */
async function withoutAudit(work: () => Promise<void>): Promise<void> {
  const { writer } = server.services.store;
  writer.exec(`create trigger no_audit before insert on audit_entries begin select raise(abort, 'no'); end`);
  try {
    await work();
  } finally {
    writer.exec("drop trigger no_audit");
  }
}

/** While another program, a process of its own, is writing. */
async function whileLocked(work: () => Promise<void>): Promise<void> {
  const file = join(server.services.store.dataDir, "soundings.db");
  const script = `
    const database = new (require("node:sqlite").DatabaseSync)(${JSON.stringify(file)});
    database.exec("begin immediate");
    console.log("holds");
    process.stdin.on("end", () => { database.exec("rollback"); database.close(); }).resume();`;
  const other = spawn(process.execPath, ["-e", script], { stdio: ["pipe", "pipe", "inherit"] });
  await once(other.stdout, "data");
  try {
    await work();
  } finally {
    other.stdin.end();
    await once(other, "exit");
  }
}

describe("what cannot be entered in the audit is not said to be done", () => {
  it("signing out answered done and ended nothing", async () => {
    const ada = browser();
    await ada.signIn(EMAIL);
    const { cookie } = ada;
    await withoutAudit(async () => {
      const reply = await ada.post(SIGN_IN_PATHS.signOut);
      expect([reply.status, reply.data.code]).toEqual([503, "audit_unwritable"]);
      expect(ada.cookies.size).toBe(0);
    });
    // It was not ended, and the answer said so; asked again, it is.
    const headers = { cookie, "content-type": "application/json", origin: `http://localhost:${server.port}` };
    const host = `localhost:${server.port}`;
    const post = { method: "POST", body: "{}", headers: { ...headers, host } };
    expect((await ask(server.port, SIGN_IN_PATHS.signOut, post)).status).toBe(200);
    expect((await ask(server.port, "/trpc/account.me", { headers: { cookie, host } })).status).toBe(401);
  });

  it("signing out says that it was kept from it while another program writes", async () => {
    const ada = browser();
    await ada.signIn(EMAIL);
    server.services.store.writer.exec("PRAGMA busy_timeout = 50");
    await whileLocked(async () => {
      const reply = await ada.post(SIGN_IN_PATHS.signOut);
      expect([reply.status, reply.data.code]).toEqual([503, "busy"]);
      expect(ada.cookies.size).toBe(0);
    });
  });

  it("a right password was answered as a wrong one", async () => {
    await withoutAudit(async () => {
      const reply = await browser().signIn(EMAIL, PASSWORD);
      expect([reply.status, reply.data.code]).toEqual([503, "audit_unwritable"]);
    });
    expect((await browser().signIn(EMAIL, PASSWORD)).status).toBe(200);
  });

  it("a passkey was answered as a bad request", async () => {
    const ada = browser();
    await ada.signIn(EMAIL);
    const key = new Authenticator("localhost");
    const options = await ada.post(SIGN_IN_PATHS.passkeyAddOptions, { password: PASSWORD });
    const response = key.make(
      options.data as unknown as { challenge: string },
      `http://localhost:${server.port}`,
    );
    await withoutAudit(async () => {
      const reply = await ada.post(SIGN_IN_PATHS.passkeyAdd, { name: "Key", password: PASSWORD, response });
      expect([reply.status, reply.data.code]).toEqual([503, "audit_unwritable"]);
    });
    expect(await ada.me()).toMatchObject({ passkeys: 0 });
  });
});
