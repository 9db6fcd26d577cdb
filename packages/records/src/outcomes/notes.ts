import type { CalendarDate, Instant } from "@soundings/clinical";
import { appendChanges } from "../history/changes.ts";
import { uuidAt } from "../store/batch-id.ts";
import type { ReadConnection, WriteConnection } from "../store/sqlite.ts";

/** What somebody noted of when something changed in a program. */
export interface WrittenNote {
  readonly noteId: string;
  readonly programId: string;
  readonly programName: string;
  readonly on: CalendarDate;
  readonly text: string;
  readonly by: string;
  readonly recordedAt: Instant;
  readonly takenBack: { readonly by: string; readonly at: Instant } | null;
}

/** Notes of some programs, newest day first. */
export function notesQuery(connection: ReadConnection, programIds: readonly string[]) {
  return connection.query
    .selectFrom("outcome_notes as n")
    .innerJoin("programs as g", "g.program_id", "n.program_id")
    .select([
      "n.note_id",
      "n.program_id",
      "g.name as program_name",
      "n.on",
      "n.text",
      "n.by",
      "n.recorded_at",
      "n.taken_back_at",
      "n.taken_back_by",
    ])
    .where("n.program_id", "in", [...programIds])
    .orderBy("n.on", "desc")
    .orderBy("n.note_id", "desc");
}

export function readWrittenNotes(
  connection: ReadConnection,
  programIds: readonly string[],
): readonly WrittenNote[] {
  if (programIds.length === 0) return [];
  return connection.all(notesQuery(connection, programIds)).map((row) => ({
    noteId: row.note_id,
    programId: row.program_id,
    programName: row.program_name,
    on: row.on,
    text: row.text,
    by: row.by,
    recordedAt: row.recorded_at,
    takenBack:
      row.taken_back_at === null || row.taken_back_by === null
        ? null
        : { by: row.taken_back_by, at: row.taken_back_at },
  }));
}

interface NewNote {
  readonly programId: string;
  readonly on: CalendarDate;
  readonly text: string;
  readonly by: string;
}

/** Writes a note, which every open page of outcomes then shows. Part of the act that enters it in the audit. */
export function writeNote(connection: WriteConnection, note: NewNote, now: Instant): string {
  const { programId: program_id, on, text, by } = note;
  const note_id = uuidAt(now);
  const values = { note_id, program_id, on, text, by, recorded_at: now };
  return connection.act(() => {
    connection.run(
      connection.change
        .insertInto("outcome_notes")
        .values({ ...values, taken_back_at: null, taken_back_by: null }),
    );
    appendChanges(connection, [null], "note");
    return note_id;
  });
}

/** Takes a note of one of the programs back; false when there is none that stands. The note stays to be read. */
export function takeNoteBack(
  connection: WriteConnection,
  noteId: string,
  programIds: readonly string[],
  back: { readonly by: string; readonly at: Instant },
): boolean {
  if (programIds.length === 0) return false;
  return connection.act(() => {
    const stands = connection.change
      .updateTable("outcome_notes")
      .set({ taken_back_at: back.at, taken_back_by: back.by })
      .where("note_id", "=", noteId)
      .where("taken_back_at", "is", null)
      .where("program_id", "in", [...programIds]);
    const done = connection.run(stands) > 0;
    if (done) appendChanges(connection, [null], "note");
    return done;
  });
}
