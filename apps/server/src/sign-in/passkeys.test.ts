import { SIGN_IN_PATHS } from "@soundings/contract";
import { disablePerson } from "@soundings/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../start.ts";
import { Authenticator } from "./authenticator.fixture.ts";
import { audited, Browser, BY_TEST, PASSWORD, somebody, startClinic } from "./clinic.fixture.ts";

let server: RunningServer;
let people = 0;

beforeAll(async () => {
  server = await startClinic();
}, 60_000);
afterAll(() => server.stop());

const browser = () => new Browser(server.port);
const origin = () => `http://localhost:${server.port}`;
type Asked = { readonly challenge: string };

async function add(own: Browser, key: Authenticator, at = origin()) {
  const options = await own.post(SIGN_IN_PATHS.passkeyAddOptions, { password: PASSWORD });
  const response = key.make(options.data as unknown as Asked, at);
  return own.post(SIGN_IN_PATHS.passkeyAdd, { name: "My key", password: PASSWORD, response });
}

async function show(one: Browser, key: Authenticator, at = origin()) {
  const options = await one.post(SIGN_IN_PATHS.passkeyOptions);
  expect(options.data).toMatchObject({ userVerification: "required", rpId: "localhost" });
  expect(options.data.allowCredentials ?? []).toEqual([]);
  const response = key.show(options.data as unknown as Asked, at);
  return { response, reply: await one.post(SIGN_IN_PATHS.passkey, { response }) };
}

async function withPasskey(role: "therapist" | "director" = "therapist") {
  people += 1;
  const email = `key${people}@clinic.example`;
  const personId = await somebody(server.services.store, email, [{ role, programIds: ["IOP-DAY"] }]);
  const own = browser();
  await own.signIn(email);
  const key = new Authenticator("localhost");
  expect((await add(own, key)).data).toEqual({ done: true });
  return { email, personId, own, key };
}

describe("a passkey", () => {
  it("is added by who is signed in, signs in alone, and counts as two factors", async () => {
    const { own, key, email } = await withPasskey("director");
    expect(await own.me()).toMatchObject({ passkeys: 1, secondFactor: "set_up" });
    const one = browser();
    expect((await show(one, key)).reply.data).toEqual({ outcome: "signed_in" });
    expect(await one.me()).toMatchObject({ email, secondFactor: "set_up" });
    expect((await one.query("caseload.page", {})).status).toBe(200);
    const entry = audited(server.services.store).findLast(({ event }) => event === "signed_in");
    expect(JSON.parse(entry?.detail ?? "{}")).toEqual({ method: "passkey", secondFactor: "passkey" });
  });

  it("is not replaced by the password: who shows only that cannot add or remove anything", async () => {
    const { email, key } = await withPasskey("director");
    const thief = browser();
    await thief.signIn(email);
    expect(await thief.me()).toMatchObject({ secondFactor: "needed" });
    expect((await thief.query("caseload.page", {})).status).toBe(403);
    expect((await thief.post(SIGN_IN_PATHS.passkeyAddOptions, { password: PASSWORD })).data.code).toBe(
      "second_factor_needed",
    );
    expect((await thief.post(SIGN_IN_PATHS.totpBegin, { password: "x" })).data.code).toBe(
      "second_factor_needed",
    );
    const list = JSON.parse((await thief.get(SIGN_IN_PATHS.passkeys)).body).passkeys;
    const remove = { passkeyId: list[0].passkeyId };
    expect((await thief.post(SIGN_IN_PATHS.passkeyRemove, remove)).data.code).toBe("second_factor_needed");
    expect((await show(thief, key)).reply.status).toBe(200);
    expect((await thief.post(SIGN_IN_PATHS.passkeyRemove, remove)).data).toEqual({ done: true });
    expect((await show(browser(), key)).reply.data.code).toBe("wrong_credentials");
  });

  it("must have made sure who holds it", async () => {
    const { own, key } = await withPasskey();
    key.verifies = false;
    expect((await show(browser(), key)).reply.data.code).toBe("wrong_credentials");
    const careless = new Authenticator("localhost");
    careless.verifies = false;
    expect((await add(own, careless)).data.code).toBe("bad_request");
  });

  it("is not taken from another site, a second time, or for a disabled account", async () => {
    const { key, personId } = await withPasskey();
    expect((await show(browser(), key, "https://evil.example")).reply.status).toBe(401);
    const one = browser();
    const { response } = await show(one, key);
    expect((await one.post(SIGN_IN_PATHS.passkey, { response })).data.code).toBe("wrong_credentials");
    const { store, now } = server.services;
    disablePerson(store, BY_TEST, personId, now());
    expect((await show(browser(), key)).reply.data.code).toBe("wrong_credentials");
  });

  it("of somebody else cannot be removed, nor be seen", async () => {
    const [ada, ben] = [await withPasskey(), await withPasskey()];
    const { passkeys } = JSON.parse((await ada.own.get(SIGN_IN_PATHS.passkeys)).body);
    expect(passkeys).toHaveLength(1);
    const { passkeyId } = passkeys[0];
    expect((await ben.own.post(SIGN_IN_PATHS.passkeyRemove, { passkeyId })).data.code).toBe("no_such_entry");
    expect((await show(browser(), ada.key)).reply.status).toBe(200);
  });
});

it("begins no more than so many at once for one address", async () => {
  const many = Array.from({ length: 130 }, () => browser().post(SIGN_IN_PATHS.passkeyOptions));
  const codes = (await Promise.all(many)).map(({ status }) => status);
  expect(codes).toContain(429);
});
