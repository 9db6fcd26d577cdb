import { daysBetween } from "@soundings/clinical";
import type { DuePage } from "@soundings/contract";
import { dateWords } from "../../ui/dates.ts";
import { counted } from "../../ui/numbers.ts";

type Owed = DuePage["due"][number]["measures"][number];

/** "due today", "due since Mar 9", "overdue since Mar 2, 14 days" */
export function dueWords({ dueOn, overdue }: Owed, today: DuePage["today"]): string {
  const days = daysBetween(dueOn, today);
  if (days <= 0) return dueOn === today ? "due today" : `due ${dateWords(dueOn, today)}`;
  const since = `since ${dateWords(dueOn, today)}`;
  return overdue ? `overdue ${since}, ${counted(days, "day")}` : `due ${since}`;
}
