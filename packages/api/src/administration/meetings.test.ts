import type { AppErrorCode, MeetingInput } from "@soundings/contract";
import { meetingParts } from "@soundings/records";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Clinic, openClinic, TODAY } from "../clinic.fixture.ts";
import {
  ADMINISTRATOR,
  breakAudit,
  directorOf,
  entered,
  type Joined,
  join,
  therapistOf,
} from "./people.fixture.ts";

let clinic: Clinic;
let director: Joined;
let guest: Joined;
beforeEach(async () => {
  clinic = await openClinic();
  director = join(clinic, { roles: directorOf("IOP-DAY"), name: "Director" });
  guest = join(clinic, { roles: therapistOf("IOP-EVE"), name: "Guest" });
});
afterEach(() => clinic.close());

const refusal = (code: AppErrorCode) => ({ cause: { code } });
const last = () => entered(clinic).at(-1);
const grounds = () => meetingParts(clinic.store, guest.personId, TODAY);
const given = (more: Partial<MeetingInput> = {}): MeetingInput => ({
  name: "About Ada",
  programId: "IOP-DAY",
  startsOn: TODAY,
  endsOn: TODAY,
  personIds: [guest.personId],
  patientIds: ["P-2", "P-1"],
  ...more,
});

it("opens its patients to a guest of another program on its days, and is entered without its name", async () => {
  const meeting = await director.caller.meetings.add(given());
  expect(meeting).toMatchObject({
    people: [{ personId: guest.personId, name: "Guest" }],
    patientIds: ["P-1", "P-2"],
    endedAt: null,
  });
  expect(grounds()).toEqual([{ of: "patients", patientIds: ["P-1", "P-2"] }]);
  const entry = last();
  expect(entry).toMatchObject({
    event: "meeting_changed",
    personId: director.personId,
    detail: { did: "add", meetingId: meeting.meetingId, personIds: [guest.personId] },
  });
  expect(JSON.stringify(entry)).not.toContain("Ada");
  expect(await director.caller.meetings.page()).toMatchObject({ meetings: [meeting] });
  expect(last()).toMatchObject({ event: "settings_viewed", listed: ["P-1", "P-2"] });
});

it("of the whole program opens whoever is in treatment there", async () => {
  await director.caller.meetings.add(given({ patientIds: null }));
  expect(grounds()).toEqual([{ of: "in_treatment", programIds: ["IOP-DAY"] }]);
});

it("ends at once when it is ended, and once", async () => {
  const { meetingId } = await director.caller.meetings.add(given());
  await director.caller.meetings.end({ meetingId });
  expect(grounds()).toEqual([]);
  expect(last()).toMatchObject({ event: "meeting_changed", detail: { did: "end", meetingId } });
  await expect(director.caller.meetings.end({ meetingId })).rejects.toMatchObject(
    refusal("changed_meanwhile"),
  );
});

it("that cannot be entered in the audit opens nothing", async () => {
  breakAudit(clinic);
  await expect(director.caller.meetings.add(given())).rejects.toThrow();
  expect(grounds()).toEqual([]);
});

describe("a meeting is refused with", () => {
  it.each<[string, Partial<MeetingInput>, AppErrorCode]>([
    ["a last day before the first", { startsOn: "2026-03-21", endsOn: "2026-03-20" }, "bad_dates"],
    ["a last day that is over", { startsOn: "2026-03-01", endsOn: "2026-03-15" }, "bad_dates"],
    ["another director's program", { programId: "IOP-EVE", patientIds: null }, "no_such_entry"],
    ["a program that is not there", { programId: "NONE", patientIds: null }, "no_such_entry"],
    ["somebody who is not there", { personIds: ["none"] }, "no_such_entry"],
    ["a list without patients", { patientIds: [] }, "bad_settings"],
    ["a patient out of scope", { patientIds: ["P-1", "P-3"] }, "patients_out_of_reach"],
    ["a patient who is not there", { patientIds: ["P-1", "P-404"] }, "patients_out_of_reach"],
  ])("%s", async (_what, more, code) => {
    await expect(director.caller.meetings.add(given(more))).rejects.toMatchObject(refusal(code));
    expect(last()).toMatchObject({ event: "refused", detail: { action: "meetings.change", code } });
    expect((await director.caller.meetings.page()).meetings).toEqual([]);
  });

  it("somebody without a clinical role, and somebody disabled", async () => {
    const desk = join(clinic, { roles: [{ role: "front_desk", programIds: ["IOP-DAY"] }] });
    const admin = join(clinic, { roles: ADMINISTRATOR });
    await admin.caller.people.disable({ personId: guest.personId });
    for (const personId of [desk.personId, admin.personId, guest.personId]) {
      const meeting = director.caller.meetings.add(given({ personIds: [director.personId, personId] }));
      await expect(meeting).rejects.toMatchObject(refusal("no_such_entry"));
    }
    expect((await director.caller.meetings.page()).people).toEqual([
      { personId: director.personId, name: "Director" },
    ]);
  });
});

it("shows another director of the program no patient of a further one", async () => {
  const both = join(clinic, { roles: directorOf("IOP-DAY", "IOP-EVE") });
  const { meetingId } = await both.caller.meetings.add(given({ patientIds: ["P-2", "P-3"] }));
  const { meetings } = await director.caller.meetings.page();
  expect(meetings).toMatchObject([{ meetingId, patientIds: ["P-2"] }]);
  const evening = join(clinic, { roles: directorOf("IOP-EVE") });
  expect((await evening.caller.meetings.page()).meetings).toEqual([]);
  await expect(evening.caller.meetings.end({ meetingId })).rejects.toMatchObject(refusal("no_such_entry"));
});

it("is a director's: an administrator and a therapist are refused", async () => {
  const admin = join(clinic, { roles: ADMINISTRATOR });
  for (const { caller } of [admin, guest]) {
    await expect(caller.meetings.page()).rejects.toMatchObject(refusal("not_allowed"));
    await expect(caller.meetings.add(given())).rejects.toMatchObject(refusal("not_allowed"));
    await expect(caller.meetings.end({ meetingId: "none" })).rejects.toMatchObject(refusal("not_allowed"));
  }
  expect(grounds()).toEqual([]);
});
