import type { CalendarDate } from "../calendar/types.ts";
import type { Problem } from "./incoming.ts";
import type { Injection, MedicationNote, Note } from "./own.ts";

interface OwnRecordOfKind {
  readonly note: Note;
  readonly medication_note: MedicationNote;
  readonly injection: Injection;
}

/** One law of a kind of own record: `column` is its field, and the message repeats no patient's value. */
interface Law<R> extends Problem {
  readonly broken: (record: R, today: CalendarDate) => boolean;
}

function inFuture(column: string): Problem {
  return {
    column,
    code: "in_future",
    message: "That day has not come yet: give today or an earlier day.",
  };
}

const LAWS: { readonly [Kind in keyof OwnRecordOfKind]: readonly Law<OwnRecordOfKind[Kind]>[] } = {
  note: [{ ...inFuture("on"), broken: ({ on }, today) => on > today }],
  medication_note: [
    { ...inFuture("on"), broken: ({ on }, today) => on > today },
    {
      column: "adherence",
      code: "missing_value",
      message: "A note about adherence needs how the medication is taken: choose one.",
      broken: ({ kind, adherence }) => kind === "adherence" && adherence === null,
    },
    {
      column: "adherence",
      code: "disagrees",
      message: "A note about side effects does not say how the medication is taken: leave that empty.",
      broken: ({ kind, adherence }) => kind === "side_effect" && adherence !== null,
    },
    {
      column: "text",
      code: "missing_value",
      message: "A note about side effects needs a few words: say which.",
      broken: ({ kind, text }) => kind === "side_effect" && text === null,
    },
  ],
  injection: [
    { ...inFuture("given_on"), broken: ({ givenOn }, today) => givenOn !== null && givenOn > today },
    {
      column: "given_on",
      code: "missing_value",
      message: "Who gave the injection is named, but not when: give the day, or leave both empty.",
      broken: ({ givenOn, givenBy }) => givenOn === null && givenBy !== null,
    },
    {
      column: "next_due_on",
      code: "wrong_order",
      message: "The next injection is due before or on the day of this one: correct one of the two days.",
      broken: ({ givenOn, nextDueOn }) => givenOn !== null && nextDueOn <= givenOn,
    },
  ],
};

/** What is wrong with one own record in itself, or null. `today` is the site's; nothing here is recorded ahead of time. */
export function ownProblemOf<K extends keyof OwnRecordOfKind>(
  kind: K,
  record: OwnRecordOfKind[K],
  today: CalendarDate,
): Problem | null {
  const broken = LAWS[kind].find((law) => law.broken(record, today));
  return broken === undefined ? null : { column: broken.column, code: broken.code, message: broken.message };
}
