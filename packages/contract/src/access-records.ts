import { z } from "zod";
import { calendarDate, dayOut, instantOut } from "./dates.ts";
import { line, lineIfAny, passage } from "./free-text.ts";
import { ROLES } from "./permissions.ts";

const id = z.string().min(1).max(64);
const reason = passage(500, 5);

/** A colleague stands in for another, for the patients whom both could treat: those of the covering person's programs. */
export const cover = z.object({
  coverId: z.string(),
  awayStaffId: z.string(),
  awayName: z.string(),
  coveringPersonId: z.string(),
  coveringName: z.string(),
  /** Null: every program of the covering person's own roles. */
  programId: z.string().nullable(),
  /** First and last day, both included, in the site's zone. */
  startsOn: dayOut,
  endsOn: dayOut,
  note: z.string().nullable(),
  endedAt: instantOut.nullable(),
});
export type Cover = z.infer<typeof cover>;
export const coversPage = z.object({
  covers: z.array(cover).readonly(),
  staff: z.array(z.object({ staffId: z.string(), name: z.string() })).readonly(),
  people: z.array(z.object({ personId: z.string(), name: z.string() })).readonly(),
  programs: z.array(z.object({ programId: z.string(), name: z.string() })).readonly(),
});
export type CoversPage = z.infer<typeof coversPage>;
export const coverInput = z.object({
  awayStaffId: id,
  coveringPersonId: id,
  programId: id.nullable(),
  startsOn: calendarDate,
  endsOn: calendarDate,
  note: lineIfAny(200),
});
export type CoverInput = z.infer<typeof coverInput>;
export const coverRef = z.object({ coverId: id });

/** A team meeting: on its days its people see its patients. */
export const meeting = z.object({
  meetingId: z.string(),
  name: z.string(),
  programId: z.string(),
  startsOn: dayOut,
  endsOn: dayOut,
  people: z.array(z.object({ personId: z.string(), name: z.string() })).readonly(),
  /** Null: every patient in treatment in the program. */
  patientIds: z.array(z.string()).readonly().nullable(),
  endedAt: instantOut.nullable(),
});
export type Meeting = z.infer<typeof meeting>;
export const meetingsPage = z.object({
  meetings: z.array(meeting).readonly(),
  people: z.array(z.object({ personId: z.string(), name: z.string() })).readonly(),
  programs: z.array(z.object({ programId: z.string(), name: z.string() })).readonly(),
});
export type MeetingsPage = z.infer<typeof meetingsPage>;
export const meetingInput = z.object({
  name: line(120),
  programId: id,
  startsOn: calendarDate,
  endsOn: calendarDate,
  personIds: z.array(id).min(1).max(100),
  patientIds: z.array(id).max(500).nullable(),
});
export type MeetingInput = z.infer<typeof meetingInput>;
export const meetingRef = z.object({ meetingId: id });

/** Break-glass: the reason comes first and is on record before anything is looked up. */
export const openOutsideInput = z.object({
  reason,
  who: z.discriminatedUnion("by", [
    z.object({ by: z.literal("record_number"), recordNumber: id }),
    z.object({
      by: z.literal("name_and_birth_date"),
      givenName: line(100),
      familyName: line(100),
      birthDate: calendarDate,
    }),
  ]),
});
export type OpenOutsideInput = z.infer<typeof openOutsideInput>;
/** `not_found` also for a name that more than one person bears on that birth date: then the record number is needed. */
export const openOutsideResult = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("opened"), patientId: z.string(), until: instantOut }),
  z.object({ outcome: z.literal("in_scope_already"), patientId: z.string() }),
  z.object({ outcome: z.literal("not_found") }),
]);
export type OpenOutsideResult = z.infer<typeof openOutsideResult>;

/** One opening outside the usual, for directors and the audit. */
export const openedOutside = z.object({
  openingId: z.string(),
  personId: z.string(),
  personName: z.string(),
  patientId: z.string(),
  reason: z.string(),
  openedAt: instantOut,
  until: instantOut,
});
export type OpenedOutside = z.infer<typeof openedOutside>;
export const openedOutsidePage = z.object({ openings: z.array(openedOutside).readonly() });
export type OpenedOutsidePage = z.infer<typeof openedOutsidePage>;

const told = {
  noticeId: z.string(),
  at: instantOut,
  /** Whom it is about: who opened, who was given a role, whose way to sign in somebody else changed. */
  personName: z.string(),
  seenAt: instantOut.nullable(),
};
/** Who did it; the command line goes by the name of the system's user. */
const by = z.string();
/** Something that a person is told. */
export const notice = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("opened_outside"), ...told, patientId: z.string(), reason: z.string() }),
  z.object({
    kind: z.literal("role_given"),
    ...told,
    roles: z.array(z.object({ role: z.enum(ROLES), programs: z.array(z.string()).readonly() })).readonly(),
    by,
  }),
  z.object({ kind: z.literal("link_made"), ...told, by }),
  z.object({ kind: z.literal("second_factor_removed"), ...told, by }),
]);
export type Notice = z.infer<typeof notice>;
export const noticesPage = z.object({ notices: z.array(notice).readonly() });
export type NoticesPage = z.infer<typeof noticesPage>;
export const noticeRef = z.object({ noticeId: id });
