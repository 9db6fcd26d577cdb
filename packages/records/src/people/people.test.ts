import type { Instant } from "@soundings/clinical";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../audit/audit.types.ts";
import { CLINIC, moment, NOW, newStore, take } from "../example-clinic.fixture.ts";
import { usableLink } from "../sign-in/links.reads.ts";
import { hashOfSecret, makeLink } from "../sign-in/links.writes.ts";
import type { Store } from "../store/store.ts";
import { disablePerson, enablePerson, endEverySignIn, removeSecondFactorOf } from "./accounts.writes.ts";
import { listColleagues, listPeople, staffWithoutAccount } from "./people.list.ts";
import { readPerson } from "./people.reads.ts";
import { addPerson, changePerson, type NewPerson } from "./people.writes.ts";

const ACTOR: Actor = { personId: null, name: "tester", signInId: null, requestId: null };
const LATER = moment("2026-03-17T03:00:00Z");

let store: Store;
beforeEach(async () => {
  store = newStore();
  await take(store, CLINIC);
});
afterEach(() => store.close());

const ADMINISTRATOR: NewPerson = {
  name: "Admin One",
  email: "admin@example.org",
  staffId: null,
  roles: [{ role: "administrator", programIds: [] }],
};
const THERAPIST: NewPerson = {
  name: "Therapist One",
  email: "one@example.org",
  staffId: "S-1",
  roles: [{ role: "therapist", programIds: ["IOP-DAY", "IOP-EVE"] }],
};

const add = (person: NewPerson) => addPerson(store.writer, person, NOW);

/** A password that was set, without the library that sets it. */
function givePassword(personId: string): void {
  store.writer.run(
    store.writer.change.insertInto("credentials").values({
      credential_id: `c-${personId}`,
      person_id: personId,
      provider_id: "credential",
      account_id: personId,
      access_token: null,
      refresh_token: null,
      id_token: null,
      access_token_expires_at: null,
      refresh_token_expires_at: null,
      scope: null,
      password: "hash",
      created_at: NOW,
      updated_at: NOW,
    }),
  );
}

function signIn(personId: string, signInId: string, lastActiveAt: Instant = NOW): void {
  store.writer.run(
    store.writer.change.insertInto("sign_ins").values({
      sign_in_id: signInId,
      person_id: personId,
      token: `token-${signInId}`,
      expires_at: moment("2026-03-17T14:00:00Z"),
      created_at: NOW,
      updated_at: NOW,
      last_active_at: lastActiveAt,
      second_factor: "none",
      ip_address: null,
      user_agent: null,
    }),
  );
}

const signIns = () => Number(store.reader.statement(`select count(*) from "sign_ins"`).get([])?.[0]);
const events = () =>
  store.reader
    .statement(`select "event", "detail" from "audit_entries" order by "seq"`)
    .all([])
    .map(([event, detail]) => [event, JSON.parse(String(detail)) as Record<string, unknown>] as const);

describe("a new person", () => {
  it("has the roles in programs that were given, and an address in lower case", () => {
    const personId = add({ ...THERAPIST, email: " One@Example.org" });
    expect(readPerson(store, personId)).toEqual({
      personId,
      name: "Therapist One",
      email: "one@example.org",
      staffId: "S-1",
      roles: [{ role: "therapist", programIds: ["IOP-DAY", "IOP-EVE"] }],
      disabled: false,
    });
  });

  it.each<[string, Partial<NewPerson>, string]>([
    ["an address that is taken, in another case", { email: "ADMIN@example.org" }, "email_taken"],
    ["no role", { roles: [] }, "bad_settings"],
    [
      "a role that is named twice",
      { roles: [...ADMINISTRATOR.roles, ...ADMINISTRATOR.roles] },
      "bad_settings",
    ],
    [
      "an administrator of one program",
      { roles: [{ role: "administrator", programIds: ["IOP-DAY"] }] },
      "bad_settings",
    ],
    ["a therapist of no program", { roles: [{ role: "therapist", programIds: [] }] }, "bad_settings"],
    ["a program that is not there", { roles: [{ role: "director", programIds: ["NONE"] }] }, "bad_settings"],
    ["a member of staff who is not there", { staffId: "S-404" }, "no_such_entry"],
  ])("is refused with %s", (_what, more, code) => {
    add(ADMINISTRATOR);
    expect(() => add({ ...THERAPIST, ...more })).toThrow(expect.objectContaining({ code }));
    expect(listPeople(store, NOW)).toHaveLength(1);
  });

  it("is refused a member of staff whom somebody else is", () => {
    add(THERAPIST);
    expect(() => add({ ...THERAPIST, email: "two@example.org" })).toThrow(
      expect.objectContaining({ code: "staff_taken" }),
    );
  });
});

