import type { AppErrorCode, InviteInput } from "@soundings/contract";
import { hashOfSecret, readPerson, usableLink } from "@soundings/records";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  ADMINISTRATOR,
  breakAudit,
  directorOf,
  entered,
  type Joined,
  join,
  therapistOf,
} from "../administration/people.fixture.ts";
import { type Clinic, NOW, openClinic } from "../clinic.fixture.ts";
import { createContext } from "../context.ts";
import { appErrorCodeOf } from "../errors.ts";
import { createCaller } from "../router.ts";
import type { LinkMail } from "../services.ts";

let clinic: Clinic;
let admin: Joined;
beforeEach(async () => {
  clinic = await openClinic();
  admin = join(clinic, { roles: ADMINISTRATOR, name: "Admin One" });
});
afterEach(() => clinic.close());

const INVITED: InviteInput = {
  name: "Therapist Two",
  email: "two@example.org",
  staffId: "S-2",
  roles: [{ role: "therapist", programIds: ["IOP-EVE"] }],
};
const refusal = (code: AppErrorCode) => ({ cause: { code } });
const people = async () => (await admin.caller.people.page()).people;
const last = () => entered(clinic).at(-1);
const works = (path: string) =>
  usableLink(clinic.store, hashOfSecret(path.split("#")[1] ?? ""), NOW) !== null;

/** A password and a sign-in, as the server's sign-in leaves them. */
function settle(personId: string): void {
  clinic.store.writer.exec(`
    insert into "credentials" ("credential_id", "person_id", "provider_id", "account_id", "password", "created_at", "updated_at")
      values ('c-${personId}', '${personId}', 'credential', '${personId}', 'hash', '${NOW}', '${NOW}');
    insert into "sign_ins" ("sign_in_id", "person_id", "token", "expires_at", "created_at", "updated_at", "last_active_at")
      values ('s-${personId}', '${personId}', 't-${personId}', '2026-03-17T14:00:00Z', '${NOW}', '${NOW}', '${NOW}');`);
}
const signIns = () => clinic.store.reader.statement(`select "person_id" from "sign_ins"`).all([]).flat();

describe("the page of people", () => {
  it("shows accounts, staff without one, and programs, and is entered in the audit", async () => {
    const page = await admin.caller.people.page();
    expect(page.people).toMatchObject([{ personId: admin.personId, state: "invited", roles: ADMINISTRATOR }]);
    expect(page.uninvited).toContainEqual({
      staffId: "S-2",
      name: "Therapist Two",
      role: "therapist",
      email: null,
      programIds: ["IOP-EVE"],
    });
    expect(page.programs).toEqual([
      { programId: "IOP-DAY", name: "Day IOP" },
      { programId: "IOP-EVE", name: "Evening IOP" },
    ]);
    expect(last()).toMatchObject({ event: "people_viewed", personId: admin.personId, detail: { people: 1 } });
  });

  it("is an administrator's", async () => {
    const { caller } = join(clinic, { roles: directorOf("IOP-DAY") });
    await expect(caller.people.page()).rejects.toMatchObject(refusal("not_allowed"));
    expect(last()).toMatchObject({ event: "refused", outcome: "refused", detail: { action: "people.view" } });
  });
});

