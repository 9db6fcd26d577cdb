import { daysBetween } from "../../calendar/civil.ts";
import { instrumentOf } from "../../instruments/instruments.ts";
import { bandOf } from "../../instruments/scoring.ts";
import { DISCHARGE_REASONS, INSTRUMENT_IDS, type InstrumentId } from "../../records/codes.ts";
import type { Site } from "../../records/types.ts";
import { admittedCohort, dischargedCohort } from "../cohort.ts";
import { type Measure, pairOf } from "../define-measure.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import type { MeasureId } from "../json.ts";
import { hasLeft, measureOf } from "../measures.ts";
import { hasBaseline, isPairedOnBoth } from "../outcomes.ts";
import { QUALITY_CHECKS } from "../quality.types.ts";
import type { CohortQuestion } from "../question.ts";
import { RETENTION_DAYS } from "../retention.ts";
import type { Ledger } from "./ledger.ts";

type Facts = readonly EpisodeFacts[];

/** Some episodes of which numbers are told, under a name that stands before the names of their cells and claims. */
export interface Scope {
  readonly key: string;
  readonly discharged: Facts;
  readonly admitted: Facts;
}

/** @throws RangeError for a period reversed */
export function scopeOf(key: string, facts: Facts, site: Site, question: CohortQuestion): Scope {
  return {
    key,
    discharged: dischargedCohort(facts, site, question),
    admitted: admittedCohort(facts, site, question),
  };
}

/** The part of a scope of which something holds. */
export function partOf({ discharged }: Scope, key: string, holds: (one: EpisodeFacts) => boolean): Scope {
  return { key, discharged: discharged.filter(holds), admitted: [] };
}

/** From discharged to analyzed. */
export function claimFlow(ledger: Ledger, { key, discharged }: Scope): void {
  const claim = (name: string, episodes: Facts) =>
    ledger.claim(`${key}/${name}`, [ledger.cell(`${key}/${name}`, episodes)]);
  claim("discharged", discharged);
  claim("with-pre", discharged.filter(hasBaseline));
  claim("paired-both", discharged.filter(isPairedOnBoth));
}

/** The cell of all discharged. */
function allOf(ledger: Ledger, { key, discharged }: Scope): string {
  return ledger.cell(`${key}/discharged`, discharged);
}

function weekCells(ledger: Ledger, { key, discharged }: Scope): readonly string[] {
  const whole = discharged.flatMap((one) =>
    Array.from({ length: one.weeks.expected }, (_, week) => [one, week] as const),
  );
  const measured = whole.filter(([one, week]) => one.weeks.measured.includes(week));
  return [
    ledger.weeks(`${key}/weekly-measurement/denominator`, whole),
    ledger.weeks(`${key}/weekly-measurement/numerator`, measured),
  ];
}

/** Cells of a rate of episodes; what numerator and denominator leave over is guarded as well. */
function rateCells(ledger: Ledger, { key, discharged }: Scope, measure: Measure): readonly string[] {
  const counted = discharged.filter(measure.counts);
  const having: EpisodeFacts[] = [];
  const others: EpisodeFacts[] = [];
  for (const one of counted) (measure.has(one) ? having : others).push(one);
  const name = `${key}/${measure.id}`;
  ledger.cell(`${name}/others`, others);
  return [ledger.cell(`${name}/denominator`, counted), ledger.cell(`${name}/numerator`, having)];
}

/** Weeks are told as if the number of stays were told too: where those left over would be few, so would be the people of the weeks left over. */
export function claimRate(ledger: Ledger, scope: Scope, id: MeasureId): void {
  const measure = measureOf(id);
  const weekly = measure.of === "weeks";
  const cells = weekly ? weekCells(ledger, scope) : rateCells(ledger, scope, measure);
  const behind = weekly ? [allOf(ledger, scope)] : [];
  ledger.claim(`${scope.key}/${id}`, [...cells, ...behind], scope.discharged.filter(measure.counts));
}

/** Bounds give away how many have a baseline that fits and no later score. */
export function claimBounds(ledger: Ledger, scope: Scope, id: MeasureId): void {
  const measure = measureOf(id);
  if (measure.needs.length === 0) return;
  const name = `${scope.key}/${id}`;
  const fitting = ledger.cell(`${name}/fitting`, scope.discharged.filter(measure.fits));
  ledger.claim(`${name}/bounds`, [...rateCells(ledger, scope, measure), fitting]);
}

export function claimChange(ledger: Ledger, { key, discharged }: Scope, instrument: InstrumentId): void {
  const paired = discharged.filter((one) => pairOf(one, instrument) !== null);
  ledger.claim(`${key}/change/${instrument}`, [ledger.cell(`${key}/paired/${instrument}`, paired)]);
}

/**
 * The curve at a day gives away who had left by then and who was followed so long. Between the days, and for those who stopped being followed, the
 * differences are guarded like all others.
 */
