import {
  addDays,
  type CalendarDate,
  dateOf,
  type Instant,
  type RecordKind,
  type ZoneName,
} from "@soundings/clinical";
import { DAYS_AFTER, DAYS_BEFORE } from "../charts/patients.reads.ts";
import type { Fields } from "../kinds/shapes.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import { allRecords } from "./tables.ts";

/** Absent means everything. */
export interface ExportFilter {
  /** Only this program and who was treated in it. */
  readonly programId?: string | undefined;
  /** Only what was known on this day. */
  readonly asOf?: CalendarDate | undefined;
}

export type PatientRecord = Exclude<RecordKind, "program" | "staff" | "patient" | "episode" | "placement">;

/** The column of each kind that dates it. */
const DATED_BY: { readonly [Kind in PatientRecord]: (record: Fields) => string } = {
  assessment: () => "administeredOn",
  session: () => "scheduledStart",
  screen: (record) =>
    record.disposition === "collected" && record.collectedAt !== null ? "collectedAt" : "scheduledOn",
  medication_change: () => "changedOn",
  event: () => "occurredOn",
  decision: () => "decidedOn",
};

const DATE_LENGTH = 10;

/** Which records an export holds, and how they stood on its day. */
export interface Selection {
  readonly filter: ExportFilter;
  readonly zone: ZoneName;
  /** The episodes of the export, as they stood on its day. */
  readonly episodes: ReadonlyMap<string, Fields>;
  /** Windows of those episodes, by patient; null when no program was chosen. */
  readonly windows: ReadonlyMap<string, readonly Window[]> | null;
}

interface Window {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** An episode as it stood on a day; null when it had not begun. A later discharge was not known yet. */
function episodeAsOf(episode: Fields, asOf: CalendarDate | undefined): Fields | null {
  if (asOf === undefined) return episode;
  if ((episode.admittedOn as CalendarDate) > asOf) return null;
  const discharged = episode.dischargedOn as CalendarDate | null;
  return discharged !== null && discharged > asOf
    ? { ...episode, dischargedOn: null, dischargeReason: null }
    : episode;
}

/** A placement as it stood on a day; null when it had not begun. */
export function placementAsOf(placement: Fields, asOf: CalendarDate | undefined): Fields | null {
  if (asOf === undefined) return placement;
  if ((placement.startedOn as CalendarDate) > asOf) return null;
  const ended = placement.endedOn as CalendarDate | null;
  return ended !== null && ended > asOf ? { ...placement, endedOn: null } : placement;
}

function windowOf(episode: Fields): Window {
  const discharged = episode.dischargedOn as CalendarDate | null;
  return {
    from: addDays(episode.admittedOn as CalendarDate, -DAYS_BEFORE),
    to: discharged === null ? null : addDays(discharged, DAYS_AFTER),
  };
}

function windowsOf(episodes: ReadonlyMap<string, Fields>): ReadonlyMap<string, readonly Window[]> {
  return new Map(
    [...Map.groupBy(episodes.values(), (episode) => String(episode.patientId))].map(([patientId, group]) => [
      patientId,
      group.map(windowOf),
    ]),
  );
}

export function select(connection: ReadConnection, filter: ExportFilter, zone: ZoneName): Selection {
  const episodes = new Map<string, Fields>();
  for (const stored of allRecords(connection, "episode")) {
    if (filter.programId !== undefined && stored.programId !== filter.programId) continue;
    const episode = episodeAsOf(stored, filter.asOf);
    if (episode !== null) episodes.set(String(episode.episodeId), episode);
  }
  const windows = filter.programId === undefined ? null : windowsOf(episodes);
  return { filter, zone, episodes, windows };
}

function dayOf(value: unknown, zone: ZoneName): CalendarDate {
  const text = String(value);
  return text.length === DATE_LENGTH ? (text as CalendarDate) : dateOf(text as Instant, zone);
}

/** Whether a record was recorded by the day of the export; one without a recording time was. */
export function isRecorded(record: Fields, { filter, zone }: Selection): boolean {
  const recordedAt = record.recordedAt ?? null;
  return filter.asOf === undefined || recordedAt === null || dayOf(recordedAt, zone) <= filter.asOf;
}

/** Whether a record's own date and patient belong to the export. Prescriptions are the patient's, whatever the episode. */
export function isWithin(kind: PatientRecord, record: Fields, selection: Selection): boolean {
  const { filter, zone, windows } = selection;
  const day = dayOf(record[DATED_BY[kind](record)], zone);
  if (filter.asOf !== undefined && day > filter.asOf) return false;
  if (windows === null) return true;
  const own = windows.get(String(record.patientId));
  if (own === undefined) return false;
  return (
    kind === "medication_change" || own.some(({ from, to }) => from <= day && (to === null || day <= to))
  );
}
