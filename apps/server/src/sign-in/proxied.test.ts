import { SIGN_IN_PATHS } from "@soundings/contract";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ask } from "../host/http.fixture.ts";
import { listeningOf } from "../host/listening.ts";
import type { RunningServer } from "../start.ts";
import { PASSWORD, somebody, startClinic } from "./clinic.fixture.ts";

const NAME = "soundings.clinic.example";
let server: RunningServer;

beforeAll(async () => {
  const listening = listeningOf({ trustedProxy: "127.0.0.1", publicUrl: `https://${NAME}` });
  server = await startClinic({ listening });
  await somebody(server.services.store, "ada@clinic.example");
}, 60_000);
afterAll(() => server.stop());

/** As the proxy passes a sign-in on that came to it from an address. */
function signIn(from: string, password: string) {
  return ask(server.port, SIGN_IN_PATHS.signIn, {
    method: "POST",
    headers: {
      host: NAME,
      origin: `https://${NAME}`,
      "content-type": "application/json",
      "x-forwarded-proto": "https",
      "x-forwarded-for": from,
    },
    body: JSON.stringify({ email: "ada@clinic.example", password }),
  });
}

it("gives a cookie that is for this host and TLS only", async () => {
  const reply = await signIn("203.0.113.1", PASSWORD);
  const cookie = (reply.headers["set-cookie"] ?? []).find((line) => line.includes("session_token")) ?? "";
  expect(cookie).toMatch(/^__Host-soundings\.session_token=/);
  expect(cookie).toMatch(/Secure/);
  expect(cookie).not.toMatch(/Domain=/i);
  const headers = { host: NAME, "x-forwarded-proto": "https", cookie: cookie.split(";", 1)[0] };
  expect((await ask(server.port, "/trpc/account.me", { headers })).status).toBe(200);
  const plain = { ...headers, cookie: headers.cookie?.replace("__Host-", "") };
  expect((await ask(server.port, "/trpc/account.me", { headers: plain })).status).toBe(401);
});

it("stops a guesser at one address, and lets the owner in from another", async () => {
  const guesses = await Promise.all(Array.from({ length: 6 }, () => signIn("203.0.113.66", "a wrong guess")));
  expect(guesses.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429]);
  expect((await signIn("203.0.113.66", PASSWORD)).status).toBe(429);
  expect((await signIn("203.0.113.1", PASSWORD)).status).toBe(200);
});

it("slows an account that is guessed at from everywhere", async () => {
  const codes: number[] = [];
  for (let n = 0; n < 18; n += 1) codes.push((await signIn(`198.51.100.${n}`, "a wrong guess")).status);
  expect(codes.filter((status) => status === 401)).toHaveLength(15);
  expect(codes.slice(15)).toEqual([429, 429, 429]);
});
