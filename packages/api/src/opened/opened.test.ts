import { type Instant, instantFromMs, instantToMs } from "@soundings/clinical";
import type { ServerEvent } from "@soundings/contract";
import { disablePerson, readPerson } from "@soundings/records";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { forPerson } from "../access/live.ts";
import {
  ADMINISTRATOR,
  breakAudit,
  directorOf,
  entered,
  type Joined,
  join,
  therapistOf,
} from "../administration/people.fixture.ts";
import { createChangeFeed } from "../changes.ts";
import { type Clinic, NOW, openClinic } from "../clinic.fixture.ts";
import { createContext } from "../context.ts";
import { createCaller } from "../router.ts";

const HOUR = 3_600_000;
const REASON = "Walk-in in crisis, own therapist away";

let clinic: Clinic;
let clock: Instant;
/** The therapist of P-3 in the evening program. */
let asker: Joined;
let dayDirector: Joined;
let eveDirector: Joined;
let administrator: Joined;

function after(ms: number): Instant {
  return instantFromMs(instantToMs(NOW) + ms);
}

beforeEach(async () => {
  const opened = await openClinic();
  clock = NOW;
  clinic = { ...opened, services: { ...opened.services, now: () => clock } };
  asker = join(clinic, { roles: therapistOf("IOP-EVE"), name: "Therapist Two", staffId: "S-2" });
  dayDirector = join(clinic, { roles: directorOf("IOP-DAY"), name: "Day Director" });
  eveDirector = join(clinic, { roles: directorOf("IOP-EVE"), name: "Evening Director" });
  administrator = join(clinic, { roles: ADMINISTRATOR, name: "Admin" });
});
afterEach(() => clinic.close());

function byNumber(recordNumber: string, reason = REASON) {
  return { reason, who: { by: "record_number" as const, recordNumber } };
}

function byName(givenName: string, familyName: string, birthDate: string) {
  return { reason: REASON, who: { by: "name_and_birth_date" as const, givenName, familyName, birthDate } };
}

function open(given: ReturnType<typeof byNumber> | ReturnType<typeof byName>, by = asker) {
  return by.caller.patientAccess.openOutside(given);
}

describe("a patient opened from outside", () => {
  it("is seen for eight hours to the millisecond, and not before or after", async () => {
    await expect(asker.caller.patient.page({ patientId: "P-2" })).rejects.toMatchObject({
      cause: { code: "no_such_patient" },
    });
    expect(await open(byNumber("P-2"))).toEqual({
      outcome: "opened",
      patientId: "P-2",
      until: after(8 * HOUR),
    });
    expect(await asker.caller.patient.page({ patientId: "P-2" })).toMatchObject({
      patient: { patientId: "P-2" },
    });
    clock = after(8 * HOUR - 1);
    await asker.caller.patient.page({ patientId: "P-2" });
    for (const late of [0, 1, 500]) {
      clock = after(8 * HOUR + late);
      await expect(asker.caller.patient.page({ patientId: "P-2" })).rejects.toMatchObject({
        cause: { code: "no_such_patient" },
      });
    }
  });

  it("is on record before the look-up, with the reason and the way, and after it with what came of it", async () => {
    const before = entered(clinic).length;
    await open(byName("Ben", "Testcase", "1985-12-31"));
    await open(byNumber("P-404"));
    await open(byNumber("P-3"));
    const entries = entered(clinic).slice(before);
    expect(entries.map(({ event, outcome, patientId }) => [event, outcome, patientId])).toEqual([
      ["glass_asked", "done", null],
      ["glass_opened", "done", "P-2"],
      ["glass_asked", "done", null],
      ["glass_opened", "refused", null],
      ["glass_asked", "done", null],
      ["glass_opened", "refused", "P-3"],
    ]);
    expect(entries[0]?.detail).toEqual({ reason: REASON, by: "name_and_birth_date" });
    expect(entries[3]?.detail).toMatchObject({ found: false });
    expect(JSON.stringify(entries)).not.toMatch(/Ben|Testcase|1985|P-404/);
  });

  it("is closed with the account of who opened, and not open again when the account is enabled", async () => {
    await open(byNumber("P-2"));
    clock = after(1_000);
    await administrator.caller.people.disable({ personId: asker.personId });
    expect(entered(clinic).filter(({ event }) => event === "glass_closed")).toMatchObject([
      { patientId: "P-2", detail: { personId: asker.personId, until: clock } },
    ]);
    await administrator.caller.people.enable({ personId: asker.personId });
    await expect(asker.caller.patient.page({ patientId: "P-2" })).rejects.toMatchObject({
      cause: { code: "no_such_patient" },
    });
  });

  it("names the opening in every entry made under it", async () => {
    await open(byNumber("P-2"));
    await asker.caller.patient.page({ patientId: "P-2" });
    const { entries } = await administrator.caller.audit.page({ outside: true });
    expect(entries.map(({ event, patientId }) => [event, patientId])).toEqual([
      ["patient_viewed", "P-2"],
      ["glass_opened", "P-2"],
      ["glass_asked", null],
    ]);
  });

  it("is not looked for when the asking cannot be entered", async () => {
    breakAudit(clinic);
    await expect(open(byNumber("P-2"))).rejects.toMatchObject({ cause: { code: "audit_unwritable" } });
    expect(clinic.store.reader.statement("select count(*) from openings").get([])).toEqual([0]);
  });

  it("is not opened when the opening cannot be entered, though the asking was", async () => {
    clinic.store.writer.exec(
      `create trigger "no_opening" before insert on "audit_entries" when new."event" = 'glass_opened' begin select raise (abort, 'no room'); end`,
    );
    await expect(open(byNumber("P-2"))).rejects.toThrow();
    expect(clinic.store.reader.statement("select count(*) from openings").get([])).toEqual([0]);
    expect(clinic.store.reader.statement("select count(*) from notices").get([])).toEqual([0]);
    expect(entered(clinic).map(({ event }) => event)).toContain("glass_asked");
  });
});

