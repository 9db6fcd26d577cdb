import { addDays, type CalendarDate } from "@soundings/clinical";
import type { SchedulePage } from "@soundings/contract";
import { codeWords } from "../../ui/code-words.ts";
import { dateWords } from "../../ui/dates.ts";
import { counted } from "../../ui/numbers.ts";

type Session = SchedulePage["sessions"][number];

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

/** "March 16: 42 sessions, 12 not marked." */
export function daySentence({ on, today, sessions }: SchedulePage): string {
  const open = sessions.filter(({ status }) => status === "scheduled").length;
  const word = on < today ? "not marked" : "not marked yet";
  const rest = open === 0 ? "all marked" : `${open} ${word}`;
  const tail = sessions.length === 0 ? "" : `, ${rest}`;
  return `${dateWords(on, today)}: ${counted(sessions.length, "session")}${tail}.`;
}

export function dayBeside(day: CalendarDate, by: -1 | 1): CalendarDate {
  return addDays(day, by);
}
