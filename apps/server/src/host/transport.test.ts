import { SIGN_IN_PATHS } from "@soundings/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../cli/clinic.fixture.ts";
import { PASSWORD, somebody, startClinic } from "../sign-in/clinic.fixture.ts";
import type { RunningServer } from "../start.ts";
import { makeCertificate } from "./certificate.fixture.ts";
import { ask } from "./http.fixture.ts";
import { listeningOf } from "./listening.ts";

const PUBLIC_HOST = "soundings.clinic.example";
const PUBLIC = `https://${PUBLIC_HOST}`;
const EMAIL = "ada@clinic.example";

const signIn = { method: "POST", body: JSON.stringify({ email: EMAIL, password: PASSWORD }) } as const;
const json = { "content-type": "application/json" };

let server: RunningServer;
afterAll(() => server.stop());

describe("with a certificate of one's own", () => {
  const asked = (path: string, headers: Record<string, string>, more = {}) =>
    ask(server.port, path, { tls: true, headers, ...more });

  beforeAll(async () => {
    const listening = listeningOf({ ...(await makeCertificate(temporaryFolder())), publicUrl: PUBLIC });
    server = await startClinic({ listening });
    await somebody(server.services.store, EMAIL);
    return () => server.stop();
  });

  it("answers over TLS and nothing else", async () => {
    expect((await asked("/healthz", { host: PUBLIC_HOST })).status).toBe(200);
    await expect(ask(server.port, "/healthz", { headers: { host: PUBLIC_HOST } })).rejects.toThrow();
  });

  it("has browsers come back over TLS under its public name, and leaves localhost alone", async () => {
    const open = await asked("/healthz", { host: PUBLIC_HOST });
    expect(open.headers["strict-transport-security"]).toMatch(/^max-age=\d{8}/);
    const own = await asked("/healthz", { host: `localhost:${server.port}` });
    expect(own.status).toBe(200);
    expect(own.headers["strict-transport-security"]).toBeUndefined();
  });

  it("gives a cookie that goes back to this host alone, over TLS alone, and to no script", async () => {
    const reply = await asked(SIGN_IN_PATHS.signIn, { ...json, host: PUBLIC_HOST, origin: PUBLIC }, signIn);
    expect(reply.status).toBe(200);
    const cookie = reply.headers["set-cookie"]?.find((line) => line.includes("session_token")) ?? "";
    expect(cookie).toMatch(/^__Host-/);
    expect(cookie).toMatch(/; Secure/i);
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Strict/i);
  });

  it("refuses a change from its own name in plain, and from any other", async () => {
    for (const origin of [`http://${PUBLIC_HOST}`, "https://evil.example", "null"]) {
      const reply = await asked(SIGN_IN_PATHS.signIn, { ...json, host: PUBLIC_HOST, origin }, signIn);
      expect(JSON.parse(reply.body)).toMatchObject({ code: "foreign_origin" });
    }
    expect((await asked("/healthz", { host: "other.example" })).status).toBe(421);
  });
});

describe("behind a proxy", () => {
  const proxied = { host: PUBLIC_HOST, "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.9" };

  describe("that brings the request", () => {
    beforeAll(async () => {
      const listening = listeningOf({ trustedProxy: "127.0.0.1", publicUrl: PUBLIC });
      server = await startClinic({ listening });
      await somebody(server.services.store, EMAIL);
      return () => server.stop();
    });

    it("answers what came to the proxy over TLS, and refuses what came in plain", async () => {
      const over = await ask(server.port, "/healthz", { headers: proxied });
      expect(over.status).toBe(200);
      expect(over.headers["strict-transport-security"]).toBeDefined();
      for (const headers of [{ host: PUBLIC_HOST }, { ...proxied, "x-forwarded-proto": "http" }]) {
        const reply = await ask(server.port, "/healthz", { headers });
        expect(JSON.parse(reply.body)).toMatchObject({ code: "insecure_transport", httpStatus: 403 });
      }
    });

    it("answered localhost in plain when the proxy passed that name on", async () => {
      const host = `localhost:${server.port}`;
      for (const passedOn of [
        { "x-forwarded-for": "203.0.113.9" },
        { "x-forwarded-proto": "http" },
        { "x-forwarded-host": "localhost" },
        { forwarded: "for=203.0.113.9;proto=http" },
        { "x-real-ip": "203.0.113.9" },
      ]) {
        const reply = await ask(server.port, "/healthz", { headers: { host, ...passedOn } });
        expect(JSON.parse(reply.body)).toMatchObject({ code: "insecure_transport" });
      }
      const over = { host, "x-forwarded-for": "203.0.113.9", "x-forwarded-proto": "https" };
      expect((await ask(server.port, "/healthz", { headers: over })).status).toBe(200);
      expect((await ask(server.port, "/healthz", { headers: { host } })).status).toBe(200);
    });

    it("counts failed sign-ins by the address that the proxy names", async () => {
      const wrong = { method: "POST", body: JSON.stringify({ email: EMAIL, password: "wrong" }) };
      const from = (address: string) => ({
        headers: { ...proxied, ...json, origin: PUBLIC, "x-forwarded-for": address },
      });
      const states: number[] = [];
      for (let tries = 0; tries < 7; tries += 1) {
        const reply = await ask(server.port, SIGN_IN_PATHS.signIn, { ...wrong, ...from("203.0.113.9") });
        states.push(reply.status);
      }
      expect(states.at(0)).toBe(401);
      expect(states.at(-1)).toBe(429);
      const other = await ask(server.port, SIGN_IN_PATHS.signIn, { ...signIn, ...from("198.51.100.7") });
      expect(other.status).toBe(200);
    });
  });

  it("refuses whoever goes around the proxy", async () => {
    const listening = listeningOf({ trustedProxy: "10.9.8.7", publicUrl: PUBLIC });
    server = await startClinic({ listening });
    const around = await ask(server.port, "/healthz", { headers: proxied });
    expect(JSON.parse(around.body)).toMatchObject({ code: "insecure_transport" });
    const onTheMachine = await ask(server.port, "/healthz", { headers: { host: "localhost" } });
    expect(onTheMachine.status).toBe(200);
  });
});

it("does not open a demo clinic beyond this machine, and makes nothing first", async () => {
  const listening = listeningOf({ trustedProxy: "127.0.0.1", publicUrl: PUBLIC });
  await expect(startClinic({ listening, demo: true })).rejects.toThrow(/this machine only/);
});
