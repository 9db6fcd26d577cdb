import type { AddNoteInput, OutcomeNoteList } from "@soundings/contract";
import { readWrittenNotes, siteOf, takeNoteBack, writeNote } from "@soundings/records";
import { programsOf } from "../access/scope.ts";
import { programsToChoose } from "../administration/names.ts";
import { askedDay } from "../day.ts";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

/** The notes of the programs that the person directs, and no others. */
export function readNotes({ store, person, action }: Asked): OutcomeNoteList {
  const own = programsOf(person, action);
  return {
    notes: readWrittenNotes(store.reader, own),
    programs: programsToChoose(store, (programId) => own.includes(programId)),
  };
}

/** @throws AppError no_such_entry: a program out of reach; bad_day, day_in_future. */
export function addNoteOf(
  { store, person, action, actor, now, today }: Asked,
  { programId, on, text }: AddNoteInput,
): { readonly noteId: string } {
  const known = siteOf(store).programs.has(programId) && programsOf(person, action).includes(programId);
  if (!known) throw new AppError("no_such_entry");
  const note = { programId, on: askedDay(on, today()), text, by: actor.name };
  return { noteId: writeNote(store.writer, note, now()) };
}

/** @throws AppError no_such_entry: there is none that stands, or it is of a program out of reach. */
export function takeBackNoteOf(
  { store, person, action, actor, now }: Asked,
  { noteId }: { readonly noteId: string },
): { readonly done: true } {
  const own = programsOf(person, action);
  if (!takeNoteBack(store.writer, noteId, own, { by: actor.name, at: now() })) {
    throw new AppError("no_such_entry");
  }
  return { done: true };
}
