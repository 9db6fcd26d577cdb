import { SIGN_IN_PATHS } from "@soundings/contract";
import { disablePerson } from "@soundings/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Message, stream } from "../host/http.fixture.ts";
import type { RunningServer } from "../start.ts";
import { audited, Browser, BY_TEST, movableClock, somebody, startClinic } from "./clinic.fixture.ts";

const clock = movableClock();
let server: RunningServer;
let people = 0;

beforeAll(async () => {
  server = await startClinic({ now: clock.now, idleMinutes: 10 });
}, 60_000);
afterAll(() => server.stop());

async function signedIn() {
  people += 1;
  const email = `end${people}@clinic.example`;
  const personId = await somebody(server.services.store, email);
  const browser = new Browser(server.port);
  await browser.signIn(email);
  return { email, personId, browser };
}

function events(browser: Browser): AsyncGenerator<Message> {
  return stream(`http://localhost:${server.port}/events`, { headers: { cookie: browser.cookie } });
}

const causes = () =>
  audited(server.services.store)
    .filter(({ event }) => event === "sign_in_ended")
    .map(({ detail }) => JSON.parse(detail).cause as string);

describe("a sign-in that is left alone", () => {
  it("ends after the idle minutes, although the page goes on asking, and the audit says why", async () => {
    const { browser } = await signedIn();
    for (let minute = 0; minute < 9; minute += 1) {
      clock.forward(1);
      expect(await browser.me()).toMatchObject({ idleMinutes: 10 });
      expect((await browser.call("account.me")).status).toBe(200);
    }
    clock.forward(1.1);
    expect(await browser.me()).toBeNull();
    expect(causes().at(-1)).toBe("idle");
  });

  it("goes on when the person says so, and with every change", async () => {
    const { browser } = await signedIn();
    clock.forward(9);
    const stay = await browser.post(SIGN_IN_PATHS.stay);
    expect(Date.parse(String(stay.data.idleEndsAt)) - Date.parse(clock.now())).toBeGreaterThan(9 * 60_000);
    clock.forward(9);
    expect((await browser.call("account.endOthers")).status).toBe(200);
    clock.forward(9);
    expect(await browser.me()).not.toBeNull();
  });

  it("ends after twelve hours in any case", async () => {
    const { browser } = await signedIn();
    for (let nine = 0; nine < 79; nine += 1) {
      clock.forward(9);
      expect((await browser.post(SIGN_IN_PATHS.stay)).status).toBe(200);
    }
    clock.forward(9.5);
    expect((await browser.post(SIGN_IN_PATHS.stay)).data.code).toBe("signed_out");
    expect(causes().at(-1)).toBe("absolute");
  });
});

describe("an open page", () => {
  it("needs a sign-in", async () => {
    const reply = await new Browser(server.port).get("/events");
    expect([reply.status, JSON.parse(reply.body).code]).toEqual([401, "signed_out"]);
  });

  it("of one person, two hundred times over, shut everybody else out", async () => {
    const [greedy, other] = [await signedIn(), await signedIn()];
    const streams = Array.from({ length: 12 }, () => events(greedy.browser));
    for (const one of streams) expect((await one.next()).value?.data.type).toBe("hello");
    const more = await greedy.browser.get("/events");
    expect([more.status, JSON.parse(more.body).code]).toEqual([503, "too_many_streams"]);
    const theirs = events(other.browser);
    expect((await theirs.next()).value?.data.type).toBe("hello");
    for (const { browser } of [greedy, other]) await browser.post(SIGN_IN_PATHS.signOut);
    for (const one of [...streams, theirs]) expect((await one.next()).value?.data.type).toBe("signed_out");
  });

  it.each([
    [
      "is signed out",
      async ({ browser }: Awaited<ReturnType<typeof signedIn>>) => {
        await browser.post(SIGN_IN_PATHS.signOut);
      },
    ],
    [
      "is disabled by another process",
      async ({ personId }: Awaited<ReturnType<typeof signedIn>>) => {
        const { store, now } = server.services;
        disablePerson(store, BY_TEST, personId, now());
      },
    ],
    ["is idle for too long", async () => clock.forward(11)],
  ])("is told and cut off when its person %s", async (_how, happen) => {
    const made = await signedIn();
    const messages = events(made.browser);
    expect((await messages.next()).value?.data.type).toBe("hello");
    await happen(made);
    expect((await messages.next()).value?.data).toEqual({ type: "signed_out" });
    expect((await messages.next()).done).toBe(true);
    expect(await made.browser.me()).toBeNull();
  });
});
