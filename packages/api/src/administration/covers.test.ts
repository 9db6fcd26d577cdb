import type { AppErrorCode, CoverInput } from "@soundings/contract";
import { coveredParts } from "@soundings/records";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Clinic, FILES, openClinic, TODAY } from "../clinic.fixture.ts";
import {
  ADMINISTRATOR,
  breakAudit,
  directorOf,
  entered,
  type Joined,
  join,
  therapistOf,
} from "./people.fixture.ts";

const STAFF = {
  ...FILES,
  "staff.csv": `${FILES["staff.csv"] ?? ""}S-3,Therapist Three,therapist,
S-4,Front Four,front_desk,IOP-DAY
`,
};

let clinic: Clinic;
let admin: Joined;
let director: Joined;
let standIn: Joined;
beforeEach(async () => {
  clinic = await openClinic(STAFF);
  admin = join(clinic, { roles: ADMINISTRATOR });
  director = join(clinic, { roles: directorOf("IOP-DAY") });
  standIn = join(clinic, { roles: therapistOf("IOP-DAY"), name: "Stand-in" });
});
afterEach(() => clinic.close());

const refusal = (code: AppErrorCode) => ({ cause: { code } });
const last = () => entered(clinic).at(-1);
const grounds = () => coveredParts(clinic.store, standIn.personId, TODAY, ["IOP-DAY"]);
const given = (more: Partial<CoverInput> = {}): CoverInput => ({
  awayStaffId: "S-1",
  coveringPersonId: standIn.personId,
  programId: "IOP-DAY",
  startsOn: TODAY,
  endsOn: "2026-03-20",
  note: null,
  ...more,
});

describe("a cover", () => {
  it("is in force from its first day, and entered without its note", async () => {
    const cover = await director.caller.covers.add(given({ note: "Surgery" }));
    expect(cover).toMatchObject({ awayName: "Therapist One", coveringName: "Stand-in", note: "Surgery" });
    expect(grounds()).toEqual([{ of: "staff", staffId: "S-1", programIds: ["IOP-DAY"] }]);
    const entry = last();
    expect(entry).toMatchObject({
      event: "cover_changed",
      personId: director.personId,
      detail: { did: "add", coverId: cover.coverId, awayStaffId: "S-1", endsOn: "2026-03-20" },
    });
    expect(JSON.stringify(entry)).not.toContain("Surgery");
    expect((await director.caller.covers.page()).covers).toEqual([cover]);
  });

  it("ends at once when it is ended, and once", async () => {
    const { coverId } = await director.caller.covers.add(given());
    await director.caller.covers.end({ coverId });
    expect(grounds()).toEqual([]);
    expect(last()).toMatchObject({ event: "cover_changed", detail: { did: "end", coverId } });
    await expect(director.caller.covers.end({ coverId })).rejects.toMatchObject(refusal("changed_meanwhile"));
  });

  it("that cannot be entered in the audit opens nothing, and one that cannot be ended on record stays", async () => {
    const { coverId } = await director.caller.covers.add(given());
    const before = grounds();
    breakAudit(clinic);
    await expect(director.caller.covers.end({ coverId })).rejects.toThrow();
    await expect(admin.caller.covers.add(given({ awayStaffId: "S-9" }))).rejects.toThrow();
    expect(grounds()).toEqual(before);
  });

  it.each<[string, Partial<CoverInput>, AppErrorCode]>([
    ["a last day before the first", { startsOn: "2026-03-21", endsOn: "2026-03-20" }, "bad_dates"],
    ["a last day that is over", { startsOn: "2026-03-01", endsOn: "2026-03-15" }, "bad_dates"],
    ["more than 366 days", { endsOn: "2027-03-17" }, "bad_dates"],
    ["a beginning beyond a year", { startsOn: "2027-03-18", endsOn: "2027-03-20" }, "bad_dates"],
    ["a member of staff who is not there", { awayStaffId: "S-404" }, "no_such_entry"],
    ["a member of staff who treats nobody", { awayStaffId: "S-4" }, "no_such_entry"],
    ["a person who is not there", { coveringPersonId: "none" }, "no_such_entry"],
    ["a program in which they are not both", { programId: "IOP-EVE" }, "bad_settings"],
    ["a program that is not there", { programId: "NONE" }, "bad_settings"],
    [
      "a member of staff without a program in common",
      { awayStaffId: "S-2", programId: null },
      "bad_settings",
    ],
  ])("is refused with %s", async (_what, more, code) => {
    await expect(admin.caller.covers.add(given(more))).rejects.toMatchObject(refusal(code));
    expect(last()).toMatchObject({ event: "refused", detail: { action: "covers.change", code } });
    expect((await admin.caller.covers.page()).covers).toEqual([]);
  });

  it("may be of 366 days", async () => {
    await expect(admin.caller.covers.add(given({ endsOn: "2027-03-16" }))).resolves.toBeDefined();
  });

  it("is not one's own, and not of somebody who treats nobody", async () => {
    const one = join(clinic, { roles: therapistOf("IOP-DAY"), staffId: "S-1" });
    const self = admin.caller.covers.add(given({ coveringPersonId: one.personId }));
    await expect(self).rejects.toMatchObject(refusal("bad_settings"));
    const boss = admin.caller.covers.add(given({ coveringPersonId: director.personId }));
    await expect(boss).rejects.toMatchObject(refusal("no_such_entry"));
  });

  it("is not of a disabled person", async () => {
    await admin.caller.people.disable({ personId: standIn.personId });
    await expect(admin.caller.covers.add(given())).rejects.toMatchObject(refusal("no_such_entry"));
    expect((await admin.caller.covers.page()).people).toEqual([]);
  });
});

