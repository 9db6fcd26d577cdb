import type { Locator } from "@playwright/test";
import { addDays, type CalendarDate } from "@soundings/clinical";

/** A date as the pages write it: `Mar 14, 2026`. */
export function inWords(date: string): string {
  const format = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });
  return format.format(new Date(date));
}

/** A date as a page of a day writes it, without the year when it is that day's: `Mar 14`. */
export function wordsNear(date: string, today: CalendarDate): string {
  return date.slice(0, 4) === today.slice(0, 4) ? inWords(date).replace(/, \d+$/, "") : inWords(date);
}

export async function textOf(element: Locator): Promise<string> {
  return ((await element.textContent()) ?? "").trim();
}

/** The number with which a text begins. */
export async function numberIn(element: Locator): Promise<number> {
  return Number.parseInt(await textOf(element), 10);
}

/** The last Monday before a day: every program has groups on it. */
export function mondayBefore(day: CalendarDate): CalendarDate {
  const weekday = new Date(day).getUTCDay();
  return addDays(day, weekday === 1 ? -7 : -((weekday + 6) % 7));
}
