import type { ProgramCore, ProgramPractice } from "@soundings/contract";
import { addPerson, type Person } from "@soundings/records";
import { NOW, TODAY } from "../clinic.fixture.ts";
import { type Matrix, signIn } from "./matrix.fixture.ts";
import type { Case } from "./matrix.types.ts";

function otherSignIn({ insert, next }: Matrix, person: Person): string {
  const signInId = `other-${next()}`;
  signIn(insert, person, signInId);
  return signInId;
}

function spare({ clinic, next }: Matrix): string {
  const email = `spare-${next()}@example.org`;
  const roles = [{ role: "front_desk" as const, programIds: ["IOP-DAY"] }];
  return addPerson(clinic.store.writer, { name: "Spare", email, staffId: null, roles }, NOW);
}

interface Settings {
  readonly core: ProgramCore;
  readonly practice: ProgramPractice;
}

async function template(matrix: Matrix): Promise<Settings> {
  const page = await matrix.as(matrix.people.administrator).programs.page();
  const [first] = page.templates;
  if (first === undefined) throw new Error("there is no template");
  return first;
}

async function dayProgram(matrix: Matrix): Promise<Settings & { readonly revision: number }> {
  const page = await matrix.as(matrix.people.administrator).programs.page();
  const stands = page.programs.find(({ programId }) => programId === "IOP-DAY");
  if (stands === undefined) throw new Error("the program is not shown");
  return stands;
}

const DAYS = { startsOn: TODAY, endsOn: TODAY } as const;

function newMeeting({ insert, next }: Matrix): string {
  const meeting_id = `meeting-${next()}`;
  const days = { starts_on: TODAY, ends_on: TODAY, created_at: NOW, created_by: "x" };
  insert("meetings", { meeting_id, name: "Round", program_id: "IOP-DAY", whole_program: 0, ...days });
  return meeting_id;
}

function newCover(matrix: Matrix): string {
  const cover_id = `cover-${matrix.next()}`;
  matrix.insert("covers", {
    cover_id,
    away_staff_id: "S-COL",
    covering_person_id: matrix.people.therapist.personId,
    program_id: "IOP-DAY",
    starts_on: "2026-04-01",
    ends_on: "2026-04-02",
    created_at: NOW,
    created_by: "x",
  });
  return cover_id;
}

