import { SIGN_IN_PATHS } from "@soundings/contract";
import { type LinkKind, makeLink } from "@soundings/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../start.ts";
import {
  audited,
  Browser,
  BY_TEST,
  movableClock,
  PASSWORD,
  somebody,
  startClinic,
} from "./clinic.fixture.ts";

const clock = movableClock();
const NEW_PASSWORD = "violet engines under a paper moon";
const DAY = 24 * 60;
let server: RunningServer;
let people = 0;

beforeAll(async () => {
  server = await startClinic({ now: clock.now });
}, 60_000);
afterAll(() => server.stop());

const browser = () => new Browser(server.port);

async function invited(kind: LinkKind = "invite") {
  people += 1;
  const email = `link${people}@clinic.example`;
  const { store } = server.services;
  const personId = await somebody(store, email);
  const make = () => makeLink(store, BY_TEST, { personId, kind }, clock.now()).path.replace("/link#", "");
  return { email, personId, token: make(), make };
}

const open = (token: string) => browser().post(SIGN_IN_PATHS.link, { token });
const use = (token: string, password = NEW_PASSWORD) =>
  browser().post(SIGN_IN_PATHS.useLink, { token, password });

describe("a one-time link", () => {
  it("says whose it is, sets the password once, and ends every sign-in", async () => {
    const { email, token } = await invited();
    const earlier = browser();
    await earlier.signIn(email);
    expect((await open(token)).data).toMatchObject({ kind: "invite", email });
    expect((await use(token)).data).toEqual({ done: true });
    expect(await earlier.me()).toBeNull();
    expect((await use(token)).data.code).toBe("link_unusable");
    expect((await open(token)).data.code).toBe("link_unusable");
    expect((await browser().signIn(email, PASSWORD)).status).toBe(401);
    expect((await browser().signIn(email, NEW_PASSWORD)).status).toBe(200);
    const entries = audited(server.services.store);
    expect(entries.some(({ event }) => event === "link_used")).toBe(true);
    for (const { detail } of entries) expect(detail).not.toContain(token);
  });

  it.each([
    ["invite", 7 * DAY],
    ["reset", DAY],
  ] as const)("to %s works until its time is over, %d minutes", async (kind, minutes) => {
    const { token } = await invited(kind);
    clock.forward(minutes - 1);
    expect((await open(token)).status).toBe(200);
    clock.forward(2);
    expect((await open(token)).data.code).toBe("link_unusable");
    expect((await use(token)).data.code).toBe("link_unusable");
  });

  it("is replaced by a newer one", async () => {
    const { token, make } = await invited();
    const newer = make();
    expect((await open(token)).data.code).toBe("link_unusable");
    expect((await open(newer)).status).toBe(200);
  });

  it("is used by one of two who use it at once", async () => {
    const { token } = await invited();
    const [one, two] = await Promise.all([use(token), use(token, `${NEW_PASSWORD} too`)]);
    expect([one.status, two.status].sort()).toEqual([200, 410]);
  });

  it.each([
    "short",
    "password1234",
    "aaaaaaaaaaaaaaaa",
    "qwertyuiop12",
    "soundings2026",
    "passwordpassword",
    "link6link6link6",
    "Soundings2026!!",
    "correct horse battery staple",
    "four harbor lights at dusk",
  ])("takes no password such as %s, and stays usable", async (password) => {
    const { token } = await invited();
    expect((await use(token, password)).data.code).toBe("weak_password");
    expect((await use(token, "x".repeat(129))).data.code).toBe("weak_password");
    expect((await open(token)).status).toBe(200);
  });

  it("is not found by guessing", async () => {
    const replies = await Promise.all(Array.from({ length: 25 }, () => open("A".repeat(43))));
    const codes = replies.map(({ data }) => data.code);
    expect(codes.filter((code) => code === "link_unusable")).toHaveLength(20);
    expect(codes).toContain("too_many_tries");
  });
});

describe("a new password", () => {
  it("needs the present one, and ends the other sign-ins", async () => {
    const { email } = await invited();
    const [here, there] = [browser(), browser()];
    await here.signIn(email);
    await there.signIn(email);
    const change = (current: string, next: string) => here.post(SIGN_IN_PATHS.password, { current, next });
    expect((await change("wrong password here", NEW_PASSWORD)).data.code).toBe("wrong_credentials");
    expect((await change(PASSWORD, "password1234")).data.code).toBe("weak_password");
    expect((await change(PASSWORD, NEW_PASSWORD)).data).toEqual({ done: true });
    expect(await here.me()).not.toBeNull();
    expect(await there.me()).toBeNull();
    expect((await browser().signIn(email, NEW_PASSWORD)).status).toBe(200);
  });
});
