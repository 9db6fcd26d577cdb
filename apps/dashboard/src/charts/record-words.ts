import type {
  AssessmentMark,
  CalendarDate,
  DecisionMark,
  EventMark,
  MeasureLane,
  MedicationLane,
  NoteMark,
  ScreenOnTimeline,
  ScreenResultMark,
  SessionMarkOnTimeline,
} from "@soundings/clinical";
import { codeWords } from "../ui/code-words.ts";
import { dateWords } from "../ui/dates.ts";
import { QUALITY_MARKS } from "../ui/marks/quality.ts";
import { RESULT_MARK_SIGNS } from "../ui/marks/screens.ts";
import { EARLY_MISS } from "../ui/marks/sessions.ts";
import { WEEK_MARKS } from "../ui/marks/weeks.ts";
import { safetyWords } from "./safety.ts";
import { type Gap, lineMarks } from "./segments.ts";

/** What makes one look twice at the answers, with the time they took where it is known. */
function qualityWords({ quality, secondsTaken }: AssessmentMark): string {
  return quality
    .map((one) => {
      const seconds = one === "fast" && secondsTaken !== null ? ` (${Math.round(secondsTaken)} s)` : "";
      return `, ${QUALITY_MARKS[one].word}${seconds}`;
    })
    .join("");
}

/** `PHQ-9 21, severe, prorated from 8 of 9 items`. */
export function assessmentWords(lane: MeasureLane, mark: AssessmentMark): string {
  const late = mark.late && mark.recordedOn ? `, recorded ${dateWords(mark.recordedOn, mark.on)}` : "";
  const aside = mark.takesPart || mark.score === null ? "" : ", another of this day counts";
  if (mark.score === null) {
    return `${lane.name} incomplete: ${mark.answered} of ${mark.itemCount} items answered${safetyWords(lane, mark)}${late}`;
  }
  const prorated = mark.prorated ? `, prorated from ${mark.answered} of ${mark.itemCount} items` : "";
  const total = mark.totalOnly ? ", total only" : "";
  const band = mark.band ?? "no band";
  return `${lane.name} ${mark.score}, ${band}${prorated}${total}${safetyWords(lane, mark)}${aside}${late}${qualityWords(mark)}`;
}

/** A gain that ends on this day, or that was lost again on it. */
export function gainWords(lane: MeasureLane, date: CalendarDate): string[] {
  return lane.gains.flatMap(({ from, to, reversedOn }) => {
    const what = `${lane.name} sudden gain ${from.score} → ${to.score}`;
    const later = reversedOn && reversedOn > date ? `; reversed ${dateWords(reversedOn, date)}` : "";
    if (to.on === date) return [`${what} since ${dateWords(from.on, date)}, for information only${later}`];
    return reversedOn === date ? [`${what} of ${dateWords(to.on, date)} reversed`] : [];
  });
}

/** `group 09:00, left early, 90 of 180 min, virtual`. */
export function sessionWords(session: SessionMarkOnTimeline): string {
  const { deliveredMinutes: delivered, scheduledMinutes: scheduled, modality } = session;
  const whole = delivered !== null && delivered < scheduled ? ` of ${scheduled}` : "";
  const minutes = delivered === null ? "" : `, ${delivered}${whole} min`;
  const virtual = modality === null || modality === "in_person" ? "" : `, ${codeWords(modality)}`;
  const early = session.earlyMiss ? `, ${EARLY_MISS.word}` : "";
  return `${codeWords(session.service)} ${session.time}, ${codeWords(session.status)}${minutes}${virtual}${early}`;
}

function resultNote(
  { analyte, mark, carryOverUntil, interference }: ScreenResultMark,
  on: CalendarDate,
): string {
  if (mark === "carry_over" && carryOverUntil) {
    return `${analyte} may be carry-over until ${dateWords(carryOverUntil, on)}`;
  }
  if (mark === "expected_absent") return `${analyte}: ${RESULT_MARK_SIGNS[mark].word}`;
  return interference ?? "";
}

/** `Screen: possible carry-over: thc; thc may be carry-over until Feb 11`. */
export function screenWords({ text, on, results }: ScreenOnTimeline): string {
  const notes = results
    .map((result) => resultNote(result, on))
    .filter((note) => note !== "" && !text.includes(note));
  return [`Screen: ${text}`, ...new Set(notes)].join("; ");
}

/** `PHQ-9 this week: refused; last 12 on Jan 6`. Null on the day of a score, which is a record of its own. */
export function measureStanding(lane: MeasureLane, date: CalendarDate, gaps: readonly Gap[]): string | null {
  const last = lineMarks(lane).findLast((mark) => mark.on <= date);
  if (last?.on === date) return null;
  const state = gaps.find(({ week, from, to }) => week !== null && from <= date && date <= to)?.week?.state;
  const latest = last ? `last ${last.score} on ${dateWords(last.on, date)}` : "no data yet";
  if (state) return `${lane.name} this week: ${WEEK_MARKS[state].word}; ${latest}`;
  return last ? `${lane.name} ${latest}` : `${lane.name}: ${latest}`;
}

export function medicationStanding(lane: MedicationLane, date: CalendarDate): string | null {
  const segment = lane.segments.find(({ from, to }) => from <= date && (to === null || date <= to));
  return segment ? `${lane.medication} ${segment.doseText}`.trim() : null;
}

/** `Sertraline changed to 100 mg: partial response`. */
export function medicationChangeWords({ text, reason }: MedicationLane["changes"][number]): string {
  return reason === null ? text : `${text}: ${reason}`;
}

/** `Decided to continue at IOP: sleep is still poor`. */
export function decisionWords({ text, reason }: DecisionMark): string {
  return reason === null ? text : `${text}: ${reason}`;
}

/** A coded result stands in the text already; one in free words is added, and the note. */
export function eventWords({ text, result, note }: EventMark): string {
  const more = [result, note].filter((part) => part !== null && !text.endsWith(part.replaceAll("_", " ")));
  return more.length === 0 ? text : `${text}: ${more.join("; ")}`;
}

/** `Note: sleeps better (Dr. Anjali Mosssurgeon)`. */
export function noteWords({ text, by }: NoteMark): string {
  return by === "" ? `Note: ${text}` : `Note: ${text} (${by})`;
}
