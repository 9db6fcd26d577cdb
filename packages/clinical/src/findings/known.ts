import { instantToMs } from "../calendar/instant.ts";
import type { CalendarDate, Instant, ZoneName } from "../calendar/types.ts";
import { dateOf } from "../calendar/zone.ts";
import { type Score, scoreOf } from "../instruments/scoring.ts";
import type {
  Assessment,
  Chart,
  ClinicalEvent,
  Decision,
  Episode,
  MedicationChange,
  Patient,
  Placement,
  Screen,
  Session,
  Site,
} from "../records/types.ts";
import { compareDates, compareRecords, compareText, type Placed } from "./order.ts";

/** A record with its own date and the date it was recorded, both civil dates of the site; `recordedOn` null when not known. */
export interface Known<R> extends Placed {
  readonly record: R;
  readonly recordedOn: CalendarDate | null;
}

export interface KnownAssessment extends Known<Assessment> {
  readonly score: Score;
}

/**
 * A chart as it was known on a date, every list in the order of records: own date, then when recorded, then identifier.
 * A discharge, its reason and a placement's end that are dated later are null.
 */
export interface KnownChart {
  readonly patient: Patient;
  readonly asOf: CalendarDate;
  readonly zone: ZoneName;
  /** Admitted on or before the date, by admission, then identifier. */
  readonly episodes: readonly Episode[];
  /** Admitted after the date: they take no record, and three safety rules run shortly before them. */
  readonly upcoming: readonly Episode[];
  readonly placements: readonly Placement[];
  readonly assessments: readonly KnownAssessment[];
  readonly sessions: readonly Known<Session>[];
  readonly screens: readonly Known<Screen>[];
  readonly medicationChanges: readonly Known<MedicationChange>[];
  readonly events: readonly Known<ClinicalEvent>[];
  readonly decisions: readonly Known<Decision>[];
}

type DatedChart = Omit<KnownChart, "asOf" | "upcoming">;

interface Dating {
  readonly on: CalendarDate;
  readonly id: string;
  readonly recordedAt: Instant | null;
}

function dated<R>(record: R, dating: Dating, zone: ZoneName): Known<R> {
  const { on, id, recordedAt } = dating;
  if (recordedAt === null) return { record, on, id, recordedMs: null, recordedOn: null };
  return { record, on, id, recordedMs: instantToMs(recordedAt), recordedOn: dateOf(recordedAt, zone) };
}

function sorted<T extends Placed>(records: readonly T[]): readonly T[] {
  return [...records].sort(compareRecords);
}

/** When a screen was last added to: it is known, whole, from then on. Null when no row says. */
function latestRecordedAt(screen: Screen): Instant | null {
  let latest: Instant | null = null;
  for (const { recordedAt } of screen.results) {
    if (recordedAt === null) continue;
    if (latest === null || instantToMs(recordedAt) > instantToMs(latest)) latest = recordedAt;
  }
  return latest;
}

function dateOfScreen(screen: Screen, zone: ZoneName): CalendarDate {
  const collected = screen.disposition === "collected" ? screen.collectedAt : null;
  return collected === null ? screen.scheduledOn : dateOf(collected, zone);
}

function datedAssessments(chart: Chart, zone: ZoneName): readonly KnownAssessment[] {
  const visible = chart.assessments.filter((assessment) => assessment.status !== "entered_in_error");
  return sorted(
    visible.map((record) => {
      const { administeredOn: on, assessmentId: id, recordedAt } = record;
      return { ...dated(record, { on, id, recordedAt }, zone), score: scoreOf(record) };
    }),
  );
}

function dateChart(chart: Chart, zone: ZoneName): DatedChart {
  return {
    patient: chart.patient,
    zone,
    episodes: [...chart.episodes].sort(
      (a, b) => compareDates(a.admittedOn, b.admittedOn) || compareText(a.episodeId, b.episodeId),
    ),
    placements: [...chart.placements].sort(
      (a, b) => compareDates(a.startedOn, b.startedOn) || compareText(a.episodeId, b.episodeId),
    ),
    assessments: datedAssessments(chart, zone),
    sessions: sorted(
      chart.sessions.map((record) => {
        const { sessionId: id, recordedAt } = record;
        return dated(record, { on: dateOf(record.scheduledStart, zone), id, recordedAt }, zone);
      }),
    ),
    screens: sorted(
      chart.screens.map((record) => {
        const recordedAt = latestRecordedAt(record);
        return dated(record, { on: dateOfScreen(record, zone), id: record.screenId, recordedAt }, zone);
      }),
    ),
    medicationChanges: sorted(
      chart.medicationChanges.map((record) => {
        const { changedOn: on, medicationChangeId: id } = record;
        return dated(record, { on, id, recordedAt: null }, zone);
      }),
    ),
    events: sorted(
      chart.events.map((record) => {
        const { occurredOn: on, eventId: id, recordedAt } = record;
        return dated(record, { on, id, recordedAt }, zone);
      }),
    ),
    decisions: sorted(
      chart.decisions.map((record) => {
        const { decidedOn: on, decisionId: id, recordedAt } = record;
        return dated(record, { on, id, recordedAt }, zone);
      }),
    ),
  };
}

/** A chart is dated and ordered once, however many days are asked for. */
const datedCharts = new WeakMap<Chart, DatedChart>();

function datedChart(chart: Chart, zone: ZoneName): DatedChart {
  const kept = datedCharts.get(chart);
  if (kept !== undefined && kept.zone === zone) return kept;
  const fresh = dateChart(chart, zone);
  datedCharts.set(chart, fresh);
  return fresh;
}

function dischargeKnown(episode: Episode, asOf: CalendarDate): Episode {
  if (episode.dischargedOn !== null && episode.dischargedOn <= asOf) return episode;
  if (episode.dischargedOn === null && episode.dischargeReason === null) return episode;
  return { ...episode, dischargedOn: null, dischargeReason: null };
}

function endKnown(placement: Placement, asOf: CalendarDate): Placement {
  return placement.endedOn === null || placement.endedOn <= asOf
    ? placement
    : { ...placement, endedOn: null };
}

/**
 * The chart as of a date: records whose own date is on or before it and, where it is known when they were recorded,
 * whose recorded date is too; discharges, discharge reasons and placement ends dated later are not yet known; what was
 * entered in error is invisible. A screen is known, whole, from the latest of its rows. All dates are civil dates in the
 * site's zone.
 */
export function knownChart(chart: Chart, site: Site, asOf: CalendarDate): KnownChart {
  const all = datedChart(chart, site.zone);
  const known = <T extends Known<unknown>>(records: readonly T[]): readonly T[] =>
    records.filter((one) => one.on <= asOf && (one.recordedOn === null || one.recordedOn <= asOf));
  return {
    patient: all.patient,
    asOf,
    zone: all.zone,
    episodes: all.episodes
      .filter((episode) => episode.admittedOn <= asOf)
      .map((episode) => dischargeKnown(episode, asOf)),
    upcoming: all.episodes
      .filter((episode) => episode.admittedOn > asOf)
      .map((episode) => dischargeKnown(episode, asOf)),
    placements: all.placements
      .filter((placement) => placement.startedOn <= asOf)
      .map((placement) => endKnown(placement, asOf)),
    assessments: known(all.assessments),
    sessions: known(all.sessions),
    screens: known(all.screens),
    medicationChanges: known(all.medicationChanges),
    events: known(all.events),
    decisions: known(all.decisions),
  };
}
