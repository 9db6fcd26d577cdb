import { DEFAULT_ZONE, type RecordKind, type RecordOfKind, type ZoneName } from "@soundings/clinical";
import type { Fields } from "../kinds/shapes.ts";
import { databaseFile } from "../store/files.ts";
import { zoneOf } from "../store/site.ts";
import { openReader, type ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import {
  type ExportFilter,
  isRecorded,
  isWithin,
  type PatientRecord,
  placementAsOf,
  type Selection,
  select,
} from "./selection.ts";
import { allRecords } from "./tables.ts";

/** The records of each kind, ordered by key (code points). Each can be gone through again. */
export type ExportTables = { readonly [Kind in RecordKind]: Iterable<RecordOfKind[Kind]> };

/** An export being read: everything in it is of one moment, whatever is written meanwhile, until it is closed. */
export interface Export {
  readonly tables: ExportTables;
  close(): void;
}

interface Source {
  readonly connection: ReadConnection;
  readonly selection: Selection;
  /** The site's zone when it is not the one that a database without any takes. */
  readonly zone: ZoneName | null;
}

/**
 * One program must name the site's zone, or the days of another database would differ. Where none of them does (the zone
 * is a setting, or another program named it), the first one says it.
 */
function* programs({ connection, selection, zone }: Source): Generator<Fields> {
  const { programId } = selection.filter;
  const chosen = [...allRecords(connection, "program")].filter(
    (program) => programId === undefined || program.programId === programId,
  );
  const unsaid = zone !== null && chosen.every(({ timeZone }) => timeZone === null);
  for (const [place, program] of chosen.entries()) {
    yield unsaid && place === 0 ? { ...program, timeZone: zone } : program;
  }
}

function* patients({ connection, selection }: Source): Generator<Fields> {
  for (const patient of allRecords(connection, "patient")) {
    if (selection.windows === null || selection.windows.has(String(patient.patientId))) yield patient;
  }
}

function* placements({ connection, selection }: Source): Generator<Fields> {
  for (const stored of allRecords(connection, "placement")) {
    const placement = placementAsOf(stored, selection.filter.asOf);
    if (placement !== null && selection.episodes.has(String(placement.episodeId))) yield placement;
  }
}

function* dated({ connection, selection }: Source, kind: PatientRecord): Generator<Fields> {
  for (const record of allRecords(connection, kind)) {
    if (isRecorded(record, selection) && isWithin(kind, record, selection)) yield record;
  }
}

/** Rows of one screen together: it is known, whole, from its latest recording. */
function* screens({ connection, selection }: Source): Generator<Fields> {
  let screen: Fields[] = [];
  const known = (rows: readonly Fields[]): readonly Fields[] =>
    rows.every((row) => isRecorded(row, selection) && isWithin("screen", row, selection)) ? rows : [];
  for (const row of allRecords(connection, "screen")) {
    if (screen[0] !== undefined && screen[0].screenId !== row.screenId) {
      yield* known(screen);
      screen = [];
    }
    screen.push(row);
  }
  yield* known(screen);
}

const STAFF_OF_RECORDS = [
  ["session", "staffId"],
  ["medication_change", "prescriberId"],
  ["decision", "staffId"],
] as const;

function referredStaff(source: Source): ReadonlySet<unknown> {
  const referred = new Set<unknown>();
  for (const episode of source.selection.episodes.values()) {
    referred.add(episode.therapistId).add(episode.prescriberId);
  }
  for (const [kind, property] of STAFF_OF_RECORDS) {
    for (const record of dated(source, kind)) referred.add(record[property]);
  }
  return referred;
}

/** Of one program: its own staff and whoever its records name, their list of programs cut to it so that it leads somewhere. */
function* staff(source: Source): Generator<Fields> {
  const { programId } = source.selection.filter;
  if (programId === undefined) {
    yield* allRecords(source.connection, "staff");
    return;
  }
  const referred = referredStaff(source);
  for (const person of allRecords(source.connection, "staff")) {
    const programIds = (person.programIds as readonly string[]).filter((id) => id === programId);
    if (programIds.length > 0 || referred.has(person.staffId)) yield { ...person, programIds };
  }
}

function again<Kind extends RecordKind>(read: () => Iterable<Fields>): Iterable<RecordOfKind[Kind]> {
  return { [Symbol.iterator]: () => read()[Symbol.iterator]() as unknown as Iterator<RecordOfKind[Kind]> };
}

/**
 * The records as a clinic export writes them, read from the disk as they are gone through.
 *
 * `asOf`: what was known on that day: records whose own date and recording date are not later; a later discharge or end of
 * a placement is blank, an episode admitted later is left out with its placements. `programId`: the program, its episodes
 * and placements, their patients, what is dated from 14 days before to 7 days after one of those episodes, all medication
 * changes of those patients, and the staff concerned. Close it when done.
 */
export function exportTables(store: ReadStore, filter: ExportFilter = {}): Export {
  const connection = openReader(databaseFile(store.dataDir), store.key);
  try {
    connection.begin();
    const { zone } = zoneOf(connection);
    const source: Source = {
      connection,
      selection: select(connection, filter, zone),
      zone: zone === DEFAULT_ZONE ? null : zone,
    };
    const tables: ExportTables = {
      program: again<"program">(() => programs(source)),
      staff: again<"staff">(() => staff(source)),
      patient: again<"patient">(() => patients(source)),
      episode: again<"episode">(() => source.selection.episodes.values()),
      placement: again<"placement">(() => placements(source)),
      assessment: again<"assessment">(() => dated(source, "assessment")),
      session: again<"session">(() => dated(source, "session")),
      screen: again<"screen">(() => screens(source)),
      medication_change: again<"medication_change">(() => dated(source, "medication_change")),
      event: again<"event">(() => dated(source, "event")),
      decision: again<"decision">(() => dated(source, "decision")),
    };
    return { tables, close: () => connection.close() };
  } catch (error) {
    connection.close();
    throw error;
  }
}
