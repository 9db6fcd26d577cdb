import { addDays, type CalendarDate, type EpisodePicture } from "@soundings/clinical";
import { codeWords } from "../ui/code-words.ts";
import { datesInWords } from "../ui/dates.ts";
import { LEVEL_MARKS } from "../ui/marks/levels.ts";
import { longDate, weekWords } from "./day-words.ts";
import { evidenceKey, type RecordType } from "./evidence.ts";
import {
  assessmentWords,
  decisionWords,
  eventWords,
  gainWords,
  measureStanding,
  medicationChangeWords,
  medicationStanding,
  noteWords,
  screenWords,
  sessionWords,
} from "./record-words.ts";
import { gapsOf, stayOn } from "./stays.ts";

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
  add(picture.notes);
  add(picture.injections);
  return [...dates].sort();
}

function placementOn(picture: EpisodePicture, date: CalendarDate): string | null {
  const there = picture.placements
    .filter(({ from, to }) => from <= date && (to === null || date <= to))
    .at(-1);
  return there ? (LEVEL_MARKS[there.levelOfCare].symbol ?? there.levelOfCare) : null;
}

/** Admission, a change of level, and discharge are days of their own. */
function stayRecords(stays: readonly EpisodePicture[], date: CalendarDate): DayRecord[] {
  return stays.flatMap((stay) => {
    const placed = stay.placements.find(({ from }) => from === date);
    const before = placementOn(stay, addDays(date, -1));
    const level = placed ? (LEVEL_MARKS[placed.levelOfCare].symbol ?? placed.levelOfCare) : null;
    const isMove = level !== null && before !== null && before !== level;
    const reason = stay.dischargeReason ? `: ${codeWords(stay.dischargeReason)}` : "";
    return [
      ...(stay.admittedOn === date
        ? [{ key: evidenceKey("episode", stay.episodeId), text: level ? `Admitted to ${level}` : "Admitted" }]
        : []),
      ...(isMove
        ? [{ key: evidenceKey("placement", `${stay.episodeId}/${date}`), text: `Level ${before} → ${level}` }]
        : []),
      ...(stay.dischargedOn === date
        ? [{ key: `${evidenceKey("episode", stay.episodeId)}/end`, text: `Discharged${reason}` }]
        : []),
    ];
  });
}

function recordsOf(picture: EpisodePicture, date: CalendarDate): DayRecord[] {
  const on = <T extends { readonly on: CalendarDate }>(marks: readonly T[]) =>
    marks.filter((mark) => mark.on === date);
  const record = (type: RecordType, id: string, text: string): DayRecord => ({
    key: evidenceKey(type, id),
    text: datesInWords(text, date),
  });
  return [
    ...on(picture.decisions).map((mark) => record("decision", mark.decisionId, decisionWords(mark))),
    ...on(picture.events).map((mark) => record("event", mark.eventId, eventWords(mark))),
    ...picture.measures.flatMap((lane) => [
      ...on(lane.marks).map((mark) => record("assessment", mark.assessmentId, assessmentWords(lane, mark))),
      ...gainWords(lane, date).map((text) => ({ key: `gain:${lane.instrument}/${text}`, text })),
    ]),
    ...picture.medications.flatMap((lane) =>
      on(lane.changes).map((change) =>
        record("medication_change", change.medicationChangeId, medicationChangeWords(change)),
      ),
    ),
    ...on(picture.injections).map((mark) => record("injection", mark.injectionId, mark.text)),
    ...on(picture.sessions).map((session) => record("session", session.sessionId, sessionWords(session))),
    ...on(picture.screens).map((screen) => record("screen", screen.screenId, screenWords(screen))),
    ...on(picture.notes).map((note) => record("note", note.noteId, noteWords(note))),
  ];
}

/** `week 3`, or of another stay `week 3 of the stay of Jan 5`. */
function placeWords(picture: EpisodePicture, stays: readonly EpisodePicture[], date: CalendarDate): string {
  const stay = stayOn(stays, date);
  if (stay === null || stay.episodeId === picture.episodeId) {
    const isOutside = stays.length > 1 && stay === null;
    return isOutside ? "in no stay" : weekWords(picture.admittedOn, date);
  }
  return `${weekWords(stay.admittedOn, date)} of another stay`;
}

/** Of one stay, or of all the stays that a picture was put together from. */
export function dayFacts(
  picture: EpisodePicture,
  date: CalendarDate,
  stays: readonly EpisodePicture[] = [picture],
): DayFacts {
  const level = placementOn(picture, date);
  const week = placeWords(picture, stays, date);
  const standing = [
    ...picture.measures.map((lane) => measureStanding(lane, date, gapsOf(stays, lane.instrument))),
    ...picture.medications.map((lane) => medicationStanding(lane, date)),
  ];
  return {
    heading: longDate(date),
    place: level ? `${week}, ${level}` : week,
    records: [...stayRecords(stays, date), ...recordsOf(picture, date)],
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
