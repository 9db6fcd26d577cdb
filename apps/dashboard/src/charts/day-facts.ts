import type {
  AssessmentMark,
  CalendarDate,
  DecisionMark,
  EpisodePicture,
  EventMark,
  EvidenceType,
  MeasureLane,
  MedicationLane,
  SessionMarkOnTimeline,
} from "@soundings/clinical";
import { codeWords } from "../ui/code-words.ts";
import { datesInWords, dateWords } from "../ui/dates.ts";
import { LEVEL_MARKS } from "../ui/marks/levels.ts";
import { longDate, weekWords } from "./day-words.ts";
import { evidenceKey } from "./evidence.ts";
import { lineMarks } from "./segments.ts";

interface DayRecord {
  /** The record's key, by type and id. */
  readonly key: string;
  readonly text: string;
}

/** What was so on one day, in words: what was recorded for it, and what stood. */
export interface DayFacts {
  readonly heading: string;
  readonly place: string;
  readonly records: readonly DayRecord[];
  readonly standing: readonly string[];
}

/** Every date on which something is drawn, in order, each once. */
export function datesWithData(picture: EpisodePicture): CalendarDate[] {
  const dates = new Set<CalendarDate>();
  const add = (marks: readonly { readonly on: CalendarDate }[]) => {
    for (const mark of marks) if (mark.on >= picture.from && mark.on <= picture.to) dates.add(mark.on);
  };
  for (const lane of picture.measures) add(lane.marks);
  for (const lane of picture.medications) add(lane.changes);
  add(picture.sessions.filter((session) => session.mark !== "planned"));
  add(picture.screens);
  add(picture.events);
  add(picture.decisions);
  return [...dates].sort();
}

/** `PHQ-9 21, severe, prorated from 8 of 9 items`. */
export function assessmentWords(lane: MeasureLane, mark: AssessmentMark): string {
  const late = mark.late && mark.recordedOn ? `, recorded ${dateWords(mark.recordedOn, mark.on)}` : "";
  const aside = mark.takesPart || mark.score === null ? "" : ", another of this day counts";
  if (mark.score === null) {
    return `${lane.name} incomplete: ${mark.answered} of ${mark.itemCount} items answered${late}`;
  }
  const prorated = mark.prorated ? `, prorated from ${mark.answered} of ${mark.itemCount} items` : "";
  const total = mark.totalOnly ? ", total only" : "";
  return `${lane.name} ${mark.score}, ${mark.band ?? "no band"}${prorated}${total}${aside}${late}`;
}

/** `group 09:00, attended, 180 min`. */
function sessionWords(session: SessionMarkOnTimeline): string {
  const minutes = session.deliveredMinutes === null ? "" : `, ${session.deliveredMinutes} min`;
  return `${codeWords(session.service)} ${session.time}, ${codeWords(session.status)}${minutes}`;
}

function measureStanding(lane: MeasureLane, date: CalendarDate): string | null {
  const before = lineMarks(lane).filter((mark) => mark.on <= date);
  const last = before.at(-1);
  if (!last) return `${lane.name}: no data yet`;
  if (last.on === date) return null;
  return `${lane.name} last ${last.score} on ${dateWords(last.on, date)}`;
}

function medicationStanding(lane: MedicationLane, date: CalendarDate): string | null {
  const segment = lane.segments.find(({ from, to }) => from <= date && (to === null || date <= to));
  return segment ? `${lane.medication} ${segment.doseText}`.trim() : null;
}

function placementOn(picture: EpisodePicture, date: CalendarDate): string | null {
  const there = picture.placements
    .filter(({ from, to }) => from <= date && (to === null || date <= to))
    .at(-1);
  return there ? (LEVEL_MARKS[there.levelOfCare].symbol ?? there.levelOfCare) : null;
}

/** `Decided to continue at IOP: sleep is still poor`. */
function decisionWords({ text, reason }: DecisionMark): string {
  return reason === null ? text : `${text}: ${reason}`;
}

/** A coded result stands in the text already; one in free words is added, and the note. */
function eventWords({ text, result, note }: EventMark): string {
  const more = [result, note].filter((part) => part !== null && !text.endsWith(part.replaceAll("_", " ")));
  return more.length === 0 ? text : `${text}: ${more.join("; ")}`;
}

function recordsOf(picture: EpisodePicture, date: CalendarDate): DayRecord[] {
  const on = <T extends { readonly on: CalendarDate }>(marks: readonly T[]) =>
    marks.filter((mark) => mark.on === date);
  const record = (type: EvidenceType, id: string, text: string): DayRecord => ({
    key: evidenceKey(type, id),
    text: datesInWords(text, date),
  });
  return [
    ...on(picture.decisions).map((mark) => record("decision", mark.decisionId, decisionWords(mark))),
    ...on(picture.events).map((mark) => record("event", mark.eventId, eventWords(mark))),
    ...picture.measures.flatMap((lane) =>
      on(lane.marks).map((mark) => record("assessment", mark.assessmentId, assessmentWords(lane, mark))),
    ),
    ...picture.medications.flatMap((lane) =>
      on(lane.changes).map((change) => record("medication_change", change.medicationChangeId, change.text)),
    ),
    ...on(picture.sessions).map((session) => record("session", session.sessionId, sessionWords(session))),
    ...on(picture.screens).map((screen) => record("screen", screen.screenId, `Screen: ${screen.text}`)),
  ];
}

export function dayFacts(picture: EpisodePicture, date: CalendarDate): DayFacts {
  const level = placementOn(picture, date);
  const week = weekWords(picture.admittedOn, date);
  const standing = [
    ...picture.measures.map((lane) => measureStanding(lane, date)),
    ...picture.medications.map((lane) => medicationStanding(lane, date)),
  ];
  return {
    heading: longDate(date),
    place: level ? `${week}, ${level}` : week,
    records: recordsOf(picture, date),
    standing: standing.filter((line) => line !== null),
  };
}

/** The same as one sentence, for a screen reader. */
export function daySentence(facts: DayFacts): string {
  const records =
    facts.records.length > 0
      ? facts.records.map(({ text }) => text).join(". ")
      : "Nothing recorded for this day";
  const standing = facts.standing.length > 0 ? ` Standing: ${facts.standing.join("; ")}.` : "";
  return `${facts.heading}, ${facts.place}. ${records}.${standing}`;
}
