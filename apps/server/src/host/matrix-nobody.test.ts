import { type Case, named, OUTCOME_CASES, PATIENT_CASES, SITE_CASES } from "@soundings/api/matrix";
import { ROLES, type Role, SIGN_IN_PATHS } from "@soundings/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { audited, Browser } from "../sign-in/clinic.fixture.ts";
import { askForNews, codeOf, type OverHttp, openOverHttp, toldBy } from "./matrix.fixture.ts";

const CASES = Object.entries<Case>({ ...PATIENT_CASES, ...SITE_CASES, ...OUTCOME_CASES });

let http: OverHttp;
/** What somebody without a cookie is told, whatever is asked. */
let toldNobody: string;
beforeAll(async () => {
  http = await openOverHttp();
  const reply = await new Browser(http.server.port).get("/trpc/rules.list?batch=1&input=%7B%7D");
  expect(codeOf(reply)).toBe("signed_out");
  toldNobody = toldBy(reply);
}, 60_000);
afterAll(() => http.matrix.clinic.close());

/** The cookie of a browser in another, as one who has stolen it would send it. */
function replayed({ port, cookies }: Browser): Browser {
  const thief = new Browser(port);
  for (const [name, value] of cookies) thief.cookies.set(name, value);
  return thief;
}

function forged(browser: Browser, change: (value: string) => string): Browser {
  const forger = new Browser(browser.port);
  for (const [name, value] of browser.cookies) forger.cookies.set(name, change(value));
  return forger;
}

const lastCause = () => JSON.parse(audited(http.server.services.store).at(-1)?.detail ?? "{}").cause;

/** Ways not to be signed in, though all but one send the cookie of somebody who was. */
const STATES: Readonly<Record<string, (role: Role) => Promise<Browser>>> = {
  "nobody is signed in": async () => new Browser(http.server.port),
  "the signature of the cookie is another's": async (role) => {
    const [, foreign = ""] = http.browsers[role].cookie.split(/(?=\.[^.]*$)/);
    const other = (role === "therapist" ? http.browsers.director : http.browsers.therapist).cookie;
    const [, signature = ""] = other.split(/(?=\.[^.]*$)/);
    return forged(http.browsers[role], (value) => value.replace(foreign, signature));
  },
  "the cookie is not signed": async (role) =>
    forged(http.browsers[role], (value) => value.slice(0, value.lastIndexOf("."))),
  "the cookie is replayed after signing off": async (role) => {
    const { browser } = await http.another(role);
    const thief = replayed(browser);
    expect(await thief.me()).not.toBeNull();
    await browser.post(SIGN_IN_PATHS.signOut);
    return thief;
  },
  "the account was disabled while the cookie lives": async (role) => {
    const { personId, browser } = await http.another(role);
    expect(await browser.me()).not.toBeNull();
    const { writer } = http.server.services.store;
    writer.statement("update people set disabled_at = created_at where person_id = ?").run([personId]);
    return browser;
  },
  // The last: from here on everybody is idle.
  "nothing was done for too long": async (role) => {
    const { browser } = await http.another(role);
    http.forward(15.1);
    expect(await browser.me()).toBeNull();
    expect(lastCause()).toBe("idle");
    return browser;
  },
};

describe("without a second factor", () => {
  it.each(["director", "administrator"] as const)(
    "a %s is shown the account and nothing else",
    async (role) => {
      const { browser } = await http.another(role);
      expect(await browser.me()).toMatchObject({ secondFactor: "needed" });
      const told = new Set<string>();
      for (const [path, one] of CASES) {
        if (one.action === "account.use") continue;
        const outcome = await http.outcomeFrom(browser, one, role);
        expect([path, outcome.error, outcome.entries]).toEqual([path, "second_factor_needed", []]);
        told.add(outcome.told);
      }
      expect(told.size).toBe(1);
      const { status, body } = await askForNews(browser);
      expect(status).toBe(403);
      expect(body).toContain('"second_factor_needed"');
    },
  );
});

describe.each(Object.entries(STATES))("when %s", (_state, browserOf) => {
  const browsers = new Map<Role, Browser>();
  beforeAll(async () => {
    for (const role of ROLES) browsers.set(role, await browserOf(role));
  });

  it.each(CASES)("%s answers everybody the same, and does nothing", async (_path, one) => {
    for (const [role, browser] of browsers) {
      const outcome = await http.outcomeFrom(browser, one, role);
      expect([role, outcome.error, outcome.entries]).toEqual([role, "signed_out", []]);
      expect(outcome.told).toBe(toldNobody);
    }
  });

  it("no news is told", async () => {
    for (const browser of browsers.values()) {
      const { status, body } = await askForNews(browser);
      expect(status).toBe(401);
      expect(body).toContain('"signed_out"');
      expect(named(body)).toEqual({ ids: [], names: [] });
    }
  });
});
