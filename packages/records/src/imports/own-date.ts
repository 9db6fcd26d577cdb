import { type CalendarDate, dateOf, type Instant, type RecordKind, type ZoneName } from "@soundings/clinical";
import type { Fields } from "../kinds/shapes.ts";

/** The day to which a record belongs, and the column that says so. */
export interface OwnDate {
  readonly column: string;
  readonly day: CalendarDate;
}

/**
 * The day of a record that should lie in one of the patient's episodes; null for kinds that need not (prescriptions are
 * the patient's, whatever the episode) and for what was entered in error.
 */
export function ownDate(kind: RecordKind, record: Fields, zone: ZoneName): OwnDate | null {
  switch (kind) {
    case "assessment":
      return record.status === "entered_in_error" ? null : day("administered_on", record.administeredOn);
    case "session":
      return moment("scheduled_start", record.scheduledStart, zone);
    case "screen":
      return record.disposition === "collected" && record.collectedAt !== null
        ? moment("collected_at", record.collectedAt, zone)
        : day("scheduled_on", record.scheduledOn);
    case "event":
      return day("occurred_on", record.occurredOn);
    case "decision":
      return day("decided_on", record.decidedOn);
    default:
      return null;
  }
}

function day(column: string, value: unknown): OwnDate {
  return { column, day: value as CalendarDate };
}

function moment(column: string, value: unknown, zone: ZoneName): OwnDate {
  return { column, day: dateOf(value as Instant, zone) };
}