describe("a change of a person", () => {
  it("replaces name, staff and roles, and leaves the sign-ins", () => {
    const personId = add(THERAPIST);
    signIn(personId, "s-1");
    const roles = [{ role: "director" as const, programIds: ["IOP-EVE"] }];
    changePerson(store, ACTOR, { ...THERAPIST, personId, staffId: null, roles }, LATER);
    expect(readPerson(store, personId)).toMatchObject({ staffId: null, roles });
    expect(signIns()).toBe(1);
  });

  it("of the address ends every sign-in and withdraws links", () => {
    const personId = add(THERAPIST);
    signIn(personId, "s-1");
    const { path } = makeLink(store, ACTOR, { personId, kind: "invite" }, NOW);
    changePerson(store, ACTOR, { ...THERAPIST, personId, email: "new@example.org" }, LATER);
    expect(signIns()).toBe(0);
    expect(usableLink(store, hashOfSecret(path.split("#")[1] ?? ""), LATER)).toBeNull();
    expect(events().at(-1)).toEqual([
      "sign_in_ended",
      expect.objectContaining({ personId, cause: "address" }),
    ]);
  });

  it("keeps one's own address and member of staff", () => {
    const personId = add(THERAPIST);
    changePerson(store, ACTOR, { ...THERAPIST, personId, name: "Therapist Eins" }, LATER);
    expect(readPerson(store, personId)?.name).toBe("Therapist Eins");
  });

  it("is refused to nobody, and with somebody else's address", () => {
    const personId = add(THERAPIST);
    add(ADMINISTRATOR);
    const to = (more: object) => () => changePerson(store, ACTOR, { ...THERAPIST, personId, ...more }, LATER);
    expect(to({ personId: "none" })).toThrow(expect.objectContaining({ code: "no_such_entry" }));
    expect(to({ email: ADMINISTRATOR.email })).toThrow(expect.objectContaining({ code: "email_taken" }));
    expect(readPerson(store, personId)?.email).toBe(THERAPIST.email);
  });
});

describe("the last administrator who can sign in", () => {
  let personId: string;
  beforeEach(() => {
    personId = add(ADMINISTRATOR);
    givePassword(personId);
    // Invited, and not here yet: not one who could take over.
    add({ ...ADMINISTRATOR, email: "invited@example.org" });
  });
  const last = expect.objectContaining({ code: "last_administrator" });

  it("is not disabled, and nothing of it is half done", () => {
    signIn(personId, "s-1");
    expect(() => disablePerson(store, ACTOR, personId, LATER)).toThrow(last);
    expect(readPerson(store, personId)?.disabled).toBe(false);
    expect(signIns()).toBe(1);
    expect(events().map(([event]) => event)).not.toContain("sign_in_ended");
  });

  it("does not lose the role", () => {
    const roles = [{ role: "director" as const, programIds: ["IOP-DAY"] }];
    expect(() => changePerson(store, ACTOR, { ...ADMINISTRATOR, personId, roles }, LATER)).toThrow(last);
    expect(readPerson(store, personId)?.roles).toEqual(ADMINISTRATOR.roles);
  });

  it("may go when another one can sign in", () => {
    const other = add({ ...ADMINISTRATOR, email: "other@example.org" });
    givePassword(other);
    disablePerson(store, ACTOR, personId, LATER);
    expect(readPerson(store, personId)?.disabled).toBe(true);
  });
});

