import { type CalendarDate, daysBetween, type LevelOfCare } from "@soundings/clinical";
import type { CaseloadRow } from "@soundings/contract";
import { dateWords } from "../../ui/dates.ts";
import { LEVEL_MARKS } from "../../ui/marks/levels.ts";
import { INSTRUMENT_MARKS } from "../../ui/marks/points.ts";
import { plannedWeeks } from "../../ui/planned-weeks.ts";

export function fullName(row: Pick<CaseloadRow, "givenName" | "familyName">): string {
  return `${row.givenName} ${row.familyName}`;
}

/** "IOP": the level as the field abbreviates it. */
export function levelWords(level: LevelOfCare): string {
  return LEVEL_MARKS[level].symbol ?? LEVEL_MARKS[level].word;
}

type Stay = Pick<CaseloadRow, "phase" | "week" | "plannedWeeksMin" | "plannedWeeksMax">;

/** "week 5 of 8–12", or on which side of the stay the day lies. */
export function weekWords(row: Stay): string {
  if (row.phase === "window") return row.week < 0 ? "before admission" : "after discharge";
  const planned = plannedWeeks(row);
  return `week ${row.week + 1}${planned ? ` of ${planned}` : ""}`;
}

const inDays = (days: number) => (days === 1 ? "tomorrow" : `in ${days} days`);

export interface NextMeasure {
  readonly state: "overdue" | "due" | "ahead";
  readonly words: string;
  readonly detail: string;
}

/** The measure that is owed first: overdue by the rule, then due by the calendar, then the next one ahead. */
export function nextMeasure(
  row: Pick<CaseloadRow, "phase" | "measures">,
  asOf: CalendarDate,
): NextMeasure | null {
  if (row.phase === "window" || row.measures.length === 0) return null;
  const overdue = row.measures.filter((measure) => measure.overdue);
  const owed = overdue.length > 0 ? overdue : row.measures;
  const first = owed.reduce((a, b) => (b.nextDue < a.nextDue ? b : a));
  const together = owed.filter((measure) => measure.nextDue === first.nextDue);
  const which = together.length === row.measures.length ? null : INSTRUMENT_MARKS[first.instrument].word;
  const day = dateWords(first.nextDue, asOf);
  if (first.nextDue > asOf)
    return { state: "ahead", words: day, detail: which ?? inDays(daysBetween(asOf, first.nextDue)) };
  const since = first.nextDue === asOf ? "today" : `since ${day}`;
  return {
    state: overdue.length > 0 ? "overdue" : "due",
    words: overdue.length > 0 ? "Overdue" : "Due",
    detail: which ? `${which}, ${day}` : since,
  };
}
