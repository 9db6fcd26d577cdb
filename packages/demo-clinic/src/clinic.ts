import {
  type CalendarDate,
  type Chart,
  DEFAULT_ZONE,
  daysBetween,
  type Instant,
  type RecordKind,
  type RecordOfKind,
  type Screen,
  type ScreenRow,
} from "@soundings/clinical";
import { chartFrom } from "./chart.ts";
import { daysAround } from "./days.ts";
import { lifeOf } from "./life/life.ts";
import type { DemoLife } from "./life/types.ts";
import { throughChanges } from "./population/changes.ts";
import { population } from "./population/population.ts";
import { withRareCases } from "./population/rare.ts";
import { markToday } from "./population/today.ts";
import { withTroubles } from "./population/troubles.ts";
import { programsIn } from "./programs.ts";
import { staffOfClinic } from "./staff.ts";
import { draftOfStory } from "./stories/build.ts";
import { STORIES } from "./stories/stories.ts";
import { turningPoints } from "./turning-points.ts";

export interface DemoOptions {
  /** Any whole number; the same seed and day give the same records. */
  readonly seed: number;
  /** The civil date of the site that the clinic is alive on. */
  readonly today: CalendarDate;
  /** The sessions of today that have ended by this moment are marked; without it none is. */
  readonly now?: Instant;
}

/** The records of the demo clinic, kind by kind, each ordered by key. Every list can be gone through again. */
export type DemoTables = { readonly [K in RecordKind]: Iterable<RecordOfKind[K]> };

/** A list that is written out as it is gone through. */
function lazily<T>(rows: () => Iterable<T>): Iterable<T> {
  return { [Symbol.iterator]: () => rows()[Symbol.iterator]() };
}

function rowsOf({ results, ...screen }: Screen): ScreenRow[] {
  return results.map((result) => ({ ...screen, ...result }));
}

/** The charts of everyone, ordered by record number. */
export function demoCharts({ seed, today, now }: DemoOptions): Chart[] {
  const days = daysAround(today, DEFAULT_ZONE);
  const programs = programsIn(DEFAULT_ZONE);
  const stories = STORIES.map((story) => chartFrom(draftOfStory(story, days), days));
  const turns = turningPoints(days);
  const lived = Array.from(population({ seed, days, programs, turns }), (draft) =>
    throughChanges(draft, { seed, turns }),
  );
  const others = withTroubles(withRareCases(lived), seed).map((draft) =>
    chartFrom(now === undefined ? draft : markToday(draft, { seed, days, now }), days),
  );
  return [...others, ...stories];
}

/** What the clinic of these charts keeps beside its records. */
export function demoLife(charts: readonly Chart[], { seed, today }: DemoOptions): DemoLife {
  const days = daysAround(today, DEFAULT_ZONE);
  return lifeOf(charts, { seed, days, dayOf: (date) => daysBetween(today, date) });
}

/**
 * A synthetic clinic as of `today`: five programs, their staff, about 220 people in treatment and about 2,600 discharged
 * in the two years before. Nothing is dated after yesterday but sessions.
 */
export function demoClinic(options: DemoOptions, charts: readonly Chart[] = demoCharts(options)): DemoTables {
  const each = <T>(pick: (chart: Chart) => Iterable<T>): Iterable<T> =>
    lazily(function* () {
      for (const chart of charts) yield* pick(chart);
    });
  const programs = Object.values(programsIn(DEFAULT_ZONE));
  return {
    program: programs.toSorted((a, b) => (a.programId < b.programId ? -1 : 1)),
    staff: staffOfClinic(),
    patient: each((chart) => [chart.patient]),
    episode: each((chart) => chart.episodes),
    placement: each((chart) => chart.placements),
    assessment: each((chart) => chart.assessments),
    session: each((chart) => chart.sessions),
    screen: each((chart) => chart.screens.flatMap(rowsOf)),
    medication_change: each((chart) => chart.medicationChanges),
    event: each((chart) => chart.events),
    decision: each((chart) => chart.decisions),
  };
}