describe("an account", () => {
  it("that is disabled has no sign-in and no link, and comes back without them", () => {
    const personId = add(THERAPIST);
    signIn(personId, "s-1");
    signIn(personId, "s-2");
    const { path } = makeLink(store, ACTOR, { personId, kind: "invite" }, NOW);
    disablePerson(store, ACTOR, personId, LATER);
    expect(signIns()).toBe(0);
    expect(listPeople(store, LATER)).toMatchObject([{ personId, state: "disabled", signIns: 0 }]);
    expect(listColleagues(store.reader)).toEqual([]);
    enablePerson(store, personId, LATER);
    expect(readPerson(store, personId)?.disabled).toBe(false);
    expect(usableLink(store, hashOfSecret(path.split("#")[1] ?? ""), LATER)).toBeNull();
  });

  it("has every sign-in ended, and only its own", () => {
    const personId = add(THERAPIST);
    const other = add(ADMINISTRATOR);
    signIn(personId, "s-1");
    signIn(personId, "s-2");
    signIn(other, "s-3");
    expect(endEverySignIn(store, ACTOR, personId, LATER)).toBe(2);
    expect(signIns()).toBe(1);
  });

  it("loses app, passkeys and sign-ins with a lost device, each entered in the audit", () => {
    const personId = add(THERAPIST);
    givePassword(personId);
    signIn(personId, "s-1");
    const { writer } = store;
    writer.exec(`insert into "two_factors" ("two_factor_id", "person_id", "secret", "backup_codes", "verified")
      values ('t-1', '${personId}', 'sealed', '[]', 1)`);
    writer.exec(`insert into "passkeys" ("passkey_id", "person_id", "public_key", "credential_id", "counter", "device_type", "backed_up")
      values ('k-1', '${personId}', 'key', 'id', 0, 'singleDevice', 0)`);
    writer.exec(`update "people" set "two_factor_enabled" = 1 where "person_id" = '${personId}'`);
    expect(listPeople(store, NOW)).toMatchObject([{ secondFactor: true, passkeys: 1, state: "active" }]);
    removeSecondFactorOf(store, ACTOR, personId, LATER);
    expect(listPeople(store, NOW)).toMatchObject([
      { secondFactor: false, passkeys: 0, signIns: 0, state: "active" },
    ]);
    const entered = events()
      .filter(([, { personId: of }]) => of === personId)
      .map(([event, { change, cause }]) => [event, change ?? cause]);
    expect(entered).toEqual([
      ["sign_in_ended", "second_factor"],
      ["second_factor_changed", "totp_removed"],
      ["second_factor_changed", "passkey_removed"],
    ]);
  });

  it.each([
    ["disabled", () => disablePerson(store, ACTOR, "none", LATER)],
    ["enabled", () => enablePerson(store, "none", LATER)],
    ["signed off", () => endEverySignIn(store, ACTOR, "none", LATER)],
    ["freed of a second factor", () => removeSecondFactorOf(store, ACTOR, "none", LATER)],
  ])("that is not there is not %s", (_what, act) => {
    expect(act).toThrow(expect.objectContaining({ code: "no_such_entry" }));
  });
});

describe("the list of people", () => {
  it("says who was invited, who is here, and since when nothing was done", () => {
    const personId = add(THERAPIST);
    expect(listPeople(store, NOW)).toEqual([
      {
        personId,
        name: "Therapist One",
        email: "one@example.org",
        staffId: "S-1",
        staffName: "Therapist One",
        roles: THERAPIST.roles,
        state: "invited",
        linkUntil: null,
        secondFactor: false,
        passkeys: 0,
        signIns: 0,
        lastActiveAt: null,
      },
    ]);
    givePassword(personId);
    signIn(personId, "s-1", moment("2026-03-17T02:00:00Z"));
    signIn(personId, "s-2", moment("2026-03-17T02:00:00.500Z"));
    expect(listPeople(store, NOW)).toMatchObject([
      { state: "active", signIns: 2, lastActiveAt: "2026-03-17T02:00:00.500Z" },
    ]);
    // An hour later both have run out.
    expect(listPeople(store, LATER)).toMatchObject([{ signIns: 0, lastActiveAt: null }]);
  });

  it("offers the staff of the records who have no account", () => {
    expect(staffWithoutAccount(store).map(({ staffId }) => staffId)).toEqual(["S-9", "S-1"]);
    add(THERAPIST);
    expect(staffWithoutAccount(store)).toEqual([
      { staffId: "S-9", name: "Prescriber Nine", role: "prescriber", email: null, programIds: [] },
    ]);
  });
});
