import {
  type AppErrorCode,
  type ProgramCore,
  type ProgramPractice,
  type ProgramSettings,
  programCore,
  programPractice,
} from "@soundings/contract";
import { verifyStore } from "@soundings/records";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Clinic, FILES, openClinic, take } from "../clinic.fixture.ts";
import {
  ADMINISTRATOR,
  breakAudit,
  directorOf,
  entered,
  type Joined,
  join,
  therapistOf,
} from "./people.fixture.ts";
import { fitTogether, practiceOf, templates } from "./practice.ts";

let clinic: Clinic;
let admin: Joined;
let director: Joined;
beforeEach(async () => {
  clinic = await openClinic();
  admin = join(clinic, { roles: ADMINISTRATOR, name: "Admin" });
  director = join(clinic, { roles: directorOf("IOP-DAY"), name: "Director" });
});
afterEach(() => clinic.close());

const refusal = (code: AppErrorCode) => ({ cause: { code } });
const last = () => entered(clinic).at(-1);
const day = async (by: Joined = director): Promise<ProgramSettings> => {
  const found = (await by.caller.programs.page()).programs.find(({ programId }) => programId === "IOP-DAY");
  if (found === undefined) throw new Error("the day program is not shown");
  return found;
};
/** The settings as they stand, with something else. */
const changed = async (core: Partial<ProgramCore>, practice: Partial<ProgramPractice> = {}) => {
  const stands = await day();
  return {
    programId: "IOP-DAY",
    revision: stands.revision,
    core: { ...stands.core, ...core },
    practice: { ...stands.practice, ...practice },
  };
};
const summaries = () =>
  clinic.store.reader.statement(`select "summary" from "episode_summaries" order by "episode_id"`).all([]);

describe("the page of programs", () => {
  it("shows a director the own ones, and an administrator all", async () => {
    const own = await director.caller.programs.page();
    expect(own.programs.map(({ programId }) => programId)).toEqual(["IOP-DAY"]);
    expect(own.programs[0]).toMatchObject({ revision: 0, changedBy: null, patientsInTreatment: 2 });
    expect(own.mayAdd).toBe(false);
    expect(last()).toMatchObject({ event: "settings_viewed", detail: { what: "programs", count: 1 } });
    const all = await admin.caller.programs.page();
    expect(all.programs.map(({ programId }) => programId)).toEqual(["IOP-DAY", "IOP-EVE"]);
    expect(all.mayAdd).toBe(true);
  });

  it("offers to put on call whom one may name", async () => {
    const evening = join(clinic, { roles: therapistOf("IOP-EVE"), name: "Evening" });
    expect((await director.caller.programs.page()).people).toEqual([
      { personId: director.personId, name: "Director" },
    ]);
    expect((await admin.caller.programs.page()).people.map(({ personId }) => personId)).toContain(
      evening.personId,
    );
  });

  it("offers five templates that can be saved as they are", async () => {
    const offered = (await admin.caller.programs.page()).templates;
    expect(offered.map(({ templateId }) => templateId)).toEqual(["A", "B", "C", "D", "E"]);
    for (const { templateId, core, practice } of offered) {
      expect(practice.workingHours[0]).toEqual({ from: "08:00", until: "18:00" });
      expect(practice.workingHours[6]).toBeNull();
      const added = await admin.caller.programs.add({ programId: `NEW-${templateId}`, core, practice });
      expect(added).toMatchObject({
        core,
        practice,
        revision: 1,
        changedBy: "Admin",
        patientsInTreatment: 0,
      });
    }
    expect(await verifyStore(clinic.store)).toEqual([]);
  });

  it("is not a therapist's", async () => {
    const { caller } = join(clinic, { roles: therapistOf("IOP-DAY") });
    await expect(caller.programs.page()).rejects.toMatchObject(refusal("not_allowed"));
  });
});

