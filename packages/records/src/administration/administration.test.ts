import type { CalendarDate, Program, ZoneName } from "@soundings/clinical";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { coveredParts, meetingParts } from "../access/grounds.reads.ts";
import { correctionsOf } from "../entries/corrections.reads.ts";
import {
  CLINIC,
  DAY_PROGRAM,
  day,
  moment,
  NOW,
  newStore,
  row,
  TODAY,
  take,
} from "../example-clinic.fixture.ts";
import { latestChange } from "../history/changes.ts";
import { correctedSince } from "../history/revisions.ts";
import { addPerson } from "../people/people.writes.ts";
import { siteOf } from "../store/site.ts";
import type { Store } from "../store/store.ts";
import { verifyStore } from "../verify/verify.ts";
import { listClinicians } from "./clinicians.reads.ts";
import { type ContactNotes, readContact, saveContact } from "./contacts.ts";
import { addCover, endCover, listCovers } from "./covers.ts";
import { addMeeting, endMeeting, listMeetings } from "./meetings.ts";
import { readProgram, readPrograms } from "./programs.reads.ts";
import { addProgram, saveProgram } from "./programs.writes.ts";

const AUTHOR = { by: "Director One", at: NOW, reason: null, batchId: null };
const LATER = { ...AUTHOR, by: "Director Two", at: moment("2026-03-17T03:00:00Z") };
const refused = (code: string) => expect.objectContaining({ name: "Refused", code });

let store: Store;
beforeEach(async () => {
  store = newStore();
  await take(store, CLINIC);
});
afterEach(() => store.close());

const kept = (kind: string) =>
  store.reader
    .statement(`select "before", "changed_by" from "revisions" where "record_kind" = ? order by "revision"`)
    .all([kind])
    .map(([before, by]) => [JSON.parse(String(before)) as unknown, by]);

describe("contact details", () => {
  const NOTES: ContactNotes = {
    preferredName: "Addie",
    pronouns: "she/her",
    reachBy: "text only, from the front desk's number",
    emergencyName: null,
    emergencyRelation: null,
    emergencyPhone: null,
  };
  const save = (revision: number, notes: ContactNotes, author = AUTHOR) =>
    saveContact(store.writer, { patientId: "P-1", revision, notes }, author);

  it("are the records' own until something is kept here", () => {
    expect(readContact(store.reader, "P-2")).toMatchObject({
      givenName: "José",
      familyName: "Muñoz",
      phone: null,
      language: "en",
      preferredName: null,
      revision: 0,
      changedAt: null,
      changedBy: null,
    });
    expect(readContact(store.reader, "P-404")).toBeNull();
  });

  it("keep every earlier value, and are no correction of the clinical record", async () => {
    save(0, NOTES);
    save(1, { ...NOTES, pronouns: null }, LATER);
    expect(readContact(store.reader, "P-1")).toMatchObject({
      preferredName: "Addie",
      pronouns: null,
      revision: 2,
      changedBy: "Director Two",
    });
    expect(kept("contact")).toEqual([[NOTES, "Director Two"]]);
    expect(correctionsOf(store, "P-1", 10)).toEqual([]);
    expect(correctedSince(store.reader, day("2026-03-01")).patients.size).toBe(0);
    expect(await verifyStore(store)).toEqual([]);
  });

  it("are refused when somebody was quicker, and for nobody", () => {
    save(0, NOTES);
    expect(() => save(0, { ...NOTES, preferredName: "Ada" })).toThrow(refused("changed_meanwhile"));
    expect(() => save(2, NOTES)).toThrow(refused("changed_meanwhile"));
    const nobody = { patientId: "P-404", revision: 0, notes: NOTES };
    expect(() => saveContact(store.writer, nobody, AUTHOR)).toThrow(refused("no_such_patient"));
    expect(readContact(store.reader, "P-1")).toMatchObject({ preferredName: "Addie", revision: 1 });
  });

  it("come back from their revisions, whatever was written in which order", () => {
    const text = fc.option(fc.string({ minLength: 1, maxLength: 20 }), { nil: null });
    const notes = fc.record({
      preferredName: text,
      pronouns: text,
      reachBy: text,
      emergencyName: text,
      emergencyRelation: text,
      emergencyPhone: text,
    });
    let revision = 0;
    const written: ContactNotes[] = [];
    fc.assert(
      fc.property(notes, (given) => {
        save(revision, given);
        revision += 1;
        written.push(given);
        expect(readContact(store.reader, "P-1")).toMatchObject({ ...given, revision });
      }),
      { numRuns: 30 },
    );
    expect(kept("contact").map(([before]) => before)).toEqual(written.slice(0, -1));
  });
});

