import { daysBetween } from "@soundings/clinical";
import type { DuePage } from "@soundings/contract";
import { dateWords } from "../../ui/dates.ts";

type Owed = DuePage["due"][number]["measures"][number];

/** "due today", "due since Mar 9", "overdue since Mar 2" */
export function dueWords({ dueOn, overdue }: Owed, today: DuePage["today"]): string {
  if (dueOn === today) return "due today";
  if (dueOn > today) return `due ${dateWords(dueOn, today)}`;
  return `${overdue ? "overdue" : "due"} since ${dateWords(dueOn, today)}`;
}

/** How many days an overdue measure is late; null for one that is not overdue. */
export function overdueDays({ dueOn, overdue }: Owed, today: DuePage["today"]): number | null {
  return overdue ? daysBetween(dueOn, today) : null;
}

/** "28 patients owe a measure, 10 of them overdue." Nothing when nobody does: the list says that itself. */
export function dueSentence({ due }: DuePage): string {
  if (due.length === 0) return "";
  const overdue = due.filter(({ measures }) => measures.some((one) => one.overdue)).length;
  if (due.length === 1) return `1 patient owes a measure, ${overdue === 1 ? "overdue" : "not overdue"}.`;
  return `${due.length} patients owe a measure, ${overdue === 0 ? "none" : overdue} of them overdue.`;
}