describe("an invitation", () => {
  it("makes the account and a link that works once, and enters both without name, address or secret", async () => {
    const { personId, path, mailed, expiresAt } = await admin.caller.people.invite(INVITED);
    expect(mailed).toBe(false);
    expect(works(path)).toBe(true);
    expect(await people()).toMatchObject([
      { linkUntil: null },
      { personId, state: "invited", linkUntil: expiresAt, email: "two@example.org" },
    ]);
    const entries = entered(clinic).slice(-3, -1);
    expect(entries).toMatchObject([
      { event: "person_invited", detail: { personId, staffId: "S-2", roles: INVITED.roles } },
      { event: "link_made", detail: { personId, kind: "invite" } },
    ]);
    const text = JSON.stringify(entries);
    for (const secret of ["Therapist Two", "two@example.org", path.split("#")[1] ?? "#"]) {
      expect(text).not.toContain(secret);
    }
  });

  it("is mailed when mail is set up, and shown when the mail does not go out", async () => {
    const mails: LinkMail[] = [];
    const { store, services } = clinic;
    const person = readPerson(store, admin.personId);
    if (person === null) throw new Error("there is no administrator");
    const signedIn = { signInId: "s", person, secondFactorMet: true };
    const asking = (mailLink: (mail: LinkMail) => Promise<boolean>) =>
      createCaller(createContext({ ...services, mailLink }, "request-1", signedIn)).people;
    const sending = asking(async (mail) => {
      mails.push(mail);
      return true;
    });
    const made = await sending.invite(INVITED);
    expect(made.mailed).toBe(true);
    expect(mails).toEqual([
      {
        name: "Therapist Two",
        email: "two@example.org",
        kind: "invite",
        path: made.path,
        expiresAt: made.expiresAt,
      },
    ]);
    const failing = asking(() => Promise.reject(new Error("no such host")));
    const again = await failing.resetLink({ personId: made.personId });
    expect(again.mailed).toBe(false);
    expect([works(made.path), works(again.path)]).toEqual([false, true]);
  });

  it.each<[string, Partial<InviteInput>, AppErrorCode]>([
    ["a program that is not there", { roles: therapistOf("NONE") as InviteInput["roles"] }, "bad_settings"],
    ["a therapist of no program", { roles: therapistOf() as InviteInput["roles"] }, "bad_settings"],
    ["a member of staff who is not there", { staffId: "S-404" }, "no_such_entry"],
  ])("is refused with %s, and leaves nobody", async (_what, more, code) => {
    await expect(admin.caller.people.invite({ ...INVITED, ...more })).rejects.toMatchObject(refusal(code));
    expect(last()).toMatchObject({ event: "refused", detail: { action: "people.change", code } });
    expect(await people()).toHaveLength(1);
  });

  it("is refused for an address or a member of staff with an account", async () => {
    await admin.caller.people.invite(INVITED);
    const other = { ...INVITED, email: "other@example.org" };
    await expect(admin.caller.people.invite({ ...INVITED, email: "TWO@example.org" })).rejects.toMatchObject(
      refusal("email_taken"),
    );
    await expect(admin.caller.people.invite(other)).rejects.toMatchObject(refusal("staff_taken"));
    expect(await people()).toHaveLength(2);
  });

  it("that cannot be entered in the audit is none", async () => {
    breakAudit(clinic);
    const invite = admin.caller.people.invite(INVITED).catch((error: unknown) => error);
    expect(appErrorCodeOf(await invite)).toBe("audit_unwritable");
    const count = (table: string) =>
      clinic.store.reader.statement(`select count(*) from "${table}"`).get([])?.[0];
    expect([count("people"), count("person_roles"), count("links")]).toEqual([1, 1, 0]);
  });
});

describe("a change of a person", () => {
  it("is in force with the next request and entered with the roles", async () => {
    const { personId } = await admin.caller.people.invite(INVITED);
    settle(personId);
    const roles = [...therapistOf("IOP-DAY"), ...directorOf("IOP-EVE")];
    await admin.caller.people.change({ ...INVITED, personId, roles });
    expect(last()).toMatchObject({ event: "person_changed", detail: { personId, roles, staffId: "S-2" } });
    expect(readPerson(clinic.store, personId)?.roles).toEqual([
      { role: "director", programIds: ["IOP-EVE"] },
      { role: "therapist", programIds: ["IOP-DAY"] },
    ]);
    expect(signIns()).toEqual([personId]);
  });

  it("does not take the last administrator's role", async () => {
    settle(admin.personId);
    const roles = [...directorOf("IOP-DAY")];
    const input = { personId: admin.personId, name: "A", email: admin.email, staffId: null, roles };
    const invited = join(clinic, { roles: ADMINISTRATOR, name: "Admin Two" });
    await expect(invited.caller.people.change(input)).rejects.toMatchObject(refusal("last_administrator"));
    expect(readPerson(clinic.store, admin.personId)?.roles).toEqual(ADMINISTRATOR);
  });

  it("is refused for nobody", async () => {
    const change = admin.caller.people.change({ ...INVITED, personId: "none" });
    await expect(change).rejects.toMatchObject(refusal("no_such_entry"));
  });

  it("that cannot be entered in the audit is taken back", async () => {
    const { personId } = await admin.caller.people.invite(INVITED);
    breakAudit(clinic);
    await expect(admin.caller.people.change({ ...INVITED, personId, name: "Else" })).rejects.toThrow();
    expect(readPerson(clinic.store, personId)?.name).toBe("Therapist Two");
  });
});

