import { SIGN_IN_PATHS } from "@soundings/contract";
import { TOTP, URI } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../start.ts";
import { audited, Browser, movableClock, PASSWORD, somebody, startClinic } from "./clinic.fixture.ts";

const clock = movableClock();
let server: RunningServer;

beforeAll(async () => {
  server = await startClinic({ now: clock.now });
}, 60_000);
afterAll(() => server.stop());

const browser = () => new Browser(server.port);
const MINUTE = 60_000;
let people = 0;

/** Somebody who has an authenticator app, and the app. */
async function withApp(role: "therapist" | "director" = "therapist") {
  people += 1;
  const email = `app${people}@clinic.example`;
  await somebody(server.services.store, email, [{ role, programIds: ["IOP-DAY"] }]);
  const own = browser();
  await own.signIn(email);
  const begun = await own.post(SIGN_IN_PATHS.totpBegin, { password: PASSWORD });
  const app = URI.parse(String(begun.data.uri)) as TOTP;
  /** The code as the app shows it, with its clock off by so much. */
  const code = (off = 0) => app.generate({ timestamp: Date.parse(clock.now()) + off });
  return { email, own, begun, app, code };
}

async function setUp(role: "therapist" | "director" = "therapist") {
  const made = await withApp(role);
  const confirmed = await made.own.post(SIGN_IN_PATHS.totpConfirm, { code: made.code() });
  const codes = confirmed.data.codes as string[];
  clock.forward(5);
  return { ...made, codes };
}

const give = (one: Browser, method: "totp" | "recovery", code: string) =>
  one.post(SIGN_IN_PATHS.secondFactor, { method, code });

describe("an authenticator app", () => {
  it("is set up with a first code, and asked for after the password from then on", async () => {
    const { email, own, begun, app, code } = await withApp();
    expect(app).toBeInstanceOf(TOTP);
    expect(begun.data.secret).toBe(app.secret.base32);
    const early = browser();
    expect((await early.signIn(email)).data.outcome).toBe("signed_in");
    expect((await own.post(SIGN_IN_PATHS.totpConfirm, { code: "000000" })).data.code).toBe("wrong_code");
    const confirmed = await own.post(SIGN_IN_PATHS.totpConfirm, { code: code() });
    expect(confirmed.data.codes).toHaveLength(10);
    expect(await own.me()).toMatchObject({ secondFactor: "set_up", recoveryCodesLeft: 10 });

    clock.forward(1);
    const next = browser();
    expect((await next.signIn(email)).data).toEqual({ outcome: "second_factor" });
    expect(await next.me()).toBeNull();
    expect((await give(next, "totp", "000000")).data.code).toBe("wrong_code");
    expect((await give(next, "totp", code())).data).toEqual({ outcome: "signed_in" });
    expect(await next.me()).toMatchObject({ email });
    const last = audited(server.services.store).findLast(({ event }) => event === "signed_in");
    expect(last?.detail).toContain('"totp"');
  });

  it("begins no sign-in by the password alone, not even for a moment in the database", async () => {
    const { email } = await setUp();
    const count = () =>
      server.services.store.reader.statement(`select count(*) from "sign_ins"`).get([])?.[0];
    const begun = () => audited(server.services.store).filter(({ event }) => event === "signed_in").length;
    const before = [count(), begun()];
    await browser().signIn(email);
    expect([count(), begun()]).toEqual(before);
  });

  it("left no trace of a thief who knew the password and had no code", async () => {
    const { email } = await setUp();
    const { store } = server.services;
    const before = audited(store).length;
    await browser().signIn(email);
    const entries = audited(store).slice(before);
    expect(entries.map(({ event }) => event)).toEqual(["password_shown"]);
    expect(JSON.parse(entries[0]?.detail ?? "{}")).toMatchObject({ method: "password" });
  });

  it.each([-2, 2])(
    "takes codes of a clock that is %s minutes off, and none of one that is three",
    async (off) => {
      const { email, code } = await setUp();
      const one = browser();
      await one.signIn(email);
      expect((await give(one, "totp", code(off * 1.5 * MINUTE))).data.code).toBe("wrong_code");
      expect((await give(one, "totp", code(off * MINUTE))).data.outcome).toBe("signed_in");
    },
  );

  it("takes a code once", async () => {
    const { email, code } = await setUp();
    const [one, two] = [browser(), browser()];
    await one.signIn(email);
    await two.signIn(email);
    const seen = code();
    const outcomes = await Promise.all([give(one, "totp", seen), give(two, "totp", seen)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 401]);
    const three = browser();
    await three.signIn(email);
    expect((await give(three, "totp", code(-30_000))).data.code).toBe("wrong_code");
  });

  it("bears five wrong codes", async () => {
    const { email, code } = await setUp();
    const one = browser();
    await one.signIn(email);
    for (let n = 0; n < 5; n += 1) await give(one, "totp", "123456");
    expect((await give(one, "totp", code())).data.code).toBe("too_many_tries");
    clock.forward(16);
    const two = browser();
    await two.signIn(email);
    expect((await give(two, "totp", code())).status).toBe(200);
  });

  it("asks nothing of who has shown no password", async () => {
    expect((await give(browser(), "totp", "123456")).data.code).toBe("signed_out");
  });

  it("is removed with the password, and not by who has shown the password only", async () => {
    const { email, own } = await setUp();
    const wrong = await own.post(SIGN_IN_PATHS.totpRemove, { password: "wrong password here" });
    expect(wrong.data.code).toBe("wrong_credentials");
    expect((await own.post(SIGN_IN_PATHS.totpRemove, { password: PASSWORD })).data).toEqual({ done: true });
    expect((await browser().signIn(email)).data.outcome).toBe("signed_in");
    expect(audited(server.services.store).some(({ detail }) => detail.includes("totp_removed"))).toBe(true);
  });
});

describe("recovery codes", () => {
  it("open the account once each, however they are written, and are replaced with the password", async () => {
    const { email, own, codes } = await setUp();
    const [first = "", second = ""] = codes;
    const one = browser();
    await one.signIn(email);
    expect((await give(one, "recovery", first.toUpperCase().replace("-", " "))).status).toBe(200);
    expect(await one.me()).toMatchObject({ recoveryCodesLeft: 9 });
    const two = browser();
    await two.signIn(email);
    expect((await give(two, "recovery", first)).data.code).toBe("wrong_code");
    const fresh = await own.post(SIGN_IN_PATHS.recoveryCodes, { password: PASSWORD });
    expect(fresh.data.codes).toHaveLength(10);
    expect((await give(two, "recovery", second)).data.code).toBe("wrong_code");
    expect((await give(two, "recovery", String((fresh.data.codes as string[])[0]))).status).toBe(200);
    const stored = String(
      server.services.store.reader
        .statement(`select group_concat("backup_codes") from "two_factors"`)
        .get([])?.[0],
    );
    for (const code of codes) expect(stored).not.toContain(code);
  });
});

describe("who must have a second factor", () => {
  it("sees nothing but the account until it is set up, and everything at once when it is", async () => {
    const { own, code } = await withApp("director");
    expect(await own.me()).toMatchObject({ secondFactor: "needed" });
    const refused = JSON.parse((await own.query("caseload.page", {})).body);
    expect(refused.error.data.code).toBe("second_factor_needed");
    expect(JSON.parse((await own.get("/events")).body).code).toBe("second_factor_needed");
    await own.post(SIGN_IN_PATHS.totpConfirm, { code: code() });
    expect(await own.me()).toMatchObject({ secondFactor: "set_up" });
    expect((await own.query("caseload.page", {})).status).toBe(200);
  });
});
