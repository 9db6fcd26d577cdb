import { addDays, type CalendarDate, daysBetween } from "@soundings/clinical";
import { dayNamed } from "../day.ts";
import { AppError } from "../errors.ts";

/** How long a cover or a meeting lasts at most, and how far ahead it may begin. */
const LONGEST_DAYS = 366;
/** Those that ended longer ago are in the audit and not on the page. */
const SHOWN_DAYS = 366;

export interface Days {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** @throws AppError bad_day; bad_dates: the last before the first or before today, or too far ahead. */
export function daysToCome(
  given: { readonly startsOn: string; readonly endsOn: string },
  today: CalendarDate,
): Days {
  const startsOn = dayNamed(given.startsOn);
  const endsOn = dayNamed(given.endsOn);
  if (startsOn === null || endsOn === null) throw new AppError("bad_day");
  const days = daysBetween(startsOn, endsOn) + 1;
  const ahead = daysBetween(today, startsOn);
  if (days < 1 || days > LONGEST_DAYS || ahead > LONGEST_DAYS || endsOn < today) {
    throw new AppError("bad_dates");
  }
  return { startsOn, endsOn };
}

/** The earliest last day that a page still shows. */
export function shownSince(today: CalendarDate): CalendarDate {
  return addDays(today, -SHOWN_DAYS);
}