describe("an account", () => {
  let personId: string;
  beforeEach(async () => {
    settle(admin.personId);
    ({ personId } = await admin.caller.people.invite(INVITED));
    settle(personId);
  });

  it("is disabled with every sign-in, and enabled again", async () => {
    await admin.caller.people.disable({ personId });
    expect(signIns()).toEqual([admin.personId]);
    expect(entered(clinic).slice(-2)).toMatchObject([
      { event: "sign_in_ended", detail: { personId, cause: "disabled" } },
      { event: "person_disabled", personId: admin.personId, detail: { personId } },
    ]);
    await expect(admin.caller.people.resetLink({ personId })).rejects.toMatchObject(refusal("no_such_entry"));
    await admin.caller.people.enable({ personId });
    expect(last()).toMatchObject({ event: "person_enabled", detail: { personId } });
    expect(await people()).toContainEqual(expect.objectContaining({ personId, state: "active", signIns: 0 }));
  });

  it("has its sign-ins ended", async () => {
    await admin.caller.people.endSignIns({ personId });
    expect(signIns()).toEqual([admin.personId]);
    expect(last()).toMatchObject({ event: "sign_in_ended", detail: { personId, all: true } });
  });

  it("gets a link of the kind that it needs", async () => {
    const { path } = await admin.caller.people.resetLink({ personId });
    expect(works(path)).toBe(true);
    expect(last()).toMatchObject({ event: "link_made", detail: { personId, kind: "reset" } });
    // The sign-ins stand until the link is used: whoever asked for it may be somebody else.
    expect(signIns()).toContain(personId);
  });

  it("loses its second factor and its sign-ins with a lost phone", async () => {
    clinic.store.writer.exec(`
      insert into "two_factors" ("two_factor_id", "person_id", "secret", "backup_codes", "verified") values ('f', '${personId}', 'x', '[]', 1);
      update "people" set "two_factor_enabled" = 1 where "person_id" = '${personId}';`);
    await admin.caller.people.removeSecondFactor({ personId });
    expect(signIns()).toEqual([admin.personId]);
    expect(last()).toMatchObject({ event: "second_factor_changed", detail: { personId, removed: true } });
    expect(await people()).toContainEqual(expect.objectContaining({ personId, secondFactor: false }));
  });

  it("of one's own is left to others", async () => {
    const own = { personId: admin.personId };
    const { disable, resetLink, removeSecondFactor } = admin.caller.people;
    for (const act of [disable, resetLink, removeSecondFactor]) {
      await expect(act(own)).rejects.toMatchObject(refusal("own_account"));
    }
    expect(signIns()).toContain(admin.personId);
  });

  it("that is not there is refused in the same words", async () => {
    const { disable, enable, endSignIns, resetLink, removeSecondFactor } = admin.caller.people;
    for (const act of [disable, enable, endSignIns, resetLink, removeSecondFactor]) {
      await expect(act({ personId: "none" })).rejects.toMatchObject(refusal("no_such_entry"));
      expect(last()).toMatchObject({ event: "refused", detail: { code: "no_such_entry" } });
    }
  });

  it("gets no link that cannot be entered in the audit", async () => {
    const links = () => clinic.store.reader.statement(`select "link_id", "replaced_at" from "links"`).all([]);
    const before = links();
    breakAudit(clinic);
    const reset = admin.caller.people.resetLink({ personId }).catch((error: unknown) => error);
    expect(appErrorCodeOf(await reset)).toBe("audit_unwritable");
    expect(links()).toEqual(before);
  });

  it("that cannot be disabled on record stays as it is", async () => {
    breakAudit(clinic);
    await expect(admin.caller.people.disable({ personId })).rejects.toThrow();
    expect(readPerson(clinic.store, personId)?.disabled).toBe(false);
    expect(signIns()).toContain(personId);
  });
});

