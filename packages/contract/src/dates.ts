import { z } from "zod";

/** A civil date as text; whether the day exists is checked where the calendar is known. */
export const calendarDate = z.iso.date();
