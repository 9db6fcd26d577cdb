import { SIGN_IN_PATHS } from "@soundings/contract";
import { disablePerson } from "@soundings/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../host/http.fixture.ts";
import { type RunningServer, startServer } from "../start.ts";
import {
  audited,
  Browser,
  BY_TEST,
  movableClock,
  PASSWORD,
  serverOptions,
  somebody,
  startClinic,
} from "./clinic.fixture.ts";

const clock = movableClock();
let server: RunningServer;

beforeAll(async () => {
  server = await startClinic({ now: clock.now });
  await somebody(
    server.services.store,
    "ada@clinic.example",
    [{ role: "therapist", programIds: ["IOP-DAY"] }],
    "S-1",
  );
}, 60_000);
afterAll(() => server.stop());

const browser = () => new Browser(server.port);
const asked = ({ status, data }: { status: number; data: Record<string, unknown> }) => [
  status,
  data.code,
  data.message,
];

describe("signing in with a password", () => {
  it("opens the account, with a cookie that no script reads and no other site sends", async () => {
    const ada = browser();
    expect((await ada.get(SIGN_IN_PATHS.page)).status).toBe(200);
    expect((await ada.query("account.me")).status).toBe(401);
    const reply = await ada.signIn("Ada@Clinic.example");
    expect([reply.status, reply.data]).toEqual([200, { outcome: "signed_in" }]);
    const [cookie] = (reply.headers["set-cookie"] ?? []).filter((line) => line.includes("session_token"));
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    expect(cookie).toMatch(/Path=\//i);
    expect(await ada.me()).toMatchObject({
      email: "ada@clinic.example",
      staffId: "S-1",
      secondFactor: "none",
    });
    expect(audited(server.services.store).at(-1)).toMatchObject({ event: "signed_in" });
  });

  it("gives a new token each time, and a token from elsewhere opens nothing", async () => {
    const ada = browser();
    await ada.signIn("ada@clinic.example");
    const first = ada.cookie;
    await ada.signIn("ada@clinic.example");
    expect(ada.cookie).not.toBe(first);
    const earlier = await ask(server.port, "/trpc/account.me", { headers: { cookie: first } });
    expect(earlier.status).toBe(401);
  });

  it("answers alike for a wrong password, an unknown address and a disabled account", async () => {
    const { store, now } = server.services;
    const gone = await somebody(store, "gone@clinic.example");
    const eve = browser();
    await eve.signIn("gone@clinic.example");
    store.writer.act(() => disablePerson(store, BY_TEST, gone, now()));
    expect((await eve.query("account.me")).status).toBe(401);
    const replies = [
      await browser().signIn("ada@clinic.example", "not the password at all"),
      await browser().signIn("nobody@clinic.example", PASSWORD),
      await browser().signIn("gone@clinic.example", PASSWORD),
    ];
    const [wrong] = replies.map(asked);
    expect(wrong?.[1]).toBe("wrong_credentials");
    for (const reply of replies) expect(asked(reply)).toEqual(wrong);
    const entries = audited(store).filter(({ event }) => event === "sign_in_failed");
    expect(entries).toHaveLength(3);
    for (const { detail } of entries) expect(detail).not.toContain("@");
  });

  it("signs out for good: the cookie as it was opens nothing any more", async () => {
    const ada = browser();
    await ada.signIn("ada@clinic.example");
    const stolen = ada.cookie;
    expect((await ada.post(SIGN_IN_PATHS.signOut)).data).toEqual({ done: true });
    expect(ada.cookies.size).toBe(0);
    const replay = await ask(server.port, "/trpc/account.me", { headers: { cookie: stolen } });
    expect(JSON.parse(replay.body).error.data.code).toBe("signed_out");
    expect(audited(server.services.store).at(-1)).toMatchObject({ event: "signed_out" });
    expect((await ada.post(SIGN_IN_PATHS.signOut)).status).toBe(200);
  });

  it("takes no cookie that it has not signed", async () => {
    const ada = browser();
    await ada.signIn("ada@clinic.example");
    const [, value = ""] = /session_token=([^;]+)/.exec(ada.cookie) ?? [];
    const [token = ""] = decodeURIComponent(value).split(".");
    for (const forged of [token, `${token}.`, `${token}.${"A".repeat(43)}=`, `x${token}.AAAA`, "%", "."]) {
      const cookie = `soundings.session_token=${encodeURIComponent(forged)}`;
      expect((await ask(server.port, "/trpc/account.me", { headers: { cookie } })).status).toBe(401);
    }
    const malformed = await ask(server.port, "/trpc/account.me", {
      headers: { cookie: "soundings.session_token=%E0%A4%A" },
    });
    expect(malformed.status).toBe(401);
  });
});

describe("bad requests under /auth", () => {
  const send = (path: string, body: string, type = "application/json", headers = {}) =>
    ask(server.port, path, { method: "POST", headers: { "content-type": type, ...headers }, body });

  it.each([
    ["", 400],
    ["{", 400],
    ["[]", 400],
    ['"x"', 400],
    ["null", 400],
    ['{"email":1,"password":2}', 400],
    ['{"email":"a@b.example","password":""}', 400],
    [`{"email":"a@b.example","password":"${"x".repeat(2_000)}"}`, 400],
    ['{"__proto__":{"email":"a@b.example"}}', 400],
  ])("refuses the body %.40s", async (body, status) => {
    const reply = await send(SIGN_IN_PATHS.signIn, body);
    expect(reply.status).toBe(status);
    expect(JSON.parse(reply.body).code).toBe("bad_request");
  });

  it("refuses what is too large, and what is no JSON", async () => {
    const large = await send(SIGN_IN_PATHS.signIn, JSON.stringify({ email: "x".repeat(100_000) }));
    expect([large.status, JSON.parse(large.body).code]).toEqual([413, "too_large"]);
    const form = await send(SIGN_IN_PATHS.signIn, "email=a", "application/x-www-form-urlencoded");
    expect(JSON.parse(form.body).code).toBe("bad_request");
  });

  it("refuses another site, and a cookie that no page of ours sends", async () => {
    const ada = browser();
    await ada.signIn("ada@clinic.example");
    const { cookie = "" } = ada.headers();
    const foreign = await send(SIGN_IN_PATHS.signOut, "{}", "application/json", {
      cookie,
      origin: "https://evil.example",
    });
    expect(foreign.status).toBe(403);
    expect((await send(SIGN_IN_PATHS.signOut, "{}", "application/json", { cookie })).status).toBe(403);
    expect(await ada.me()).not.toBeNull();
  });

  it.each([
    SIGN_IN_PATHS.stay,
    SIGN_IN_PATHS.password,
    SIGN_IN_PATHS.totpBegin,
    SIGN_IN_PATHS.passkeyAddOptions,
  ])("%s needs a sign-in", async (path) => {
    expect((await browser().post(path, {})).data.code).toBe("signed_out");
  });

  it("serves nothing of the library's own", async () => {
    for (const path of ["/auth/get-session", "/auth/sign-up/email", "/auth/two-factor/enable", "/auth/x"])
      expect((await browser().get(path)).status).toBe(404);
  });
});

describe("guessing", () => {
  it("stops who guesses, for that account from that address, and says so in the audit; a restart forgives nothing", async () => {
    const own = movableClock();
    const target = await startClinic({ now: own.now });
    const { store } = target.services;
    await somebody(store, "ben@clinic.example");
    await somebody(store, "cy@clinic.example");
    const guess = (port: number) => new Browser(port).signIn("ben@clinic.example", "a wrong guess of mine");
    const codes = (await Promise.all(Array.from({ length: 12 }, () => guess(target.port)))).map(
      ({ data }) => data.code,
    );
    expect(codes.filter((code) => code === "wrong_credentials")).toHaveLength(5);
    expect(codes.filter((code) => code === "too_many_tries")).toHaveLength(7);
    const right = await new Browser(target.port).signIn("ben@clinic.example");
    expect([right.status, right.data.code]).toEqual([429, "too_many_tries"]);
    expect((await new Browser(target.port).signIn("cy@clinic.example")).status).toBe(200);
    expect((await new Browser(target.port).signIn("none@clinic.example", "x")).data.code).toBe(
      "wrong_credentials",
    );
    expect(audited(store).filter(({ event }) => event === "locked_out").length).toBeGreaterThan(0);
    await target.stop();

    const again = await startServer(serverOptions({ dataDir: store.dataDir, now: own.now }));
    expect((await guess(again.port)).status).toBe(429);
    own.forward(16);
    expect((await new Browser(again.port).signIn("ben@clinic.example")).status).toBe(200);
    await again.stop();
  }, 60_000);
});

describe("the own sign-ins", () => {
  it("are listed, and each or all others can be ended", async () => {
    const [here, there, third] = [browser(), browser(), browser()];
    await somebody(server.services.store, "dee@clinic.example");
    for (const one of [here, there, third]) await one.signIn("dee@clinic.example");
    const list = async () =>
      JSON.parse((await here.query("account.signIns")).body).result.data.signIns as {
        signInId: string;
        current: boolean;
        device: string;
      }[];
    expect((await list()).map(({ current }) => current).sort()).toEqual([false, false, true]);
    const other = (await list()).find(({ current }) => !current)?.signInId;
    expect((await here.post("/trpc/account.endSignIn", { signInId: other })).status).toBe(200);
    expect(await list()).toHaveLength(2);
    const ada = browser();
    await ada.signIn("ada@clinic.example");
    const mine = (await list())[0]?.signInId;
    expect((await ada.post("/trpc/account.endSignIn", { signInId: mine })).status).toBe(404);
    expect((await here.call("account.endOthers")).status).toBe(200);
    expect(await list()).toHaveLength(1);
    expect([await there.me(), await third.me()]).toEqual([null, null]);
    expect(await here.me()).not.toBeNull();
  });
});
