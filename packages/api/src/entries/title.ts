import {
  analyteName,
  type CalendarDate,
  dateOf,
  type Instant,
  type InstrumentId,
  instrumentOf,
  type ZoneName,
} from "@soundings/clinical";
import type { RecordType, StoredRecord } from "@soundings/records";
import { spelled } from "../disclosure/words.ts";

type Fields = StoredRecord["record"];
type Dated = readonly [what: string, on: CalendarDate, more?: string];

const day = (value: unknown) => value as CalendarDate;
const words = (value: unknown) => {
  const text = spelled(String(value));
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
};
const momentDay = (value: unknown, zone: ZoneName) => dateOf(value as Instant, zone);

/** What each type of record is called, and the day to which it belongs. */
const TITLES: { readonly [Type in RecordType]: (record: Fields, zone: ZoneName) => Dated } = {
  episode: ({ admittedOn }) => ["Episode", day(admittedOn)],
  placement: ({ levelOfCare, startedOn }) => [`${words(levelOfCare)} placement`, day(startedOn)],
  assessment: ({ instrument, administeredOn }) => [
    instrumentOf(instrument as InstrumentId).name,
    day(administeredOn),
  ],
  session: ({ scheduledStart, service }, zone) => [
    `${words(service)} session`,
    momentDay(scheduledStart, zone),
  ],
  screen: ({ scheduledOn }) => ["Drug screen", day(scheduledOn)],
  screen_result: ({ analyte, scheduledOn }) => [
    "Screen result",
    day(scheduledOn),
    analyte === null ? "no substance named" : analyteName(String(analyte)),
  ],
  medication_change: ({ medication, change, changedOn }) => [
    "Medication change",
    day(changedOn),
    `${medication}, ${spelled(String(change))}`,
  ],
  event: ({ kind, occurredOn }) => [words(kind), day(occurredOn)],
  decision: ({ decision, decidedOn }) => ["Decision", day(decidedOn), spelled(String(decision))],
  note: ({ on }) => ["Note", day(on)],
  medication_note: ({ medication, on }) => ["Medication note", day(on), String(medication)],
  injection: ({ medication, givenOn, nextDueOn }) =>
    givenOn === null
      ? ["Scheduled injection", day(nextDueOn), String(medication)]
      : ["Injection", day(givenOn), String(medication)],
};

/** The day of a record, and what a page calls it: `PHQ-9 of 2026-03-14`. */
export function dayAndTitle(
  type: RecordType,
  record: Fields,
  zone: ZoneName,
): { readonly title: string; readonly on: CalendarDate } {
  const [what, on, more] = TITLES[type](record, zone);
  return { title: `${what} of ${on}${more === undefined ? "" : `: ${more}`}`, on };
}
