import type { AddNoteInput, OutcomesOptions } from "@soundings/contract";
import { addNoteInput } from "@soundings/contract";

export interface NoteDraft {
  readonly programId: string;
  readonly on: string;
  readonly text: string;
}

export type NoteProblems = Readonly<Partial<Record<keyof NoteDraft, string>>>;

/** What is wrong with a note, at the field where it is mended; null when nothing is. */
export function problemsOf(draft: NoteDraft, today: OutcomesOptions["today"] | ""): NoteProblems | null {
  const shape = addNoteInput.shape;
  const problems: { -readonly [Key in keyof NoteProblems]: string } = {};
  if (draft.programId === "") problems.programId = "Choose the program.";
  if (!shape.on.safeParse(draft.on).success) problems.on = "Choose the day.";
  else if (today !== "" && draft.on > today) problems.on = "That day has not come yet.";
  if (!shape.text.safeParse(draft.text).success) {
    problems.text =
      draft.text.trim() === "" ? "Say what changed." : "Use plain text of at most 200 characters.";
  }
  return Object.keys(problems).length === 0 ? null : problems;
}

/** A draft without problems as it is sent. */
export function inputOf(draft: NoteDraft): AddNoteInput {
  return addNoteInput.parse(draft);
}