describe("naming the patient", () => {
  it.each([
    ["a record number in other case", byNumber("p-2"), "not_found"],
    ["a record number that nobody has", byNumber("P-22"), "not_found"],
    ["a name in other case and with accents", byName("BÉN", "testcase", "1985-12-31"), "opened"],
    ["another birth date", byName("Ben", "Testcase", "1985-12-30"), "not_found"],
    ["the beginning of a name", byName("Be", "Testcase", "1985-12-31"), "not_found"],
    ["the names the wrong way round", byName("Testcase", "Ben", "1985-12-31"), "not_found"],
    ["one's own patient", byNumber("P-3"), "in_scope_already"],
    ["one's own patient of earlier", byNumber("P-1"), "in_scope_already"],
  ])("%s", async (_, given, outcome) => {
    expect((await open(given)).outcome).toBe(outcome);
  });

  it("finds nobody when two people bear the name on that birth date", async () => {
    clinic.store.writer.exec(
      "update patients set given_name = 'Ben', birth_date = '1985-12-31', folded_name = 'testcase ben' where patient_id = 'P-1'",
    );
    expect(await open(byName("Ben", "Testcase", "1985-12-31"))).toEqual({ outcome: "not_found" });
    expect((await open(byNumber("P-2"))).outcome).toBe("opened");
  });

  it("answers the second time that it is open already", async () => {
    await open(byNumber("P-2"));
    expect(await open(byNumber("P-2"))).toEqual({ outcome: "in_scope_already", patientId: "P-2" });
  });

  it("stops after ten in an hour, and goes on when the hour has passed", async () => {
    for (let number = 0; number < 10; number += 1) {
      clock = after(number * 1_000);
      expect((await open(byNumber(`X-${number}`))).outcome).toBe("not_found");
    }
    await expect(open(byNumber("P-2"))).rejects.toMatchObject({ cause: { code: "too_many_tries" } });
    expect((await open(byNumber("P-3"), dayDirector)).outcome).toBe("opened");
    clock = after(HOUR);
    expect((await open(byNumber("P-2"))).outcome).toBe("opened");
  });

  it("needs a reason", async () => {
    await expect(open(byNumber("P-2", "    "))).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(entered(clinic).map(({ event }) => event)).not.toContain("glass_asked");
  });

  it("is for clinicians", async () => {
    const desk = join(clinic, { roles: [{ role: "front_desk", programIds: ["IOP-EVE"] }] });
    for (const other of [desk, administrator])
      await expect(open(byNumber("P-2"), other)).rejects.toMatchObject({ cause: { code: "not_allowed" } });
  });
});

