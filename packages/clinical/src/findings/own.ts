import { instantToMs } from "../calendar/instant.ts";
import type { CalendarDate, Instant, ZoneName } from "../calendar/types.ts";
import { dateOf } from "../calendar/zone.ts";
import { NO_OWN_RECORDS, type OwnRecords } from "../records/own.ts";
import type { Chart, Site } from "../records/types.ts";
import { compareRecords } from "./order.ts";

interface Entered {
  readonly recordedAt: Instant;
}

/** In the order of records, those whose own date and whose day of recording are on or before the date. */
function knownOf<T extends Entered>(
  records: readonly T[],
  placed: (record: T) => { readonly on: CalendarDate | null; readonly id: string },
  { zone, asOf }: { readonly zone: ZoneName; readonly asOf: CalendarDate },
): readonly T[] {
  return records
    .map((record) => {
      const recordedOn = dateOf(record.recordedAt, zone);
      const { on, id } = placed(record);
      return { record, recordedOn, on: on ?? recordedOn, id, recordedMs: instantToMs(record.recordedAt) };
    })
    .filter(({ on, recordedOn }) => on <= asOf && recordedOn <= asOf)
    .sort(compareRecords)
    .map(({ record }) => record);
}

/**
 * What was entered here as it was known on a date, in the order of records. An injection's own date is the day it was
 * given; a schedule without one is known from the day it was recorded.
 */
export function knownOwn(chart: Chart, site: Site, asOf: CalendarDate): OwnRecords {
  const own = chart.own ?? NO_OWN_RECORDS;
  const at = { zone: site.zone, asOf };
  return {
    notes: knownOf(own.notes, ({ on, noteId: id }) => ({ on, id }), at),
    medicationNotes: knownOf(own.medicationNotes, ({ on, medicationNoteId: id }) => ({ on, id }), at),
    injections: knownOf(own.injections, ({ givenOn, injectionId: id }) => ({ on: givenOn, id }), at),
    secondsTaken: own.secondsTaken,
  };
}