/** The procedures of accounts, the audit, the site and its administration, by their paths. */
export const SITE_CASES: Readonly<Record<string, Case>> = {
  "account.me": { action: "account.use", ask: ({ caller }) => caller.account.me(), events: [] },
  "account.signIns": { action: "account.use", ask: ({ caller }) => caller.account.signIns(), events: [] },
  "account.endSignIn": {
    action: "account.use",
    ask: ({ caller, matrix, person }) => caller.account.endSignIn({ signInId: otherSignIn(matrix, person) }),
    events: ["sign_in_ended"],
  },
  "account.endOthers": {
    action: "account.use",
    ask: ({ caller, matrix, person }) => {
      otherSignIn(matrix, person);
      return caller.account.endOthers();
    },
    events: ["sign_in_ended"],
  },
  "rules.list": { action: "reference.view", ask: ({ caller }) => caller.rules.list(), events: [] },
  "instruments.list": {
    action: "reference.view",
    ask: ({ caller }) => caller.instruments.list(),
    events: [],
  },
  "audit.page": {
    action: "audit.view",
    ask: ({ caller }) => caller.audit.page({ limit: 200 }),
    events: ["audit_viewed"],
    siteSeesIds: true,
  },
  "audit.export": {
    action: "audit.export",
    ask: ({ caller }) => caller.audit.export({}),
    events: ["audit_exported"],
    siteSeesIds: true,
  },
  "people.page": {
    action: "people.view",
    ask: ({ caller }) => caller.people.page(),
    events: ["people_viewed"],
  },
  "people.invite": {
    action: "people.change",
    ask: ({ caller, matrix }) =>
      caller.people.invite({
        name: "Somebody New",
        email: `new-${matrix.next()}@example.org`,
        staffId: null,
        roles: [{ role: "front_desk", programIds: ["IOP-DAY"] }],
      }),
    events: ["person_invited", "link_made"],
  },
  "people.change": {
    action: "people.change",
    ask: ({ caller, matrix }) =>
      caller.people.change({
        personId: spare(matrix),
        name: "Renamed",
        email: `renamed-${matrix.next()}@example.org`,
        staffId: null,
        roles: [{ role: "front_desk", programIds: ["IOP-EVE"] }],
      }),
    events: ["person_changed"],
  },
  "people.disable": {
    action: "people.change",
    ask: ({ caller, matrix }) => caller.people.disable({ personId: spare(matrix) }),
    events: ["person_disabled"],
  },
  "people.enable": {
    action: "people.change",
    ask: ({ caller, matrix }) => caller.people.enable({ personId: spare(matrix) }),
    events: ["person_enabled"],
  },
  "people.endSignIns": {
    action: "people.change",
    ask: ({ caller, matrix }) => caller.people.endSignIns({ personId: spare(matrix) }),
    events: ["sign_in_ended"],
  },
  "people.resetLink": {
    action: "people.change",
    ask: ({ caller, matrix }) => caller.people.resetLink({ personId: spare(matrix) }),
    events: ["link_made"],
  },
  "people.removeSecondFactor": {
    action: "people.change",
    ask: ({ caller, matrix }) => caller.people.removeSecondFactor({ personId: spare(matrix) }),
    events: ["second_factor_changed"],
  },
  "covers.page": {
    action: "covers.view",
    ask: ({ caller }) => caller.covers.page(),
    events: ["settings_viewed"],
  },
  "covers.add": {
    action: "covers.change",
    ask: ({ caller, matrix }) =>
      caller.covers.add({
        awayStaffId: "S-COL",
        coveringPersonId: matrix.people.therapist.personId,
        programId: "IOP-DAY",
        note: null,
        startsOn: "2026-04-01",
        endsOn: "2026-04-02",
      }),
    events: ["cover_changed"],
  },
  "covers.end": {
    action: "covers.change",
    ask: ({ caller, matrix }) => caller.covers.end({ coverId: newCover(matrix) }),
    events: ["cover_changed"],
  },
  "meetings.page": {
    action: "meetings.view",
    ask: ({ caller }) => caller.meetings.page(),
    events: ["settings_viewed"],
  },
  "meetings.add": {
    action: "meetings.change",
    ask: ({ caller, matrix, patientId }) =>
      caller.meetings.add({
        name: "Round",
        programId: "IOP-DAY",
        personIds: [matrix.people.director.personId],
        patientIds: [patientId],
        ...DAYS,
      }),
    events: ["meeting_changed"],
    names: false,
    outOfReach: "patients_out_of_reach",
  },
  "meetings.end": {
    action: "meetings.change",
    ask: ({ caller, matrix }) => caller.meetings.end({ meetingId: newMeeting(matrix) }),
    events: ["meeting_changed"],
  },
  "programs.page": {
    action: "programs.view",
    ask: ({ caller }) => caller.programs.page(),
    events: ["settings_viewed"],
  },
  "programs.add": {
    action: "programs.add",
    given: template,
    ask: ({ caller, matrix, given }) => {
      const { core, practice } = given as Settings;
      return caller.programs.add({ programId: `NEW-${matrix.next()}`, core, practice });
    },
    events: ["program_changed"],
  },
  "programs.save": {
    action: "programs.change",
    given: dayProgram,
    ask: ({ caller, matrix, given }) => {
      const { revision, core, practice } = given as Awaited<ReturnType<typeof dayProgram>>;
      const crisisLine = `555-01${matrix.next()}`;
      return caller.programs.save({
        programId: "IOP-DAY",
        revision,
        core,
        practice: { ...practice, crisisLine },
      });
    },
    events: ["program_changed"],
  },
  "running.status": {
    action: "running.view",
    ask: ({ caller }) => caller.running.status(),
    events: ["settings_viewed"],
  },
  "site.info": { action: "reference.view", ask: ({ caller }) => caller.site.info(), events: [] },
};
