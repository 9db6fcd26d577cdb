import type { Instant } from "@soundings/clinical";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../audit/audit.types.ts";
import { newStore } from "../example-clinic.fixture.ts";
import { addPerson } from "../people/people.writes.ts";
import type { Store } from "../store/store.ts";
import { factorsOf } from "./factors.reads.ts";
import { confirmTotp, removeTotp, spendRecoveryCode, spendTotpStep } from "./factors.writes.ts";
import { idleMinutesOf, saveIdleMinutes } from "./idle.ts";
import { libraryCreate, libraryRows, libraryUpdate } from "./library.ts";
import { hashOfSecret, makeLink } from "./links.writes.ts";
import { spendLink } from "./passwords.ts";
import { ranOut, type SignIn } from "./sign-ins.reads.ts";
import { isLockedOut, noteFailedTry } from "./tries.ts";

const NOW = "2026-03-16T19:00:00Z" as Instant;
const at = (time: string) => `2026-03-16T${time}Z` as Instant;
const ACTOR: Actor = { personId: null, name: "test", signInId: null, requestId: null };

let store: Store;
let personId: string;

beforeAll(() => {
  store = newStore();
  const roles = [{ role: "administrator", programIds: [] }] as const;
  const person = { name: "Ada", email: "ada@clinic.example", staffId: null, roles };
  personId = addPerson(store.writer, person, NOW);
});
afterAll(() => store.close());

const entries = () => Number(store.reader.statement(`select count(*) from "audit_entries"`).get([])?.[0]);

describe("one-time links", () => {
  it("keeps only the hash of the secret, and spends a link once, with the password that it sets", () => {
    const { path } = makeLink(store, ACTOR, { personId, kind: "invite" }, NOW);
    const secret = path.replace("/link#", "");
    const stored = JSON.stringify(store.reader.statement(`select * from "links"`).all([]));
    expect(stored).not.toContain(secret);
    const spend = () => spendLink(store, { actor: ACTOR, secretHash: hashOfSecret(secret), hash: "h" }, NOW);
    expect([spend(), spend()]).toEqual([personId, null]);
  });
});

describe("second factors", () => {
  it("spends each period's code once and in order, and each recovery code once", () => {
    libraryCreate(
      store,
      "two_factors",
      { id: "t", person_id: personId, secret: "sealed", backup_codes: "sealed too", verified: 0 },
      null,
    );
    expect(factorsOf(store, personId)).toEqual({ totp: false, passkeys: 0, recoveryCodesLeft: 0 });
    expect([10, 10, 9, 11].map((step) => spendTotpStep(store, personId, step))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(spendRecoveryCode(store, personId, "a")).toBe(false);
    confirmTotp(store, ACTOR, { personId, hashes: ["a", "b"] }, NOW);
    expect(["a", "a", "c"].map((hash) => spendRecoveryCode(store, personId, hash))).toEqual([
      true,
      false,
      false,
    ]);
    expect(factorsOf(store, personId)).toEqual({ totp: true, passkeys: 0, recoveryCodesLeft: 1 });
    removeTotp(store, ACTOR, personId, NOW);
    expect(factorsOf(store, personId)).toEqual({ totp: false, passkeys: 0, recoveryCodesLeft: 0 });
  });
});

describe("failed tries", () => {
  it("count within their time only", () => {
    const entry = { event: "sign_in_failed", outcome: "failed" } as const;
    for (const time of ["19:00:00", "19:05:00", "19:10:00"])
      noteFailedTry(store, ACTOR, { subjects: ["s"], entry }, at(time));
    const limit = (most: number) => [{ subject: "s", most, withinMinutes: 15 }];
    expect(isLockedOut(store, limit(3), at("19:14:59"))).toBe(true);
    expect(isLockedOut(store, limit(3), at("19:15:01"))).toBe(false);
    expect(isLockedOut(store, [{ subject: "other", most: 1, withinMinutes: 15 }], at("19:10:01"))).toBe(
      false,
    );
  });
});

describe("the end of a sign-in", () => {
  const signIn: SignIn = {
    signInId: "s",
    personId: "p",
    secondFactor: "none",
    startedAt: at("08:00:00"),
    lastActiveAt: at("19:00:00"),
    endsAt: at("20:00:00"),
    userAgent: null,
  };
  it.each([
    ["19:14:59", null],
    ["19:15:00", "idle"],
    ["20:00:00", "absolute"],
  ] as const)("at %s is %s", (time, cause) => {
    expect(ranOut(signIn, 15, at(time))).toBe(cause);
  });

  it("comes after the minutes of the setting, whose change is in the audit", () => {
    expect(idleMinutesOf(store)).toBe(15);
    const before = entries();
    saveIdleMinutes(store, ACTOR, 10, NOW);
    saveIdleMinutes(store, ACTOR, 10, NOW);
    expect([idleMinutesOf(store), entries() - before]).toEqual([10, 1]);
  });
});

describe("the tables of the sign-in library", () => {
  it("are asked by plain columns and known comparisons only", () => {
    const where = (field: string, operator: string) => [
      { field, operator, value: "x", connector: "AND" } as const,
    ];
    expect(() => libraryRows(store, "people", where(`email" or 1=1 --`, "eq"))).toThrow(TypeError);
    expect(() => libraryRows(store, "people", where("email", "like"))).toThrow(TypeError);
    expect(() => libraryUpdate(store, "people", [], { 'name" = 1 --': "x" })).toThrow(TypeError);
    expect(libraryRows(store, "people", where("email", "eq"))).toEqual([]);
  });
});
