import type { Meeting, MeetingInput, MeetingsPage, Role } from "@soundings/contract";
import {
  addMeeting,
  type Colleague,
  endMeeting,
  listColleagues,
  listMeetings,
  visibleAmong,
} from "@soundings/records";
import { programsOf } from "../access/scope.ts";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";
import { daysToCome, shownSince } from "./days.ts";
import { programsToChoose } from "./names.ts";

const CLINICAL: readonly Role[] = ["therapist", "prescriber", "director"];

/** Whoever may take part: clinicians and directors of the whole clinic, since a team asks others in. */
function participants({ store }: Asked): readonly Colleague[] {
  return listColleagues(store.reader).filter(({ roles }) =>
    roles.some(({ role }) => CLINICAL.includes(role)),
  );
}

function visibleMeetings({ store, person, action, scope, today }: Asked): readonly Meeting[] {
  const own = new Set(programsOf(person, action));
  const meetings = listMeetings(store.reader, shownSince(today())).filter(({ programId }) =>
    own.has(programId),
  );
  const visible = new Set(
    visibleAmong(
      store,
      scope,
      meetings.flatMap(({ patientIds }) => patientIds ?? []),
    ),
  );
  return meetings.map((one) => ({
    ...one,
    // Another director of the program may have put patients of a further program on the list.
    patientIds: one.patientIds?.filter((patientId) => visible.has(patientId)) ?? null,
  }));
}

export function readMeetingsPage(asked: Asked): MeetingsPage {
  const own = new Set(programsOf(asked.person, asked.action));
  return {
    meetings: visibleMeetings(asked),
    people: participants(asked).map(({ personId, name }) => ({ personId, name })),
    programs: programsToChoose(asked.store, (programId) => own.has(programId)),
  };
}

/**
 * @throws AppError bad_day, bad_dates; no_such_entry: a program out of reach, or somebody who cannot take part;
 * patients_out_of_reach: one of the patients is not in scope, without saying which; bad_settings: a list without patients.
 */
export function addMeetingOf(asked: Asked, input: MeetingInput): Meeting {
  const { store, scope, person, action, now, today } = asked;
  const days = daysToCome(input, today());
  if (!programsOf(person, action).includes(input.programId)) throw new AppError("no_such_entry");
  const people = participants(asked).filter(({ personId }) => input.personIds.includes(personId));
  if (people.length < new Set(input.personIds).size) throw new AppError("no_such_entry");
  const patientIds = input.patientIds === null ? null : [...new Set(input.patientIds)].sort();
  if (patientIds?.length === 0) throw new AppError("bad_settings");
  if (patientIds !== null && visibleAmong(store, scope, patientIds).length < patientIds.length) {
    throw new AppError("patients_out_of_reach");
  }
  const { name, programId } = input;
  const personIds = people.map(({ personId }) => personId);
  const meeting = { name, programId, ...days, patientIds };
  const made = { by: person.personId, at: now() };
  const meetingId = addMeeting(store.writer, { ...meeting, personIds }, made);
  const shown = people.map((one) => ({ personId: one.personId, name: one.name }));
  return { meetingId, ...meeting, people: shown, endedAt: null };
}

/** @throws AppError no_such_entry; Refused changed_meanwhile when it has ended already. */
export function endMeetingOf(
  asked: Asked,
  { meetingId }: { readonly meetingId: string },
): { readonly done: true } {
  if (!visibleMeetings(asked).some((one) => one.meetingId === meetingId)) throw new AppError("no_such_entry");
  endMeeting(asked.store.writer, meetingId, { by: asked.person.personId, at: asked.now() });
  return { done: true };
}
