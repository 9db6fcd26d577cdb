import type { Server } from "node:http";
import { SIGN_IN_PATHS } from "@soundings/contract";
import { disablePerson } from "@soundings/records";
import { type TOTP, URI } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../host/http.fixture.ts";
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
import { CLIENT, freePort, type ProviderAccount, startProvider } from "./provider.fixture.ts";

const clock = movableClock();
let server: RunningServer;
let provider: Server;
let account: ProviderAccount;

beforeAll(async () => {
  const port = await freePort();
  const redirect = `http://localhost:${port}${SIGN_IN_PATHS.providerCallback}`;
  const made = await startProvider(redirect, () => account);
  provider = made.server;
  const settings = {
    issuer: made.issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    name: "The clinic's accounts",
    secondFactor: "here",
  } as const;
  server = await startClinic({
    port,
    now: clock.now,
    signIn: { secretFile: undefined, provider: settings, mail: null },
  });
}, 60_000);
afterAll(async () => {
  await server.stop();
  provider.closeAllConnections();
  provider.close();
});

const person = (email: string, given: Partial<ProviderAccount> = {}): ProviderAccount => ({
  sub: `sub of ${email}`,
  email,
  verified: true,
  amr: ["pwd"],
  ...given,
});

/** Follows the way to the provider and back as a browser does, and answers where it ends. */
async function through(browser: Browser, as: ProviderAccount): Promise<string> {
  account = as;
  const jar = new Map<string, string>();
  const begun = await browser.get(SIGN_IN_PATHS.provider);
  let at = String(begun.headers.location);
  expect(at).toMatch(/code_challenge=.*&|&code_challenge=/);
  for (let hops = 0; hops < 10 && !at.startsWith(`http://localhost:${server.port}`); hops += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const reply = await fetch(at, { redirect: "manual", headers: { cookie } });
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    at = new URL(String(reply.headers.get("location")), at).href;
  }
  const { pathname, search } = new URL(at);
  const back = await browser.get(`${pathname}${search}`);
  return String(back.headers.location);
}

const browser = () => new Browser(server.port);

describe("single sign-on", () => {
  it("is named on the first page, and signs in who was invited, by a verified address", async () => {
    const page = await browser().get(SIGN_IN_PATHS.page);
    expect(JSON.parse(page.body).provider).toEqual({ name: "The clinic's accounts" });
    await somebody(server.services.store, "ada@clinic.example");
    const ada = browser();
    expect(await through(ada, person("ada@clinic.example"))).toBe("/");
    expect(await ada.me()).toMatchObject({ email: "ada@clinic.example" });
    const again = browser();
    expect(await through(again, person("ada@clinic.example"))).toBe("/");
    const { reader } = server.services.store;
    const tokens = reader
      .statement(
        `select count(*) from "credentials" where "access_token" is not null or "refresh_token" is not null or "id_token" is not null`,
      )
      .get([]);
    expect(tokens?.[0]).toBe(0);
  });

  it("opens nothing to who was not invited, whose address is not verified, or who is disabled", async () => {
    const { store, now } = server.services;
    const gone = await somebody(store, "gone@clinic.example");
    await somebody(store, "ben@clinic.example");
    disablePerson(store, BY_TEST, gone, now());
    const people = () => store.reader.statement(`select count(*) from "people"`).get([])?.[0];
    const before = people();
    for (const as of [
      person("stranger@elsewhere.example"),
      person("ben@clinic.example", { verified: false }),
      person("gone@clinic.example"),
    ]) {
      const one = browser();
      expect(await through(one, as)).toBe("/sign-in?problem=provider");
      expect(await one.me()).toBeNull();
    }
    expect(people()).toBe(before);
    expect(audited(store).filter(({ event }) => event === "sign_in_failed")).toHaveLength(3);
  });

  it("takes no answer that it did not ask for", async () => {
    const one = browser();
    const forged = await one.get(`${SIGN_IN_PATHS.providerCallback}?code=x&state=y`);
    expect(forged.headers.location).toBe("/sign-in?problem=provider");
    await one.get(SIGN_IN_PATHS.provider);
    const mixed = await one.get(`${SIGN_IN_PATHS.providerCallback}?code=x&state=y`);
    expect(mixed.headers.location).toBe("/sign-in?problem=provider");
    expect(await one.me()).toBeNull();
  });

  it("locked a clinic's address out when another site showed a hundred pictures of it", async () => {
    const { store } = server.services;
    await somebody(store, "fay@clinic.example");
    const fay = browser();
    await fay.get(SIGN_IN_PATHS.provider);
    const before = audited(store).length;
    for (let shown = 0; shown < 110; shown += 1) {
      const one = shown % 2 === 0 ? fay : browser();
      const reply = await one.get(`${SIGN_IN_PATHS.providerCallback}?error=x&state=y${shown}`);
      expect([reply.status, reply.headers.location]).toEqual([302, "/sign-in?problem=provider"]);
    }
    const image = { ...fay.headers(), "sec-fetch-dest": "image" };
    for (let shown = 0; shown < 70; shown += 1)
      await ask(server.port, SIGN_IN_PATHS.provider, { headers: image });
    expect(audited(store).length).toBe(before);
    expect((await browser().signIn("fay@clinic.example")).status).toBe(200);
    expect(await through(browser(), person("fay@clinic.example"))).toBe("/");
  });

  it("leaves a director without a second factor at the account, unless the provider has asked for one", async () => {
    const roles = [{ role: "director", programIds: ["IOP-DAY"] }] as const;
    await somebody(server.services.store, "dee@clinic.example", roles);
    const dee = browser();
    await through(dee, person("dee@clinic.example"));
    expect(await dee.me()).toMatchObject({ secondFactor: "needed" });
    const asked = browser();
    await through(asked, person("dee@clinic.example", { amr: ["pwd", "mfa"] }));
    expect((await asked.query("caseload.page", {})).status).toBe(200);
  });

  it("still asks for the code of who has an authenticator app", async () => {
    await somebody(server.services.store, "eve@clinic.example");
    const own = browser();
    await own.signIn("eve@clinic.example");
    const begun = await own.post(SIGN_IN_PATHS.totpBegin, { password: PASSWORD });
    const app = URI.parse(String(begun.data.uri)) as TOTP;
    const code = () => app.generate({ timestamp: Date.parse(clock.now()) });
    await own.post(SIGN_IN_PATHS.totpConfirm, { code: code() });
    clock.forward(1);
    const eve = browser();
    expect(await through(eve, person("eve@clinic.example"))).toBe("/sign-in?step=second-factor");
    expect(await eve.me()).toBeNull();
    const shown = await eve.post(SIGN_IN_PATHS.secondFactor, { method: "totp", code: code() });
    expect(shown.data).toEqual({ outcome: "signed_in" });
    expect(await eve.me()).toMatchObject({ email: "eve@clinic.example" });
  });
});
