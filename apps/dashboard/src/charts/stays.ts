import type {
  CalendarDate,
  EpisodePicture,
  InstrumentId,
  MeasureLane,
  MedicationLane,
} from "@soundings/clinical";
import { addDays } from "@soundings/clinical";
import { type Gap, holesOf } from "./segments.ts";

const byDay = <T extends { readonly on: CalendarDate }>(a: T, b: T) =>
  a.on < b.on ? -1 : Number(a.on > b.on);

/** Each record once, by its id: windows of stays reach into each other. The first picture that has it is believed. */
function united<T extends { readonly on: CalendarDate }>(
  lists: readonly (readonly T[])[],
  idOf: (record: T) => string,
): T[] {
  const seen = new Map<string, T>();
  for (const record of lists.flat()) if (!seen.has(idOf(record))) seen.set(idOf(record), record);
  return [...seen.values()].sort(byDay);
}

/** An assessment counts where it takes part, whichever stay that is. */
function unitedLane(lane: MeasureLane, pictures: readonly EpisodePicture[]): MeasureLane {
  const lanes = pictures.flatMap(({ measures }) =>
    measures.filter((each) => each.instrument === lane.instrument),
  );
  const taking = lanes.map(({ marks }) => marks.filter(({ takesPart }) => takesPart));
  const marks = united([...taking, ...lanes.map((each) => each.marks)], (mark) => mark.assessmentId);
  const gains = new Map(lanes.flatMap((each) => each.gains).map((gain) => [gain.to.assessmentId, gain]));
  return { ...lane, marks, gains: [...gains.values()] };
}

function unitedMedications(pictures: readonly EpisodePicture[]): MedicationLane[] {
  const lanes = new Map<string, MedicationLane>();
  for (const lane of pictures.flatMap(({ medications }) => medications)) {
    const key = lane.medication.toLowerCase();
    const there = lanes.get(key);
    const segments = new Map([...(there?.segments ?? []), ...lane.segments].map((each) => [each.from, each]));
    lanes.set(key, {
      medication: there?.medication ?? lane.medication,
      segments: [...segments.values()].sort((a, b) => (a.from < b.from ? -1 : 1)),
      changes: united([there?.changes ?? [], lane.changes], (change) => change.medicationChangeId),
    });
  }
  return [...lanes.values()];
}

/** One stay's picture with the records of the patient's other stays around it. What the stay itself says stays as it is. */
export function joinStays(main: EpisodePicture, others: readonly EpisodePicture[]): EpisodePicture {
  if (others.length === 0) return main;
  const pictures = [main, ...others];
  const days = pictures.flatMap(({ from, to }) => [from, to]).sort();
  return {
    ...main,
    from: days[0] ?? main.from,
    to: days.at(-1) ?? main.to,
    placements: pictures.flatMap(({ placements }) => placements).sort((a, b) => (a.from < b.from ? -1 : 1)),
    measures: main.measures.map((lane) => unitedLane(lane, pictures)),
    sessions: united(
      pictures.map(({ sessions }) => sessions),
      ({ sessionId }) => sessionId,
    ),
    screens: united(
      pictures.map(({ screens }) => screens),
      ({ screenId }) => screenId,
    ),
    medications: unitedMedications(pictures),
    events: united(
      pictures.map(({ events }) => events),
      ({ eventId }) => eventId,
    ),
    decisions: united(
      pictures.map(({ decisions }) => decisions),
      ({ decisionId }) => decisionId,
    ),
    notes: united(
      pictures.map(({ notes }) => notes),
      ({ noteId }) => noteId,
    ),
    injections: united(
      pictures.map(({ injections }) => injections),
      ({ injectionId }) => injectionId,
    ),
  };
}

/** The days between stays, when nobody was to be asked. */
function between(stays: readonly EpisodePicture[]): Gap[] {
  const inOrder = stays.toSorted((a, b) => (a.admittedOn < b.admittedOn ? -1 : 1));
  const gaps: Gap[] = [];
  let end: CalendarDate | undefined;
  for (const stay of inOrder) {
    if (end !== undefined && end < addDays(stay.from, -1)) {
      gaps.push({ week: null, from: addDays(end, 1), to: addDays(stay.from, -1) });
    }
    if (end === undefined || stay.to > end) end = stay.to;
  }
  return gaps;
}

/** Where the line of an instrument must not be drawn across: empty weeks, and days between stays. */
export function gapsOf(stays: readonly EpisodePicture[], instrument: InstrumentId): Gap[] {
  const holes = stays.flatMap(({ admittedOn, measures }) =>
    measures.filter((lane) => lane.instrument === instrument).flatMap((lane) => holesOf(lane, admittedOn)),
  );
  return [...holes, ...between(stays)];
}

/** The stay that a day lies in, of several the one admitted last; null for a day outside all of them. */
export function stayOn(stays: readonly EpisodePicture[], date: CalendarDate): EpisodePicture | null {
  const holding = stays.filter((stay) => stay.admittedOn <= date && date <= (stay.dischargedOn ?? stay.to));
  return holding.toSorted((a, b) => (a.admittedOn < b.admittedOn ? 1 : -1))[0] ?? null;
}
