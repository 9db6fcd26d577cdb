import { type CalendarDate, type Instant, parseCalendarDate } from "@soundings/clinical";
import { z } from "zod";

/** A civil date as text, as an input; the calendar in clinical gives it its type. */
export const calendarDate = z.iso.date().refine((text) => parseCalendarDate(text) !== null);

/** A civil date of an answer. */
export const dayOut = z.custom<CalendarDate>(
  (value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value),
  "not a civil date",
);

/** A moment of an answer, in UTC. */
export const instantOut = z.custom<Instant>(
  (value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value),
  "not a moment in UTC",
);