describe("rights that an administrator hands out", () => {
  const own = () => ({
    personId: admin.personId,
    name: "Admin One",
    email: admin.email,
    staffId: null,
    roles: [...ADMINISTRATOR],
  });

  it("are never the administrator's own: no role, no staff id, no address, though the name may change", async () => {
    const { change } = admin.caller.people;
    for (const more of [
      { roles: [...ADMINISTRATOR, ...directorOf("IOP-DAY")] },
      { staffId: "S-2" },
      { email: "other@example.org" },
    ]) {
      await expect(change({ ...own(), ...more })).rejects.toMatchObject(refusal("own_account"));
    }
    await change({ ...own(), name: "Admin Renamed" });
    expect(readPerson(clinic.store, admin.personId)).toMatchObject({
      name: "Admin Renamed",
      email: admin.email,
      staffId: null,
      roles: ADMINISTRATOR,
    });
  });

  it("are told to the directors of the programs, once for what is new, and to nobody else", async () => {
    const day = join(clinic, { roles: directorOf("IOP-DAY"), name: "Day Director" });
    const eve = join(clinic, { roles: directorOf("IOP-EVE"), name: "Evening Director" });
    const other = join(clinic, { roles: ADMINISTRATOR, name: "Admin Two" });
    const { personId } = await admin.caller.people.invite(INVITED);
    const told = async (who: Joined) => (await who.caller.notices.list()).notices;
    expect(await told(eve)).toEqual([
      {
        noticeId: expect.any(String),
        kind: "role_given",
        at: NOW,
        personName: "Therapist Two",
        roles: [{ role: "therapist", programs: ["Evening IOP"] }],
        by: "Admin One",
        seenAt: null,
      },
    ]);
    const both = [{ role: "therapist" as const, programIds: ["IOP-DAY", "IOP-EVE"] }];
    await admin.caller.people.change({ ...INVITED, personId, roles: both });
    await admin.caller.people.change({ ...INVITED, personId, roles: both, name: "Renamed" });
    expect(await told(day)).toMatchObject([{ roles: [{ role: "therapist", programs: ["Day IOP"] }] }]);
    expect(await told(eve)).toHaveLength(1);
    expect([...(await told(other)), ...(await told(admin))]).toEqual([]);
    const [notice] = await told(day);
    await day.caller.notices.seen({ noticeId: notice?.noticeId ?? "" });
    expect(await told(day)).toMatchObject([{ seenAt: NOW }]);
  });

  it("tell the other directors and administrators of a director's new link and removed second factor", async () => {
    const day = join(clinic, { roles: directorOf("IOP-DAY"), name: "Day Director" });
    const eve = join(clinic, { roles: directorOf("IOP-EVE"), name: "Evening Director" });
    const other = join(clinic, { roles: ADMINISTRATOR, name: "Admin Two" });
    settle(day.personId);
    settle(other.personId);
    settle(admin.personId);
    await admin.caller.people.resetLink({ personId: day.personId });
    await admin.caller.people.removeSecondFactor({ personId: day.personId });
    await admin.caller.people.resetLink({ personId: other.personId });
    const kinds = async (who: Joined) => {
      const { notices } = await who.caller.notices.list();
      return notices.map((one) => `${one.kind} ${one.personName} ${"by" in one ? one.by : ""}`).sort();
    };
    const both = ["link_made Day Director Admin One", "second_factor_removed Day Director Admin One"];
    expect(await kinds(eve)).toEqual(both);
    expect(await kinds(other)).toEqual(both);
    expect(await kinds(day)).toEqual([]);
    expect(await kinds(admin)).toEqual([]);
  });
});
