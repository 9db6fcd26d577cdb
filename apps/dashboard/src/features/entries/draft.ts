import { type EntryFields, type EntryKind, entryFields } from "@soundings/contract";
import { dueAfter, wholeNumberIn } from "./due-after.ts";

/** What a form of this folder holds while it is being filled in; empty text for what is not given. */
export interface EntryDraft {
  readonly on: string;
  readonly change: string;
  readonly medication: string;
  readonly dose: string;
  readonly unit: string;
  readonly frequency: string;
  readonly reason: string;
  readonly event: string;
  readonly result: string;
  readonly note: string;
  readonly decision: string;
  readonly levelOfCare: string;
  readonly text: string;
  readonly about: string;
  readonly adherence: string;
  readonly intervalDays: string;
  readonly givenOn: string;
  readonly givenBy: string;
  readonly nextDueOn: string;
}
export type DraftField = keyof EntryDraft;
export type Problems = Partial<Record<DraftField, string>>;

export function emptyDraft(today: string): EntryDraft {
  return {
    on: today,
    change: "",
    medication: "",
    dose: "",
    unit: "",
    frequency: "",
    reason: "",
    event: "",
    result: "",
    note: "",
    decision: "",
    levelOfCare: "",
    text: "",
    about: "",
    adherence: "",
    intervalDays: "",
    givenOn: today,
    givenBy: "",
    nextDueOn: "",
  };
}

/** Decisions after which another level of care may hold. */
export const isMove = (decision: string): boolean => decision === "step_up" || decision === "step_down";

const ifAny = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** Per kind, what is sent of a draft; what its form does not ask for is left out. */
const SENT: Readonly<Record<EntryKind, (draft: EntryDraft) => Record<string, unknown>>> = {
  medication_change: ({ on, change, medication, dose, unit, frequency, reason }) => ({
    on,
    change,
    medication,
    ...(change === "stop"
      ? { dose: null, unit: null, frequency: null }
      : { dose: ifAny(dose), unit: ifAny(unit), frequency: ifAny(frequency) }),
    reason: ifAny(reason),
  }),
  event: ({ on, event, result, note }) => ({ on, event, result: ifAny(result), note: ifAny(note) }),
  decision: ({ on, decision, levelOfCare, reason }) => ({
    on,
    decision,
    levelOfCare: isMove(decision) ? ifAny(levelOfCare) : null,
    reason: ifAny(reason),
  }),
  note: ({ on, text }) => ({ on, text }),
  medication_note: ({ on, medication, about, adherence, text }) => ({
    on,
    medication,
    about,
    adherence: about === "adherence" ? ifAny(adherence) : null,
    text: ifAny(text),
  }),
  injection: ({ medication, dose, intervalDays, givenOn, givenBy, nextDueOn }) => ({
    medication,
    dose: ifAny(dose),
    intervalDays: Number(intervalDays),
    givenOn: ifAny(givenOn),
    givenBy: givenOn === "" ? null : ifAny(givenBy),
    nextDueOn,
  }),
};

/** What cannot be left out, with the sentence that stands at its field. */
const NEEDED: Readonly<Record<EntryKind, Problems>> = {
  medication_change: { change: "Choose what changed.", medication: "Name the medication." },
  event: { event: "Choose what happened." },
  decision: { decision: "Choose what was decided." },
  note: { text: "Write the note." },
  medication_note: { medication: "Name the medication.", about: "Choose what the note is about." },
  injection: { medication: "Name the medication.", nextDueOn: "Choose when the next is due." },
};

function dateProblem(date: string, today: string): string | null {
  if (date === "") return "Choose a date.";
  return date > today ? "This day has not come yet. Choose today or an earlier day." : null;
}

function medicationNoteProblems({ about, adherence, text }: EntryDraft): Problems {
  if (about === "adherence" && adherence.trim() === "") return { adherence: "Choose how it is taken." };
  return about === "side_effect" && text.trim() === "" ? { text: "Name the side effect." } : {};
}

/** A change of dose that does not say to what says nothing. */
function medicationChangeProblems({ change, dose }: EntryDraft): Problems {
  return change === "dose" && dose.trim() === "" ? { dose: "Give the new dose." } : {};
}

function injectionProblems({ intervalDays, givenOn, nextDueOn }: EntryDraft, today: string): Problems {
  const late = givenOn === "" ? null : dateProblem(givenOn, today);
  return {
    ...(wholeNumberIn(intervalDays, 1, 366) === null
      ? { intervalDays: "Give the days from one injection to the next, from 1 to 366." }
      : {}),
    ...(late === null ? {} : { givenOn: late }),
    ...(nextDueOn !== "" && nextDueOn <= givenOn
      ? { nextDueOn: "The next injection is due after the last one." }
      : {}),
  };
}

function ownProblems(kind: EntryKind, draft: EntryDraft, today: string): Problems {
  const needed = Object.entries(NEEDED[kind]).filter(([field]) => draft[field as DraftField].trim() === "");
  const day = kind === "injection" ? null : dateProblem(draft.on, today);
  return {
    ...(day === null ? {} : { on: day }),
    ...Object.fromEntries(needed),
    ...(kind === "medication_change" ? medicationChangeProblems(draft) : {}),
    ...(kind === "medication_note" ? medicationNoteProblems(draft) : {}),
    ...(kind === "injection" ? injectionProblems(draft, today) : {}),
  };
}

export type Judged = { readonly entry: EntryFields } | { readonly problems: Problems };

/** The entry that a draft makes, or what is wrong with it, by field. */
export function judge(kind: EntryKind, draft: EntryDraft, today: string): Judged {
  const own = ownProblems(kind, draft, today);
  if (Object.keys(own).length > 0) return { problems: own };
  const parsed = entryFields.safeParse({ kind, ...SENT[kind](draft) });
  if (parsed.success) return { entry: parsed.data };
  const unreadable = "This cannot be kept. Use letters and digits, and no signs that cannot be seen.";
  return { problems: Object.fromEntries(parsed.error.issues.map(({ path }) => [path[0], unreadable])) };
}

const FIELDS: Readonly<Record<string, DraftField>> = {
  changed_on: "on",
  occurred_on: "on",
  decided_on: "on",
  kind: "event",
};

/** The field of a draft that the server means by a property or a column; null for what the form does not ask for. */
export function fieldOf(kind: EntryKind, named: string): DraftField | null {
  if (kind === "medication_note" && named === "kind") return "about";
  const camel = named.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const field = FIELDS[named] ?? camel;
  return Object.hasOwn(emptyDraft(""), field) ? (field as DraftField) : null;
}

/** After a day or interval of an injection was changed: the next one follows, unless somebody chose it. */
export function withNextDue(draft: EntryDraft, before: EntryDraft): EntryDraft {
  const wasChosen = before.nextDueOn !== "" && before.nextDueOn !== dueAfter(before);
  if (wasChosen || draft.nextDueOn !== before.nextDueOn) return draft;
  return { ...draft, nextDueOn: dueAfter(draft) ?? before.nextDueOn };
}
