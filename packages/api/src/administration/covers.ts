import type { Cover, CoverInput, CoversPage, Role } from "@soundings/contract";
import {
  addCover,
  type Clinician,
  type Colleague,
  endCover,
  listClinicians,
  listColleagues,
  listCovers,
} from "@soundings/records";
import { programsOf, reachesSite } from "../access/scope.ts";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";
import { daysToCome, shownSince } from "./days.ts";
import { programsToChoose } from "./names.ts";

const TREATING: readonly Role[] = ["therapist", "prescriber"];

function treatsIn({ roles }: Pick<Colleague, "roles">): readonly string[] {
  const held = roles.filter(({ role }) => TREATING.includes(role));
  return [...new Set(held.flatMap(({ programIds }) => programIds))];
}

/** Which programs the person who asks may say something about. */
function reachOf({ person, action }: Asked): (programId: string) => boolean {
  if (reachesSite(person, action)) return () => true;
  const own = new Set(programsOf(person, action));
  return (programId) => own.has(programId);
}

interface Team {
  readonly clinicians: readonly Clinician[];
  readonly colleagues: readonly Colleague[];
}

function teamOf({ store }: Asked): Team {
  return {
    clinicians: listClinicians(store.reader),
    colleagues: listColleagues(store.reader).filter((one) => treatsIn(one).length > 0),
  };
}

/** The programs in which the one can stand in for the other. */
function shared(away: Clinician, covering: Colleague): readonly string[] {
  return treatsIn(covering).filter((programId) => away.programIds.includes(programId));
}

/** Where a cover works: its program, or every program of the covering person. */
function programsOfCover(team: Team, { programId, coveringPersonId }: Cover): readonly string[] {
  if (programId !== null) return [programId];
  const covering = team.colleagues.find(({ personId }) => personId === coveringPersonId);
  return covering === undefined ? [] : treatsIn(covering);
}

function visibleCovers(asked: Asked, team: Team): readonly Cover[] {
  const covers = listCovers(asked.store.reader, shownSince(asked.today()));
  if (reachesSite(asked.person, asked.action)) return covers;
  const reach = reachOf(asked);
  return covers.filter((one) => programsOfCover(team, one).some(reach));
}

export function readCoversPage(asked: Asked): CoversPage {
  const team = teamOf(asked);
  const reach = reachOf(asked);
  return {
    covers: visibleCovers(asked, team),
    staff: team.clinicians
      .filter(({ programIds }) => reachesSite(asked.person, asked.action) || programIds.some(reach))
      .map(({ staffId, name }) => ({ staffId, name })),
    people: team.colleagues
      .filter((one) => treatsIn(one).some(reach))
      .map(({ personId, name }) => ({ personId, name })),
    programs: programsToChoose(asked.store, reach),
  };
}

function pairOf(asked: Asked, input: CoverInput): readonly [Clinician, Colleague] {
  const { clinicians, colleagues } = teamOf(asked);
  const reach = reachOf(asked);
  const away = clinicians.find(({ staffId }) => staffId === input.awayStaffId);
  const covering = colleagues.find(({ personId }) => personId === input.coveringPersonId);
  if (away === undefined || covering === undefined) throw new AppError("no_such_entry");
  if (!treatsIn(covering).some(reach)) throw new AppError("no_such_entry");
  if (!reachesSite(asked.person, asked.action) && !away.programIds.some(reach)) {
    throw new AppError("no_such_entry");
  }
  return [away, covering];
}

/**
 * @throws AppError bad_day, bad_dates; no_such_entry: somebody who is not there or out of reach; bad_settings: the two have
 * no program in common, or not this one; not_allowed: a cover in every program of a person who also works elsewhere.
 */
export function addCoverOf(asked: Asked, input: CoverInput): Cover {
  const { store, person, now, today } = asked;
  const days = daysToCome(input, today());
  const [away, covering] = pairOf(asked, input);
  const { programId } = input;
  const reach = reachOf(asked);
  const both = shared(away, covering);
  if (covering.staffId === away.staffId) throw new AppError("bad_settings");
  if (programId === null ? both.length === 0 : !both.includes(programId)) throw new AppError("bad_settings");
  const concerned = programId === null ? treatsIn(covering) : [programId];
  if (!concerned.every(reach)) throw new AppError("not_allowed");
  const note = input.note === "" ? null : input.note;
  const { staffId: awayStaffId, name: awayName } = away;
  const { personId: coveringPersonId, name: coveringName } = covering;
  const cover = { awayStaffId, coveringPersonId, programId, ...days, note };
  const coverId = addCover(store.writer, cover, { by: person.personId, at: now() });
  return { coverId, awayName, coveringName, endedAt: null, ...cover };
}

/** @throws AppError no_such_entry, not_allowed; Refused changed_meanwhile when it has ended already. */
export function endCoverOf(asked: Asked, { coverId }: { readonly coverId: string }): { readonly done: true } {
  const team = teamOf(asked);
  const cover = visibleCovers(asked, team).find((one) => one.coverId === coverId);
  if (cover === undefined) throw new AppError("no_such_entry");
  if (!programsOfCover(team, cover).every(reachOf(asked))) throw new AppError("not_allowed");
  endCover(asked.store.writer, coverId, { by: asked.person.personId, at: asked.now() });
  return { done: true };
}
