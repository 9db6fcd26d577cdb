import type { Program, ZoneName } from "@soundings/clinical";
import {
  type AddProgramInput,
  mayAtAll,
  type ProgramSettings,
  type ProgramsPage,
  type SaveProgramInput,
} from "@soundings/contract";
import {
  addProgram,
  type Colleague,
  listColleagues,
  readProgram,
  readPrograms,
  type StoredProgram,
  saveProgram,
} from "@soundings/records";
import { programsOf, reachesSite, rolesIn } from "../access/scope.ts";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";
import { coreOf, fitTogether, practiceOf, templates } from "./practice.ts";

function shown({ program, practice, ...stored }: StoredProgram): ProgramSettings {
  return {
    programId: program.programId,
    core: coreOf(program),
    practice: practiceOf(practice),
    revision: stored.revision,
    changedAt: stored.changedAt,
    changedBy: stored.changedBy,
    patientsInTreatment: stored.inTreatment,
  };
}

function reaches({ person, action }: Asked, programId: string): boolean {
  return reachesSite(person, action) || programsOf(person, action).includes(programId);
}

/** Who can be put on call: everybody of the clinic for an administrator, of the own programs for a director. */
function callable(asked: Asked): readonly Colleague[] {
  return listColleagues(asked.store.reader).filter(
    ({ roles }) =>
      reachesSite(asked.person, asked.action) ||
      roles.some(({ programIds }) => programIds.some((programId) => reaches(asked, programId))),
  );
}

export function readProgramsPage(asked: Asked): ProgramsPage {
  const { store, person } = asked;
  return {
    programs: readPrograms(store.reader)
      .filter(({ program }) => reaches(asked, program.programId))
      .map(shown),
    templates: templates(),
    people: callable(asked).map(({ personId, name }) => ({ personId, name })),
    mayAdd: mayAtAll("programs.add", rolesIn(person)),
  };
}

function settingsOf(asked: Asked, { programId, core, practice }: AddProgramInput) {
  if (!fitTogether(core, practice)) throw new AppError("bad_settings");
  const known = new Set(callable(asked).map(({ personId }) => personId));
  if (!practice.onCall.every(({ personId }) => known.has(personId))) throw new AppError("bad_settings");
  // Whether the zone is one is judged where the site's is known.
  const program: Program = { programId, ...core, timeZone: core.timeZone as ZoneName | null };
  return { program, practice: JSON.stringify(practice) };
}

function stands({ store }: Asked, programId: string): ProgramSettings {
  const stored = readProgram(store.writer, programId);
  if (stored === null) throw new AppError("no_such_entry");
  return shown(stored);
}

const authorOf = ({ actor, now }: Asked) => ({ by: actor.name, at: now(), reason: null, batchId: null });

/** @throws AppError bad_settings; Refused bad_settings, id_taken. */
export function addProgramOf(asked: Asked, input: AddProgramInput): ProgramSettings {
  addProgram(asked.store.writer, settingsOf(asked, input), authorOf(asked));
  return stands(asked, input.programId);
}

/** @throws AppError no_such_entry, bad_settings; Refused changed_meanwhile, bad_settings. */
export function saveProgramOf(asked: Asked, input: SaveProgramInput): ProgramSettings {
  const { programId, revision } = input;
  if (!reaches(asked, programId)) throw new AppError("no_such_entry");
  saveProgram(asked.store.writer, { ...settingsOf(asked, input), revision }, authorOf(asked));
  return stands(asked, programId);
}
