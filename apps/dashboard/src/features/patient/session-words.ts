import type { Service, SessionMarkOnTimeline } from "@soundings/clinical";
import { weekday } from "../../charts/day-words.ts";
import { codeWords } from "../../ui/code-words.ts";
import { dateWords } from "../../ui/dates.ts";
import { EARLY_MISS, MODALITY_MARKS, SESSION_MARKS } from "../../ui/marks/sessions.ts";

/** One letter a service; no two share one. */
export const SERVICE_LETTERS: Readonly<Record<Service, string>> = {
  group: "G",
  individual: "I",
  family: "F",
  psychiatry: "P",
  case_management: "C",
  skills: "S",
  other: "O",
};

function minutesWords({ deliveredMinutes, scheduledMinutes }: SessionMarkOnTimeline): string {
  if (deliveredMinutes === null) return `${scheduledMinutes} min scheduled`;
  return deliveredMinutes === scheduledMinutes
    ? `${deliveredMinutes} min`
    : `${deliveredMinutes} of ${scheduledMinutes} min`;
}

/** Minutes that were given, or that were scheduled where none were. */
export function minutesOf({ deliveredMinutes, scheduledMinutes }: SessionMarkOnTimeline): number {
  return deliveredMinutes ?? scheduledMinutes;
}

/** The status as the record has it: `no-show`, `canceled by the patient`; a session to come is planned. */
function statusWords({ mark, status }: SessionMarkOnTimeline): string {
  return mark === "planned" ? SESSION_MARKS.planned.word : codeWords(status);
}

/** `Thu, Jan 8, 09:00: group, no-show, 180 min scheduled, in person, missed in the first two weeks`. */
export function sessionWords(session: SessionMarkOnTimeline, near: string): string {
  const parts = [
    codeWords(session.service),
    statusWords(session),
    minutesWords(session),
    session.modality === null ? "place: no data" : MODALITY_MARKS[session.modality].word,
    session.earlyMiss ? EARLY_MISS.word : null,
  ];
  const words = parts.filter((part) => part !== null).join(", ");
  return `${weekday(session.on)}, ${dateWords(session.on, near)}, ${session.time}: ${words}`;
}

/** Why nothing was given, in a word or two; null where something was, or is still to come. */
export function missedWords({ mark, status }: SessionMarkOnTimeline): string | null {
  return mark === "absent" || mark === "excused" || mark === "cancelled_program" ? codeWords(status) : null;
}