export function claimRetention(ledger: Ledger, { key, admitted }: Scope): void {
  const all = ledger.cell(`${key}/admitted`, admitted);
  ledger.claim(`${key}/retention`, [all]);
  const followed = (one: EpisodeFacts) => daysBetween(one.admittedOn, one.dischargedOn ?? one.asOf);
  const left = (one: EpisodeFacts) => one.dischargedOn !== null && hasLeft(one);
  for (const day of RETENTION_DAYS) {
    const name = `${key}/retention/${day}`;
    const risk = ledger.cell(
      `${name}/risk`,
      admitted.filter((one) => followed(one) >= day),
    );
    const events = ledger.cell(
      `${name}/left`,
      admitted.filter((one) => left(one) && followed(one) <= day),
    );
    ledger.cell(
      `${name}/rest`,
      admitted.filter((one) => !left(one) && followed(one) < day),
    );
    ledger.claim(name, [all, risk, events]);
  }
  const parts = {
    events: admitted.filter(left),
    reason_unknown: admitted.filter((one) => one.dischargedOn !== null && one.dischargeReason === null),
  };
  for (const [part, episodes] of Object.entries(parts)) {
    ledger.claim(`${key}/retention/${part}`, [ledger.cell(`${key}/retention/${part}`, episodes)]);
  }
}

export function claimEnds(ledger: Ledger, { key, discharged }: Scope): void {
  const names = [...DISCHARGE_REASONS, null].map((reason) => {
    const name = `${key}/ended/${reason ?? "unknown"}`;
    const episodes = discharged.filter((one) => one.dischargeReason === reason);
    return { name: ledger.cell(name, episodes), count: episodes.length };
  });
  ledger.row(names.map(({ name }) => name));
  for (const { name } of names.toSorted((a, b) => b.count - a.count)) ledger.claim(name, [name]);
}

/** By band of severity, before and after. */
export function claimBands(ledger: Ledger, { key, discharged }: Scope): void {
  for (const instrument of INSTRUMENT_IDS) {
    for (const side of ["pre", "post"] as const) {
      const banded = instrumentOf(instrument).bands.map(({ name: band }) => {
        const within = discharged.filter((one) => {
          const pair = pairOf(one, instrument);
          return pair !== null && bandOf(instrument, pair[side]) === band;
        });
        const name = ledger.cell(`${key}/band/${instrument}/${side}/${band}`, within);
        return { name, count: within.length };
      });
      ledger.row(banded.map(({ name }) => name));
      for (const { name } of banded.toSorted((a, b) => b.count - a.count)) ledger.claim(name, [name]);
    }
  }
}

/** By week of stay, from 0. The weeks of all stays together are told as well: so many stays are so many weeks. */
export function claimWeeks(ledger: Ledger, { key, discharged }: Scope): void {
  const longest = discharged.reduce((most, { weeks }) => Math.max(most, weeks.expected), 0);
  for (let week = 0; week < longest; week += 1) {
    const name = `${key}/week/${week}`;
    const whole = discharged.filter((one) => one.weeks.expected > week);
    const measured = whole.filter((one) => one.weeks.measured.includes(week));
    ledger.cell(
      `${name}/others`,
      whole.filter((one) => !one.weeks.measured.includes(week)),
    );
    const cells = Object.entries({ expected: whole, measured }).map(([part, episodes]) => {
      const cell = ledger.cell(`${name}/${part}`, episodes);
      const same = ledger.weeks(
        `${cell} weeks`,
        episodes.map((one) => [one, week]),
      );
      ledger.equal(cell, same);
      return cell;
    });
    ledger.claim(name, cells);
  }
}

interface Summed {
  readonly what: "attendance" | "screens";
  /** From the smallest to the whole: each holds the one before. */
  readonly steps: readonly ((one: EpisodeFacts) => number)[];
}

const SUMMED: readonly Summed[] = [
  {
    what: "attendance",
    steps: [({ attendance }) => attendance.attended, ({ attendance }) => attendance.countable],
  },
  {
    what: "screens",
    steps: [
      ({ screens }) => screens.negative,
      ({ screens }) => screens.submitted,
      ({ screens }) => screens.scheduled,
    ],
  },
];

/** Sessions and screens: numbers of them, told when they are of more than 10 people, and as if the number of stays were told too. */
export function claimSums(ledger: Ledger, scope: Scope): void {
  const { key, discharged } = scope;
  for (const { what, steps } of SUMMED) {
    const totals = steps.map((step) => discharged.reduce((sum, one) => sum + step(one), 0));
    const parts = totals.map((total, place) => ({
      key: `${key}/${what}/${place}`,
      size: total - (totals[place - 1] ?? 0),
    }));
    const cells = totals.map((_, place) => ledger.sums(`${key}/${what}/${place}`, parts.slice(0, place + 1)));
    const last = steps.at(-1) ?? (() => 0);
    const people = discharged.filter((one) => last(one) > 0);
    ledger.claim(`${key}/${what}`, [...cells, allOf(ledger, scope)], people);
  }
}

export function claimQuality(ledger: Ledger, { key, discharged }: Scope): void {
  for (const check of QUALITY_CHECKS) {
    const name = `${key}/quality/${check}`;
    const troubled = ({ quality }: EpisodeFacts) => quality.some((one) => one.check === check);
    ledger.cell(
      `${name}/others`,
      discharged.filter((one) => !troubled(one)),
    );
    ledger.claim(name, [ledger.cell(name, discharged.filter(troubled))]);
  }
}