const DAY = DAY_PROGRAM.values as Program;
const PRACTICE = JSON.stringify({ measureEveryDays: 7 });
const summaries = () =>
  store.reader
    .statement(`select "episode_id", "summary" from "episode_summaries" order by "episode_id"`)
    .all([]);

describe("a program", () => {
  it("is read with what was never laid down as such", () => {
    expect(readPrograms(store.reader).map(({ program }) => program.programId)).toEqual([
      "IOP-DAY",
      "IOP-EVE",
    ]);
    expect(readProgram(store.reader, "IOP-DAY")).toEqual({
      program: DAY,
      practice: null,
      revision: 0,
      changedAt: null,
      changedBy: null,
      inTreatment: 2,
    });
    expect(readProgram(store.reader, "NONE")).toBeNull();
  });

  it("that is saved has its patients evaluated anew in the same act, and keeps what stood", async () => {
    const before = summaries();
    const seen = latestChange(store);
    const program = {
      ...DAY,
      name: "Day IOP North",
      plannedWeeksMin: 4,
      plannedWeeksMax: 6,
      hoursPerWeekMin: 12,
    };
    saveProgram(store.writer, { program, practice: PRACTICE, revision: 0 }, AUTHOR);
    expect(readProgram(store.reader, "IOP-DAY")).toMatchObject({
      program,
      practice: PRACTICE,
      revision: 2,
      changedBy: "Director One",
    });
    expect(kept("program")).toEqual([[DAY, "Director One"]]);
    expect(summaries()).not.toEqual(before);
    expect(latestChange(store)).toBeGreaterThan(seen);
    expect(await verifyStore(store)).toEqual([]);
  });

  it("of which only the practice changes leaves the findings alone and keeps the earlier practice", () => {
    saveProgram(store.writer, { program: DAY, practice: PRACTICE, revision: 0 }, AUTHOR);
    const before = summaries();
    const other = JSON.stringify({ measureEveryDays: 14 });
    saveProgram(store.writer, { program: DAY, practice: other, revision: 1 }, LATER);
    expect(readProgram(store.reader, "IOP-DAY")).toMatchObject({
      practice: other,
      revision: 2,
      changedBy: "Director Two",
    });
    expect(kept("program_practice")).toEqual([[{ measureEveryDays: 7 }, "Director Two"]]);
    expect(kept("program")).toEqual([]);
    expect(summaries()).toEqual(before);
    expect(correctedSince(store.reader, day("2026-03-01")).programs.size).toBe(0);
  });

  it("that an import has changed in the meantime is not written over", async () => {
    const { revision } = readProgram(store.reader, "IOP-DAY") ?? { revision: -1 };
    await take(store, [row("program", { ...DAY, name: "Day IOP South" })]);
    const settings = { program: DAY, practice: PRACTICE, revision };
    expect(() => saveProgram(store.writer, settings, AUTHOR)).toThrow(refused("changed_meanwhile"));
    expect(readProgram(store.reader, "IOP-DAY")).toMatchObject({
      program: { name: "Day IOP South" },
      practice: null,
    });
  });

  it.each<[string, Partial<Program>, string]>([
    ["more weeks at least than at most", { plannedWeeksMin: 13 }, "bad_settings"],
    ["more days at least than at most", { daysPerWeekMin: 6 }, "bad_settings"],
    ["a zone that is none", { timeZone: "Mars/Olympus" as ZoneName }, "bad_settings"],
    ["another zone than the site's", { timeZone: "Europe/Berlin" as ZoneName }, "bad_settings"],
    ["an id that nobody has", { programId: "NONE" }, "no_such_entry"],
  ])("is refused with %s", (_what, more, code) => {
    const settings = { program: { ...DAY, ...more }, practice: PRACTICE, revision: 0 };
    expect(() => saveProgram(store.writer, settings, AUTHOR)).toThrow(refused(code));
    expect(readProgram(store.reader, "IOP-DAY")).toMatchObject({ program: DAY, practice: null, revision: 0 });
  });

  it("takes the site's zone under another of its names", () => {
    const program = { ...DAY, timeZone: "us/pacific" as ZoneName };
    saveProgram(store.writer, { program, practice: PRACTICE, revision: 0 }, AUTHOR);
    expect(readProgram(store.reader, "IOP-DAY")?.program.timeZone).toBe("US/Pacific");
  });

  it("is added once", async () => {
    const program = { ...DAY, programId: "IOP-NEW", name: "New IOP" };
    addProgram(store.writer, { program, practice: PRACTICE }, AUTHOR);
    expect(readProgram(store.reader, "IOP-NEW")).toMatchObject({ program, practice: PRACTICE, revision: 1 });
    expect(() => addProgram(store.writer, { program, practice: PRACTICE }, AUTHOR)).toThrow(
      refused("id_taken"),
    );
    expect(await verifyStore(store)).toEqual([]);
  });

  it("that is the first gives the site its zone", () => {
    const fresh = newStore();
    const timeZone = "America/New_York" as ZoneName;
    addProgram(fresh.writer, { program: { ...DAY, timeZone }, practice: PRACTICE }, AUTHOR);
    expect(siteOf(fresh)).toMatchObject({ zone: timeZone, zoneSource: "program" });
    fresh.close();
  });

  it("stands as it was when the act that saves it fails", () => {
    const before = summaries();
    const program = { ...DAY, plannedWeeksMin: 4, plannedWeeksMax: 6 };
    const act = () =>
      store.writer.act(() => {
        saveProgram(store.writer, { program, practice: PRACTICE, revision: 0 }, AUTHOR);
        throw new Error("the entry cannot be written");
      });
    expect(act).toThrow("cannot be written");
    expect(readProgram(store.reader, "IOP-DAY")).toMatchObject({ program: DAY, practice: null, revision: 0 });
    expect(summaries()).toEqual(before);
  });
});

