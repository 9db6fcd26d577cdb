import type {
  Adherence,
  CalendarDate,
  InjectionView,
  MedicationView,
  ReviewWindow,
} from "@soundings/clinical";
import { dateWords } from "../../../ui/dates.ts";
import { counted } from "../../../ui/numbers.ts";
import { heldWords } from "../../../ui/since-words.ts";

/** `3 weeks on this dose, since Oct 30`; for one that was stopped when that was. */
export function doseWords(view: MedicationView, near: string): string {
  if (!view.current) {
    if (view.stoppedOn !== null) return `stopped ${dateWords(view.stoppedOn, near)}`;
    return "start and stop: no data";
  }
  if (view.doseSince === null || view.daysOnDose === null) return "time on this dose: no data";
  if (view.daysOnDose <= 0) return "this dose from today";
  return `${heldWords(view.daysOnDose)} on this dose, since ${dateWords(view.doseSince, near)}`;
}

const WINDOW_STATES: Readonly<Record<ReviewWindow["state"], string>> = {
  ahead: "ahead",
  open: "open now",
  past: "past",
};

/** `4 weeks: Nov 24 to Nov 30, ahead`. */
export function windowWords({ name, from, to, state }: ReviewWindow, near: string): string {
  return `${name}: ${dateWords(from, near)} to ${dateWords(to, near)}, ${WINDOW_STATES[state]}`;
}

/** `due in 5 days`, `due today`, `2 days past due`, `2 days late`, `overdue by 9 days`. */
export function injectionWords({ state, daysPastDue }: InjectionView): string {
  if (state === "ended") return "ended";
  if (daysPastDue < 0) return daysPastDue === -1 ? "due tomorrow" : `due in ${-daysPastDue} days`;
  if (daysPastDue === 0) return "due today";
  const days = counted(daysPastDue, "day");
  if (state === "overdue") return `overdue by ${days}`;
  return state === "late" ? `${days} late` : `${days} past due`;
}

/** `every 28 days`, `every 4 weeks (28 days)`. */
export function intervalWords(days: number): string {
  if (days === 1) return "every day";
  if (days % 7 !== 0 || days < 14) return `every ${counted(days, "day")}`;
  return `every ${days / 7} weeks (${days} days)`;
}

export const ADHERENCE_WORDS: Readonly<Record<Adherence, string>> = {
  as_prescribed: "taken as prescribed",
  some_missed: "some doses missed",
  many_missed: "many doses missed",
  not_taken: "not taken",
};

/** `No rule recognizes: Herbal tea. Drug screens are read without it.` */
export function unrecognizedWords(medications: readonly string[]): string {
  const them = medications.length === 1 ? "it" : "them";
  return `No rule recognizes: ${medications.join(", ")}. Drug screens are read without ${them}.`;
}

/** The day to which an axis goes that shows the windows still ahead. */
export function lastDay(views: readonly MedicationView[], to: CalendarDate): CalendarDate {
  const ahead = views.flatMap(({ windows }) => windows.filter(({ state }) => state !== "past"));
  return [to, ...ahead.map((window) => window.to)].sort().at(-1) ?? to;
}

const NAMED = 3;

/** `1 stopped medication: Lithium, Nov 2`; of many the number alone. */
export function stoppedWords(views: readonly MedicationView[], near: string): string {
  const words = counted(views.length, "stopped medication");
  if (views.length > NAMED) return words;
  const named = views.map(({ medication, stoppedOn }) =>
    stoppedOn === null ? medication : `${medication}, ${dateWords(stoppedOn, near)}`,
  );
  return `${words}: ${named.join("; ")}`;
}
