import type { CoverInput } from "@soundings/contract";
import { daysProblem } from "../../ui/dated.ts";

/** A cover as the form holds it; empty text for what is not chosen. */
export interface CoverDraft {
  readonly awayStaffId: string;
  readonly coveringPersonId: string;
  readonly programId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly note: string;
}

type Problems = Partial<Record<keyof CoverDraft, string>>;

export function problemsOf(draft: CoverDraft): Problems | null {
  const problems: Problems = {
    ...(draft.awayStaffId === "" ? { awayStaffId: "Choose who is away." } : {}),
    ...(draft.coveringPersonId === "" ? { coveringPersonId: "Choose who covers." } : {}),
    ...daysProblem(draft.startsOn, draft.endsOn),
  };
  return Object.keys(problems).length === 0 ? null : problems;
}

export function inputOf({ programId, note, ...draft }: CoverDraft): CoverInput {
  return {
    ...draft,
    programId: programId === "" ? null : programId,
    note: note.trim() === "" ? null : note.trim(),
  };
}
