import { addDays, type CalendarDate } from "@soundings/clinical";
import type { SchedulePage } from "@soundings/contract";
import { codeWords } from "../../ui/code-words.ts";
import { dateWords } from "../../ui/dates.ts";
import { counted } from "../../ui/numbers.ts";

type Session = SchedulePage["sessions"][number];

/** "8:20 AM" of "08:20" */
export function clockWords(time: string): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return `${hours % 12 || 12}:${String(minutes).padStart(2, "0")} ${hours < 12 ? "AM" : "PM"}`;
}

/** "group, 180 min, in person" */
export function serviceWords({ service, minutes, modality }: Session): string {
  const where = modality === null ? "" : `, ${codeWords(modality)}`;
  return `${codeWords(service)}, ${minutes} min${where}`;
}

/** What is on record of a session's attendance; `word` is null for an earlier session that nobody marked. */
export function attendanceWords({ status, attendedMinutes }: Session, word: string | null): string {
  if (word === null) return "not marked";
  if (status === "scheduled") return "to come";
  return attendedMinutes === null ? word : `${word}, ${attendedMinutes} min`;
}

const weekday = new Intl.DateTimeFormat("en-US", { weekday: "long", timeZone: "UTC" });

/** "Friday, Nov 20, 2026" */
export function weekdayWords(day: CalendarDate): string {
  return `${weekday.format(new Date(`${day}T00:00:00Z`))}, ${dateWords(day)}`;
}

/** "Monday, Mar 16, 2026: 42 sessions, 12 not marked." Nothing on a day without: the page says that itself. */
export function daySentence({ on, today, sessions }: SchedulePage): string {
  const open = sessions.filter(({ status }) => status === "scheduled").length;
  const word = on < today ? "not marked" : "not marked yet";
  const rest = open === 0 ? "all marked" : `${open} ${word}`;
  return sessions.length === 0 ? "" : `${weekdayWords(on)}: ${counted(sessions.length, "session")}, ${rest}.`;
}

export function dayBeside(day: CalendarDate, by: -1 | 1): CalendarDate {
  return addDays(day, by);
}