const THERAPIST = {
  name: "Stand-in",
  email: "stand-in@example.org",
  staffId: null,
  roles: [{ role: "therapist" as const, programIds: ["IOP-DAY"] }],
};
const MADE = { by: "somebody", at: NOW };
const before = (days: number) => `2026-03-${String(16 - days).padStart(2, "0")}` as CalendarDate;

describe("a cover", () => {
  let coveringPersonId: string;
  beforeEach(() => {
    coveringPersonId = addPerson(store.writer, THERAPIST, NOW);
  });
  const cover = (startsOn: CalendarDate, endsOn: CalendarDate) =>
    addCover(
      store.writer,
      { awayStaffId: "S-1", coveringPersonId, programId: null, startsOn, endsOn, note: "Leave" },
      MADE,
    );
  const grounds = () => coveredParts(store, coveringPersonId, TODAY, ["IOP-DAY"]);

  it("opens the patients until it is ended, and stays on record", () => {
    const coverId = cover(TODAY, TODAY);
    expect(grounds()).toEqual([{ of: "staff", staffId: "S-1", programIds: ["IOP-DAY"] }]);
    endCover(store.writer, coverId, { by: "somebody", at: NOW });
    expect(grounds()).toEqual([]);
    expect(listCovers(store.reader, TODAY)).toEqual([
      {
        coverId,
        awayStaffId: "S-1",
        awayName: "Therapist One",
        coveringPersonId,
        coveringName: "Stand-in",
        programId: null,
        startsOn: TODAY,
        endsOn: TODAY,
        note: "Leave",
        endedAt: NOW,
      },
    ]);
  });

  it("is ended once, and only when it is there", () => {
    const coverId = cover(TODAY, TODAY);
    endCover(store.writer, coverId, MADE);
    expect(() => endCover(store.writer, coverId, MADE)).toThrow(refused("changed_meanwhile"));
    expect(() => endCover(store.writer, "none", MADE)).toThrow(refused("changed_meanwhile"));
  });

  it("is listed from the day that is asked for, the latest first", () => {
    cover(before(9), before(8));
    const second = cover(before(5), before(3));
    const third = cover(before(2), TODAY);
    expect(listCovers(store.reader, before(3)).map(({ coverId }) => coverId)).toEqual([third, second]);
  });
});