describe("a program that is saved", () => {
  it("is in force for its patients at once, with what stood before and an entry", async () => {
    const before = summaries();
    const input = await changed({ plannedWeeksMin: 3, plannedWeeksMax: 5 }, { crisisLine: "555-0100" });
    const saved = await director.caller.programs.save(input);
    expect(saved).toMatchObject({ core: input.core, practice: input.practice, changedBy: "Director" });
    expect(saved.revision).toBeGreaterThan(input.revision);
    expect(last()).toMatchObject({
      event: "program_changed",
      personId: director.personId,
      detail: { did: "save", programId: "IOP-DAY", revision: saved.revision },
    });
    expect(await day(admin)).toEqual(saved);
    expect(summaries()).not.toEqual(before);
    expect(await verifyStore(clinic.store)).toEqual([]);
  });

  it("is not written over when somebody was quicker, here or by an import", async () => {
    const input = await changed({ name: "Day IOP North" });
    await admin.caller.programs.save(await changed({}, { crisisLine: "555-0100" }));
    await expect(director.caller.programs.save(input)).rejects.toMatchObject(refusal("changed_meanwhile"));
    const again = await changed({ name: "Day IOP North" });
    const programs = (FILES["programs.csv"] ?? "").replace("Day IOP", "Day IOP South");
    await take(clinic.store, { "programs.csv": programs });
    await expect(director.caller.programs.save(again)).rejects.toMatchObject(refusal("changed_meanwhile"));
    expect((await day()).core.name).toBe("Day IOP South");
  });

  it("that cannot be entered in the audit is as it was, findings and all", async () => {
    const before = summaries();
    const input = await changed({ plannedWeeksMin: 3, plannedWeeksMax: 5 });
    breakAudit(clinic);
    await expect(director.caller.programs.save(input)).rejects.toThrow();
    expect(summaries()).toEqual(before);
    const count = (table: string) =>
      clinic.store.reader.statement(`select count(*) from "${table}"`).get([])?.[0];
    expect([count("program_practices"), count("revisions")]).toEqual([0, 0]);
  });

  it("is refused out of reach in the same words as what is not there", async () => {
    const input = await changed({});
    for (const programId of ["IOP-EVE", "NONE"]) {
      const save = director.caller.programs.save({ ...input, programId });
      await expect(save).rejects.toMatchObject(refusal("no_such_entry"));
    }
    await expect(admin.caller.programs.save({ ...input, programId: "NONE" })).rejects.toMatchObject(
      refusal("no_such_entry"),
    );
  });

  const hours = (from: string, until: string): ProgramPractice["workingHours"] =>
    Array.from({ length: 7 }, () => ({ from, until }));
  it.each<[string, Partial<ProgramCore>, Partial<ProgramPractice>]>([
    ["more weeks at least than at most", { plannedWeeksMin: 13 }, {}],
    ["more days at least than at most", { daysPerWeekMin: 5, daysPerWeekMax: 3 }, {}],
    ["longer sessions at least than at most", {}, { sessionHours: { min: 4, max: 3 } }],
    ["another zone than the site's", { timeZone: "Europe/Berlin" }, {}],
    ["a zone that is none", { timeZone: "Mars/Olympus" }, {}],
    ["a track that holds what separates tracks", { tracks: ["day;evening"] }, {}],
    ["a track that is named twice", { tracks: ["day", "day"] }, {}],
    ["hours over midnight", {}, { workingHours: hours("18:00", "02:00") }],
    ["hours without length", {}, { workingHours: hours("08:00", "08:00") }],
    ["a random screen of no specimen", {}, { screening: { specimen: null, random: true } }],
    [
      "a holiday that is named twice",
      {},
      {
        holidays: [
          { on: "2026-12-25", name: "Christmas Day" },
          { on: "2026-12-25", name: "Christmas" },
        ],
      },
    ],
    [
      "a person on call who is not there",
      {},
      { onCall: [{ personId: "none", phone: "555-0100", from: "2026-03-16", until: "2026-03-20" }] },
    ],
  ])("is refused with %s", async (_what, core, practice) => {
    const save = director.caller.programs.save(await changed(core, practice));
    await expect(save).rejects.toMatchObject(refusal("bad_settings"));
    expect(last()).toMatchObject({ event: "refused", detail: { action: "programs.change" } });
    expect((await day()).revision).toBe(0);
  });

  it("names who is on call, in order of days", async () => {
    const { personId } = director;
    const onCall = (from: string, until: string) => [{ personId, phone: "555-0100", from, until }];
    const wrong = await changed({}, { onCall: onCall("2026-03-20", "2026-03-16") });
    await expect(director.caller.programs.save(wrong)).rejects.toMatchObject(refusal("bad_settings"));
    const right = await changed({}, { onCall: onCall("2026-03-16", "2026-03-16") });
    await expect(director.caller.programs.save(right)).resolves.toMatchObject({ practice: right.practice });
  });
});

describe("a new program", () => {
  it("is an administrator's to add", async () => {
    const { core, practice } = await day();
    const add = director.caller.programs.add({ programId: "NEW", core, practice });
    await expect(add).rejects.toMatchObject(refusal("not_allowed"));
  });

  it("has an id of its own, and is entered", async () => {
    const { core, practice } = await day();
    await admin.caller.programs.add({ programId: "NEW", core, practice });
    expect(last()).toMatchObject({ event: "program_changed", detail: { did: "add", programId: "NEW" } });
    const again = admin.caller.programs.add({ programId: "NEW", core, practice });
    await expect(again).rejects.toMatchObject(refusal("id_taken"));
    const unsound = { ...core, plannedWeeksMin: 50, plannedWeeksMax: 2 };
    await expect(
      admin.caller.programs.add({ programId: "NEW-2", core: unsound, practice }),
    ).rejects.toMatchObject(refusal("bad_settings"));
    await expect(admin.caller.programs.add({ programId: "no spaces", core, practice })).rejects.toMatchObject(
      { code: "BAD_REQUEST" },
    );
  });
});

describe("settings", () => {
  const [template] = templates();
  const plain = { core: template?.core, practice: practiceOf(null) };

  it("of every template, and those of a program of which nothing was said, fit together and are of the contract", () => {
    for (const { core, practice } of templates()) {
      expect(fitTogether(core, practice)).toBe(true);
      expect(programCore.parse(core)).toEqual(core);
      expect(programPractice.parse(practice)).toEqual(practice);
    }
    expect(programPractice.parse(plain.practice)).toEqual(plain.practice);
  });

  it("fit together exactly when no least is above its most and no day ends before it begins", () => {
    const core = programCore.parse(plain.core);
    const amount = fc.option(fc.integer({ min: 0, max: 7 }), { nil: null });
    const clock = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, "0")}:30`);
    fc.assert(
      fc.property(
        fc.tuple(amount, amount, amount, amount),
        fc.tuple(clock, clock),
        (amounts, [from, until]) => {
          const [plannedWeeksMin, plannedWeeksMax, min, max] = amounts;
          const workingHours = Array.from({ length: 7 }, () => ({ from, until }));
          const fits = fitTogether(
            { ...core, plannedWeeksMin, plannedWeeksMax },
            { ...plain.practice, sessionHours: { min, max }, workingHours },
          );
          const ordered = (least: number | null, most: number | null) =>
            least === null || most === null || least <= most;
          expect(fits).toBe(ordered(plannedWeeksMin, plannedWeeksMax) && ordered(min, max) && from < until);
        },
      ),
    );
  });
});
