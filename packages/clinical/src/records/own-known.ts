import type { CalendarDate, Instant, ZoneName } from "../calendar/types.ts";
import { dateOf } from "../calendar/zone.ts";
import type { OwnRecords } from "./own.ts";

/**
 * The own records that were known on a date, by the rule of every other record: neither dated nor recorded later. A schedule
 * whose first injection is still to come is known from the day on which it was recorded.
 */
export function ownKnown(own: OwnRecords, zone: ZoneName, asOf: CalendarDate): OwnRecords {
  const known = ({ recordedAt }: { readonly recordedAt: Instant }, on: CalendarDate | null) =>
    (on === null || on <= asOf) && dateOf(recordedAt, zone) <= asOf;
  return {
    notes: own.notes.filter((note) => known(note, note.on)),
    medicationNotes: own.medicationNotes.filter((note) => known(note, note.on)),
    injections: own.injections.filter((injection) => known(injection, injection.givenOn)),
    secondsTaken: own.secondsTaken,
  };
}
