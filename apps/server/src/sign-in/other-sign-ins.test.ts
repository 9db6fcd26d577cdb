import { SIGN_IN_PATHS } from "@soundings/contract";
import { type TOTP, URI } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../start.ts";
import { Authenticator } from "./authenticator.fixture.ts";
import { audited, Browser, movableClock, PASSWORD, somebody, startClinic } from "./clinic.fixture.ts";

const clock = movableClock();
let server: RunningServer;
let people = 0;

beforeAll(async () => {
  server = await startClinic({ now: clock.now });
}, 60_000);
afterAll(() => server.stop());

/** Somebody, and somebody else who knows the password and has signed in with it. */
async function withThief() {
  people += 1;
  const email = `owner${people}@clinic.example`;
  await somebody(server.services.store, email);
  const [own, thief] = [new Browser(server.port), new Browser(server.port)];
  await own.signIn(email);
  await thief.signIn(email);
  return { email, own, thief };
}

async function setUpApp(own: Browser) {
  const begun = await own.post(SIGN_IN_PATHS.totpBegin, { password: PASSWORD });
  const app = URI.parse(String(begun.data.uri)) as TOTP;
  const code = () => app.generate({ timestamp: Date.parse(clock.now()) });
  const confirmed = await own.post(SIGN_IN_PATHS.totpConfirm, { code: code() });
  expect(confirmed.status).toBe(200);
  return code;
}

async function addPasskey(own: Browser, key: Authenticator, password: unknown = PASSWORD) {
  const options = await own.post(SIGN_IN_PATHS.passkeyAddOptions, { password });
  if (options.status !== 200) return options;
  const asked = options.data as unknown as { challenge: string };
  const response = key.make(asked, `http://localhost:${server.port}`);
  return own.post(SIGN_IN_PATHS.passkeyAdd, { name: "Key", password, response });
}

async function enter(key: Authenticator) {
  const one = new Browser(server.port);
  const options = await one.post(SIGN_IN_PATHS.passkeyOptions);
  const asked = options.data as unknown as { challenge: string };
  const response = key.show(asked, `http://localhost:${server.port}`);
  const reply = await one.post(SIGN_IN_PATHS.passkey, { response });
  expect(reply.status).toBe(200);
  return one;
}

const isIn = async (one: Browser) => (await one.me()) !== null;

describe("a second factor", () => {
  it("left a thief signed in who had shown none, when an app was set up", async () => {
    const { own, thief } = await withThief();
    await setUpApp(own);
    expect([await isIn(own), await isIn(thief)]).toEqual([true, false]);
    const ended = audited(server.services.store).findLast(({ event }) => event === "sign_in_ended");
    expect(JSON.parse(ended?.detail ?? "{}").cause).toBe("second_factor");
  });

  it("was not asked for before the password was changed", async () => {
    const { email, own } = await withThief();
    await addPasskey(own, new Authenticator("localhost"));
    const thief = new Browser(server.port);
    await thief.signIn(email);
    const change = { current: PASSWORD, next: "violet engines under a paper moon" };
    expect((await thief.post(SIGN_IN_PATHS.password, change)).data.code).toBe("second_factor_needed");
    expect((await own.post(SIGN_IN_PATHS.password, change)).data).toEqual({ done: true });
  });
});

describe("a passkey", () => {
  it("left a thief signed in who had shown none, when it was added", async () => {
    const { own, thief } = await withThief();
    await addPasskey(own, new Authenticator("localhost"));
    expect([await isIn(own), await isIn(thief)]).toEqual([true, false]);
  });

  it("was added at a page that was left open, without the password", async () => {
    const { own } = await withThief();
    const key = new Authenticator("localhost");
    expect((await addPasskey(own, key, null)).data.code).toBe("bad_request");
    expect((await addPasskey(own, key, "not the password")).data.code).toBe("wrong_credentials");
    expect(await own.me()).toMatchObject({ passkeys: 0 });
    expect((await addPasskey(own, key)).data).toEqual({ done: true });
  });

  it("left a thief signed in with it when it was removed", async () => {
    const { email, own } = await withThief();
    const [kept, stolen] = [new Authenticator("localhost"), new Authenticator("localhost")];
    await addPasskey(own, stolen);
    await addPasskey(own, kept);
    const thief = await enter(stolen);
    const { passkeys } = JSON.parse((await own.get(SIGN_IN_PATHS.passkeys)).body);
    const { passkeyId } = passkeys[0];
    expect((await own.post(SIGN_IN_PATHS.passkeyRemove, { passkeyId })).data).toEqual({ done: true });
    expect([await isIn(own), await isIn(thief)]).toEqual([true, false]);
    expect(await (await enter(kept)).me()).toMatchObject({ email });
  });
});
