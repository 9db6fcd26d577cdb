import {
  ADHERENCES,
  C_SSRS_RESULTS,
  DECISION_KINDS,
  EVENT_KINDS,
  LEVELS_OF_CARE,
  MEASURE_MISSED_RESULTS,
  MEDICATION_CHANGES,
  MEDICATION_NOTE_KINDS,
} from "@soundings/clinical";
import type { EntryFields, EntryKind } from "@soundings/contract";
import { codeWords } from "../../ui/code-words.ts";
import { dateWords } from "../../ui/dates.ts";
import { LEVEL_MARKS } from "../../ui/marks/levels.ts";
import { capital } from "../../ui/role-words.ts";

interface Choice {
  readonly value: string;
  readonly label: string;
}

const coded = (codes: readonly string[]): readonly Choice[] =>
  codes.map((value) => ({ value, label: codeWords(value) }));

const spelled = <Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>) =>
  codes.map((value): Choice => ({ value, label: words[value] }));

/** What the dialog of each kind is called. */
export const TITLES: Readonly<Record<EntryKind, string>> = {
  medication_change: "Enter a medication change",
  event: "Enter an event",
  decision: "Enter a decision",
  note: "Write a note",
  medication_note: "Enter a medication note",
  injection: "Enter an injection",
};

export const CHANGES = spelled(MEDICATION_CHANGES, {
  start: "started",
  dose: "dose changed",
  stop: "stopped",
});
export const EVENTS = coded(EVENT_KINDS);
export const DECISIONS = spelled(DECISION_KINDS, {
  continue: "continue as it is",
  added_contact: "added contact",
  step_up: "step up",
  step_down: "step down",
  discharge: "discharge",
});
export const LEVELS = LEVELS_OF_CARE.map((value) => ({ value, label: LEVEL_MARKS[value].word }));
export const ABOUTS = spelled(MEDICATION_NOTE_KINDS, {
  adherence: "how it is taken",
  side_effect: "a side effect",
});
export const ADHERENCE_CHOICES = spelled(ADHERENCES, {
  as_prescribed: "as prescribed",
  some_missed: "some doses missed",
  many_missed: "many doses missed",
  not_taken: "not taken",
});

/** The codes that the result of an event can be; null where words are asked for. */
export function resultChoices(event: string): readonly Choice[] | null {
  if (event === "c_ssrs") return coded(C_SSRS_RESULTS);
  return event === "measure_missed" ? coded(MEASURE_MISSED_RESULTS) : null;
}

/** What is asked for beside the result, so that nobody has to guess. */
export function resultLabel(event: string): string {
  if (event === "c_ssrs") return "Level of risk";
  return event === "measure_missed" ? "Why it was missed" : "Result";
}

const labelIn = (choices: readonly Choice[], value: string): string =>
  choices.find((choice) => choice.value === value)?.label ?? codeWords(value);

/** Letters of a long text that a confirmation repeats. */
const SHOWN = 60;
const short = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text);

const dayWords = (on: string, today: string): string => (on === today ? "today" : dateWords(on, today));

function whatWords(entry: EntryFields, today: string): string {
  switch (entry.kind) {
    case "medication_change": {
      const dose = [entry.dose, entry.unit, entry.frequency].filter(Boolean).join(" ");
      return `${entry.medication} ${labelIn(CHANGES, entry.change)}${dose && `, ${dose}`}`;
    }
    case "event":
      return capital(codeWords(entry.event)) + (entry.result ? `: ${codeWords(entry.result)}` : "");
    case "decision": {
      const level = entry.levelOfCare === null ? "" : ` to ${LEVEL_MARKS[entry.levelOfCare].word}`;
      return `Decision: ${labelIn(DECISIONS, entry.decision)}${level}`;
    }
    case "note":
      return `Note: ${short(entry.text)}`;
    case "medication_note": {
      const said = entry.adherence === null ? entry.text : labelIn(ADHERENCE_CHOICES, entry.adherence);
      return `${entry.medication}: ${said === null ? "side effect" : short(said)}`;
    }
    case "injection": {
      const due = dateWords(entry.nextDueOn, today);
      return entry.givenOn === null
        ? `${entry.medication}: first injection due ${due}`
        : `${entry.medication} injection ${dayWords(entry.givenOn, today)}, next due ${due}`;
    }
  }
}

/** What was entered, as the confirmation names it: `Sertraline started, 50 mg daily, Mar 14`. */
export function enteredWords(entry: EntryFields, today: string): string {
  const words = whatWords(entry, today);
  return entry.kind === "injection" ? words : `${words}, ${dayWords(entry.on, today)}`;
}

/** Where it is to be seen, on a page of an earlier day: what is entered now was not known then. */
export function elsewhereWords({ asOf, today }: { readonly asOf: string; readonly today: string }): string {
  return asOf === today ? "" : `; it stands on the page of today, not of ${dateWords(asOf, today)}`;
}
