import { type CalendarDate, daysBetween, INSTRUMENTS } from "@soundings/clinical";
import type { CaseloadOptions, TrendsFilter, TrendsPage } from "@soundings/contract";
import { REASON_MARKS } from "../../ui/marks/reasons.ts";
import { counted } from "../../ui/numbers.ts";

/** `today`, `tomorrow`, `in 4 days`. */
export function untilWords(day: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, day);
  if (days <= 0) return "today";
  return days === 1 ? "tomorrow" : `in ${days} days`;
}

/** `1, several days`: an answer to an item of the PHQ-9 in its own words. */
export function answerWords(answer: number): string {
  const words = INSTRUMENTS["phq-9"].texts.en.answers[answer];
  return words === undefined ? String(answer) : `${answer}, ${words.toLowerCase()}`;
}

/** `42 patients in treatment, the first 30 shown: narrow the list to see the others` */
export function countSentence({ total, rows }: Pick<TrendsPage, "total" | "rows">): string {
  const rest =
    rows.length < total ? `, the first ${rows.length} shown: narrow the list to see the others` : "";
  return `${counted(total, "patient")} in treatment${rest}`;
}

const MEDICATED = { true: "With a present medication", false: "Without a present medication" } as const;

/** The filter as a person would say it, for paper. */
export function filterWords(filter: TrendsFilter, options: CaseloadOptions | undefined): readonly string[] {
  const { prescriber, program, reason, medication, medicated } = filter;
  const name = options?.staff.find(({ staffId }) => staffId === prescriber)?.name ?? prescriber;
  const programName = options?.programs.find(({ programId }) => programId === program)?.name ?? program;
  return [
    prescriber && `Prescriber ${name}`,
    program && `Program ${programName}`,
    reason && REASON_MARKS[reason].word,
    medication && `Medication with “${medication}”`,
    medicated === undefined ? undefined : MEDICATED[`${medicated}`],
  ].filter((text) => typeof text === "string");
}
