import { addDays, type CalendarDate } from "@soundings/clinical";

/** The first day of an invented stay that holds every mark of the timeline. Nobody's record. */
export const ADMITTED = "2026-01-05" as CalendarDate;
export const LAST_DAY = 81;
export const day = (n: number): CalendarDate => addDays(ADMITTED, n);
