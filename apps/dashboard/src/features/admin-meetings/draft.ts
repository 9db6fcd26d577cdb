import type { MeetingInput } from "@soundings/contract";
import { daysProblem } from "../../ui/dated.ts";

/** A team meeting as the form holds it. */
export interface MeetingDraft {
  readonly name: string;
  readonly programId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly personIds: readonly string[];
  readonly whole: boolean;
  /** Record numbers as they were typed or pasted. */
  readonly numbers: string;
}

/** Record numbers apart by spaces, commas, semicolons or lines, each once. */
export function recordNumbers(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/).filter(Boolean))];
}

const MOST_PATIENTS = 500;
const LONGEST_NUMBER = 64;

type Problems = Partial<
  Record<"name" | "programId" | "startsOn" | "endsOn" | "personIds" | "numbers", string>
>;

function numbersProblem({ whole, numbers }: MeetingDraft): string | null {
  if (whole) return null;
  const given = recordNumbers(numbers);
  if (given.length === 0) return "Enter at least one record number, or choose the whole program.";
  if (given.length > MOST_PATIENTS) return `These are ${given.length} record numbers; ${MOST_PATIENTS} fit.`;
  return given.some((number) => number.length > LONGEST_NUMBER)
    ? `A record number has at most ${LONGEST_NUMBER} characters. Put a space or a comma between two of them.`
    : null;
}

export function problemsOf(draft: MeetingDraft): Problems | null {
  const numbers = numbersProblem(draft);
  const problems: Problems = {
    ...(draft.name.trim() === "" ? { name: "Give the meeting a name." } : {}),
    ...(draft.programId === "" ? { programId: "Choose a program." } : {}),
    ...daysProblem(draft.startsOn, draft.endsOn),
    ...(draft.personIds.length === 0 ? { personIds: "Choose at least one person." } : {}),
    ...(numbers === null ? {} : { numbers }),
  };
  return Object.keys(problems).length === 0 ? null : problems;
}

export function inputOf({ whole, numbers, personIds, name, ...draft }: MeetingDraft): MeetingInput {
  return {
    ...draft,
    name: name.trim(),
    personIds: [...personIds],
    patientIds: whole ? null : [...recordNumbers(numbers)],
  };
}