describe("a director", () => {
  it("sees and names those of the own programs only", async () => {
    const evening = join(clinic, { roles: therapistOf("IOP-EVE"), name: "Evening" });
    const elsewhere = { awayStaffId: "S-2", coveringPersonId: evening.personId, programId: "IOP-EVE" };
    const { coverId } = await admin.caller.covers.add(given(elsewhere));
    const page = await director.caller.covers.page();
    expect(page.covers).toEqual([]);
    expect(page.staff.map(({ staffId }) => staffId)).toEqual(["S-9", "S-1"]);
    expect(page.people).toEqual([{ personId: standIn.personId, name: "Stand-in" }]);
    expect(page.programs).toEqual([{ programId: "IOP-DAY", name: "Day IOP" }]);
    await expect(director.caller.covers.end({ coverId })).rejects.toMatchObject(refusal("no_such_entry"));
    await expect(director.caller.covers.end({ coverId: "none" })).rejects.toMatchObject(
      refusal("no_such_entry"),
    );
    await expect(director.caller.covers.add(given(elsewhere))).rejects.toMatchObject(
      refusal("no_such_entry"),
    );
    expect((await admin.caller.covers.page()).covers).toMatchObject([{ coverId, endedAt: null }]);
  });

  it("learns nothing of somebody out of reach, not even what they have in common", async () => {
    const evening = join(clinic, { roles: therapistOf("IOP-EVE") });
    for (const more of [{ coveringPersonId: evening.personId }, { awayStaffId: "S-2" }]) {
      const cover = director.caller.covers.add(given({ ...more, programId: null }));
      await expect(cover).rejects.toMatchObject(refusal("no_such_entry"));
    }
  });

  it("does not let somebody cover in a program of another director", async () => {
    const both = join(clinic, { roles: therapistOf("IOP-DAY", "IOP-EVE") });
    const everywhere = given({ awayStaffId: "S-9", coveringPersonId: both.personId, programId: null });
    await expect(director.caller.covers.add(everywhere)).rejects.toMatchObject(refusal("not_allowed"));
    const { coverId } = await admin.caller.covers.add(everywhere);
    expect((await director.caller.covers.page()).covers).toMatchObject([{ coverId }]);
    await expect(director.caller.covers.end({ coverId })).rejects.toMatchObject(refusal("not_allowed"));
    await director.caller.covers.add({ ...everywhere, programId: "IOP-DAY" });
  });
});

it("is nobody else's: a therapist is refused", async () => {
  await expect(standIn.caller.covers.page()).rejects.toMatchObject(refusal("not_allowed"));
  await expect(standIn.caller.covers.add(given())).rejects.toMatchObject(refusal("not_allowed"));
  expect(grounds()).toEqual([]);
});

it("the page is entered in the audit", async () => {
  await admin.caller.covers.page();
  expect(last()).toMatchObject({ event: "settings_viewed", detail: { what: "covers", count: 0 } });
});