it("names the clinicians with the programs in which they are or treat", () => {
  expect(listClinicians(store.reader)).toEqual([
    { staffId: "S-9", name: "Prescriber Nine", programIds: ["IOP-DAY"] },
    { staffId: "S-1", name: "Therapist One", programIds: ["IOP-DAY", "IOP-EVE"] },
  ]);
});

describe("a meeting", () => {
  let personId: string;
  beforeEach(() => {
    personId = addPerson(store.writer, THERAPIST, NOW);
  });
  const meet = (patientIds: readonly string[] | null) =>
    addMeeting(
      store.writer,
      {
        name: "Monday team",
        programId: "IOP-EVE",
        startsOn: TODAY,
        endsOn: TODAY,
        personIds: [personId],
        patientIds,
      },
      MADE,
    );
  const grounds = () => meetingParts(store, personId, TODAY);

  it("of named patients opens these to its people until it is ended", () => {
    const meetingId = meet(["P-2", "P-1", "P-2"]);
    expect(grounds()).toEqual([{ of: "patients", patientIds: ["P-1", "P-2"] }]);
    endMeeting(store.writer, meetingId, MADE);
    expect(grounds()).toEqual([]);
    expect(() => endMeeting(store.writer, meetingId, MADE)).toThrow(refused("changed_meanwhile"));
  });

  it("of a whole program opens whoever is in treatment there", () => {
    const meetingId = meet(null);
    expect(grounds()).toEqual([{ of: "in_treatment", programIds: ["IOP-EVE"] }]);
    expect(listMeetings(store.reader, TODAY)).toEqual([
      {
        meetingId,
        name: "Monday team",
        programId: "IOP-EVE",
        startsOn: TODAY,
        endsOn: TODAY,
        people: [{ personId, name: "Stand-in" }],
        patientIds: null,
        endedAt: null,
      },
    ]);
  });
});

describe("verify", () => {
  beforeEach(() => {
    const notes = readContact(store.reader, "P-1");
    if (notes === null) throw new Error("P-1 is not there");
    saveContact(store.writer, { patientId: "P-1", revision: 0, notes }, AUTHOR);
    saveContact(store.writer, { patientId: "P-1", revision: 1, notes }, AUTHOR);
    saveProgram(store.writer, { program: DAY, practice: PRACTICE, revision: 0 }, AUTHOR);
    saveProgram(store.writer, { program: DAY, practice: "{}", revision: 1 }, AUTHOR);
    addPerson(store.writer, THERAPIST, NOW);
  });
  const found = async () => (await verifyStore(store)).map(({ code, where }) => `${code}: ${where}`);

  it("finds nothing in what was changed here", async () => {
    expect(await found()).toEqual([]);
  });

  it.each([
    [
      "a role in a program that is not there",
      `update "person_roles" set "program_id" = 'NONE'`,
      /^broken_reference: people /,
    ],
    [
      "a role of the site that is none",
      `update "person_roles" set "program_id" = ''`,
      /^broken_reference: people /,
    ],
    [
      "a practice that cannot be read",
      `update "program_practices" set "practice" = '{'`,
      /^setting_wrong: program_practices IOP-DAY$/,
    ],
    [
      "an earlier practice that is gone",
      `update "program_practices" set "revision" = "revision" + 1`,
      /^revision_gap: program_practices IOP-DAY$/,
    ],
    [
      "earlier contact details that are gone",
      `update "contacts" set "revision" = "revision" + 1`,
      /^revision_gap: contacts P-1$/,
    ],
  ])("finds %s", async (_what, sql, problem) => {
    store.writer.exec(sql);
    expect(await found()).toEqual([expect.stringMatching(problem)]);
  });
});
