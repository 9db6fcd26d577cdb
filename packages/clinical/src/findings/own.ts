import { instantToMs } from "../calendar/instant.ts";
import type { CalendarDate, Instant } from "../calendar/types.ts";
import { dateOf } from "../calendar/zone.ts";
import { NO_OWN_RECORDS, type OwnRecords } from "../records/own.ts";
import { ownKnown } from "../records/own-known.ts";
import type { Chart, Site } from "../records/types.ts";
import { compareRecords } from "./order.ts";

/** By own date, when there is one, else by the day of recording; then as every list of records. */
function ordered<T extends { readonly recordedAt: Instant }>(
  records: readonly T[],
  { zone }: Site,
  placed: (record: T) => { readonly on: CalendarDate | null; readonly id: string },
): readonly T[] {
  return records
    .map((record) => {
      const { on, id } = placed(record);
      const { recordedAt } = record;
      return { record, on: on ?? dateOf(recordedAt, zone), id, recordedMs: instantToMs(recordedAt) };
    })
    .sort(compareRecords)
    .map(({ record }) => record);
}

/** What was entered here as it was known on a date, in the order of records; nothing when the chart was read without it. */
export function knownOwn(chart: Chart, site: Site, asOf: CalendarDate): OwnRecords {
  const own = ownKnown(chart.own ?? NO_OWN_RECORDS, site.zone, asOf);
  return {
    notes: ordered(own.notes, site, ({ on, noteId: id }) => ({ on, id })),
    medicationNotes: ordered(own.medicationNotes, site, ({ on, medicationNoteId: id }) => ({ on, id })),
    injections: ordered(own.injections, site, ({ givenOn, injectionId: id }) => ({ on: givenOn, id })),
    secondsTaken: own.secondsTaken,
  };
}