describe("who is told", () => {
  const noticesOf = async (who: Joined) => (await who.caller.notices.list()).notices;

  it("the directors of the patient's programs, and nobody else", async () => {
    await open(byNumber("P-2"));
    expect(await noticesOf(dayDirector)).toEqual([
      {
        noticeId: expect.any(String),
        kind: "opened_outside",
        at: NOW,
        patientId: "P-2",
        personName: "Therapist Two",
        reason: REASON,
        seenAt: null,
      },
    ]);
    expect(await noticesOf(eveDirector)).toEqual([]);
    expect(await noticesOf(administrator)).toEqual([]);
  });

  it("when nobody directs them, every administrator, and no director of another program", async () => {
    disablePerson(
      clinic.store,
      { personId: null, name: "test", signInId: null, requestId: null },
      dayDirector.personId,
      NOW,
    );
    await open(byNumber("P-2"));
    expect(await noticesOf(eveDirector)).toEqual([]);
    expect(await noticesOf(administrator)).toHaveLength(1);
  });

  it("never only the director who opened", async () => {
    await open(byNumber("P-3"), dayDirector);
    expect(await noticesOf(eveDirector)).toHaveLength(1);
    expect(await noticesOf(dayDirector)).toEqual([]);
  });

  it("reads of a patient no longer than the patient is in scope: moved to another program, neither list nor seen", async () => {
    await open(byNumber("P-2"));
    const noticeId = (await noticesOf(dayDirector))[0]?.noticeId ?? "";
    await administrator.caller.people.change({
      personId: dayDirector.personId,
      name: "Day Director",
      email: dayDirector.email,
      staffId: null,
      roles: [...directorOf("IOP-EVE")],
    });
    const person = readPerson(clinic.store, dayDirector.personId);
    if (person === null) throw new Error("no such person");
    const signedIn = { signInId: "moved", person, secondFactorMet: true };
    const moved = createCaller(createContext(clinic.services, "request-2", signedIn));
    expect((await moved.notices.list()).notices).toEqual([]);
    await expect(moved.notices.seen({ noticeId })).rejects.toMatchObject({
      cause: { code: "no_such_entry" },
    });
  });

  it("marks a notice as seen once, and only one's own", async () => {
    await open(byNumber("P-2"));
    const noticeId = (await noticesOf(dayDirector))[0]?.noticeId ?? "";
    await expect(eveDirector.caller.notices.seen({ noticeId })).rejects.toMatchObject({
      cause: { code: "no_such_entry" },
    });
    await dayDirector.caller.notices.seen({ noticeId });
    clock = after(1_000);
    await dayDirector.caller.notices.seen({ noticeId });
    expect((await noticesOf(dayDirector))[0]?.seenAt).toBe(NOW);
  });

  it("is told at once, and only they are", async () => {
    const feed = createChangeFeed(clinic.services, (error) => {
      throw error;
    });
    const people = [dayDirector, eveDirector].map(({ personId }) => readPerson(clinic.store, personId));
    const heard: (readonly (ServerEvent | null)[])[] = [];
    const told = new Promise<void>((resolve) => {
      feed.subscribe((event) => {
        heard.push(people.map((person) => person && forPerson(clinic.services, person, event)));
        resolve();
      });
    });
    await open(byNumber("P-2"));
    await told;
    feed.close();
    expect(heard).toEqual([[{ type: "notice" }, null]]);
  });

  it("by mail too where mail is set up, without a word of the patient", async () => {
    const mailed: unknown[] = [];
    const services = {
      ...clinic.services,
      mailNotice: async (to: unknown) => {
        mailed.push(to);
        return false;
      },
    };
    const other = join({ ...clinic, services }, { roles: therapistOf("IOP-EVE") });
    expect((await open(byNumber("P-2"), other)).outcome).toBe("opened");
    expect(mailed).toEqual([{ name: "Day Director", email: dayDirector.email }]);
  });
});

describe("the list of openings", () => {
  it("is a director's for the director's patients, and an administrator's for all", async () => {
    await open(byNumber("P-2"));
    clock = after(1_000);
    await open(byNumber("P-3"), dayDirector);
    const listOf = async (who: Joined) =>
      (await who.caller.opened.list()).openings.map(({ patientId, personName }) => [patientId, personName]);
    expect(await listOf(administrator)).toEqual([
      ["P-3", "Day Director"],
      ["P-2", "Therapist Two"],
    ]);
    expect(await listOf(dayDirector)).toEqual([["P-2", "Therapist Two"]]);
    expect(await listOf(eveDirector)).toEqual([["P-3", "Day Director"]]);
    await expect(asker.caller.opened.list()).rejects.toMatchObject({ cause: { code: "not_allowed" } });
  });
});
