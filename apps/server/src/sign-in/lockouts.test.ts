import { SIGN_IN_PATHS } from "@soundings/contract";
import { makeLink } from "@soundings/records";
import { type TOTP, URI } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../start.ts";
import { Browser, BY_TEST, movableClock, PASSWORD, somebody, startClinic } from "./clinic.fixture.ts";

const clock = movableClock();
let server: RunningServer;
let people = 0;

beforeAll(async () => {
  server = await startClinic({ now: clock.now });
}, 60_000);
afterAll(() => server.stop());

const browser = () => new Browser(server.port);

async function invited() {
  people += 1;
  const email = `lock${people}@clinic.example`;
  return { email, personId: await somebody(server.services.store, email) };
}

const times = async (count: number, act: () => Promise<{ readonly status: number }>) => {
  const states: number[] = [];
  for (let done = 0; done < count; done += 1) states.push((await act()).status);
  return states;
};

describe("an address that a whole clinic shares", () => {
  it("was locked for passwords by a hundred junk passkeys", async () => {
    const { email } = await invited();
    const junk = () => browser().post(SIGN_IN_PATHS.passkey, { response: { id: "junk" } });
    const states = await times(101, junk);
    expect([states.at(0), states.at(-1)]).toEqual([401, 429]);
    expect((await browser().signIn(email)).status).toBe(200);
    clock.forward(16);
  });

  it("does not lock who has signed in from there lately, though it does others", async () => {
    const [known, other] = [await invited(), await invited()];
    expect((await browser().signIn(known.email)).status).toBe(200);
    let guessed = 0;
    const states = await times(101, () => browser().signIn(`nobody${++guessed}@clinic.example`, "a guess"));
    expect([states.at(0), states.at(-1)]).toEqual([401, 429]);
    expect((await browser().signIn(other.email)).status).toBe(429);
    expect((await browser().signIn(known.email)).status).toBe(200);
    const tries = await times(6, () => browser().signIn(known.email, "a wrong guess"));
    expect(tries.at(-1)).toBe(429);
    clock.forward(16);
  }, 60_000);
});

describe("a lost password", () => {
  it("could not be helped by an administrator's new link, because the account stayed locked", async () => {
    const { email, personId } = await invited();
    const { store } = server.services;
    const guess = () => browser().signIn(email, "not my password");
    for (let round = 0; round < 4; round += 1) {
      clock.forward(15.1);
      await times(5, guess);
    }
    expect((await browser().signIn(email)).status).toBe(429);
    const link = makeLink(store, BY_TEST, { personId, kind: "reset" }, clock.now());
    const token = link.path.replace("/link#", "");
    const password = "violet engines under a paper moon";
    expect((await browser().post(SIGN_IN_PATHS.useLink, { token, password })).status).toBe(200);
    expect((await browser().signIn(email, password)).status).toBe(200);
  });
});

it("patience found a code, because only the last quarter of an hour was counted", async () => {
  const { email } = await invited();
  const own = browser();
  await own.signIn(email);
  const begun = await own.post(SIGN_IN_PATHS.totpBegin, { password: PASSWORD });
  const app = URI.parse(String(begun.data.uri)) as TOTP;
  const code = () => app.generate({ timestamp: Date.parse(clock.now()) });
  await own.post(SIGN_IN_PATHS.totpConfirm, { code: code() });
  const give = async (what: string) => {
    const one = browser();
    await one.signIn(email);
    return one.post(SIGN_IN_PATHS.secondFactor, { method: "totp", code: what });
  };
  for (let round = 0; round < 6; round += 1) {
    clock.forward(15.1);
    expect(await times(5, () => give("000000"))).toEqual([401, 401, 401, 401, 401]);
  }
  clock.forward(16);
  expect((await give(code())).data.code).toBe("too_many_tries");
  clock.forward(24 * 60);
  expect((await give(code())).data).toEqual({ outcome: "signed_in" });
}, 60_000);
