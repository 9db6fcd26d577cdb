import { compareText } from "../../findings/order.ts";
import { INSTRUMENT_IDS } from "../../records/codes.ts";
import type { Site } from "../../records/types.ts";
import { type ComparedId, MEAN_IDS } from "../answers.ts";
import { groupsInOrder } from "../comparison/groups-in-order.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import { MEASURE_IDS, type MeasureId } from "../json.ts";
import { isCompleted } from "../measures.ts";
import { calendarPeriods } from "../over-time/calendar-periods.ts";
import { type Period, yearBefore } from "../period.ts";
import type { CohortQuestion, Dimension } from "../question.ts";
import type { Ledger } from "./ledger.ts";
import { claimLevels } from "./levels.ts";
import {
  claimBands,
  claimBounds,
  claimChange,
  claimEnds,
  claimFlow,
  claimQuality,
  claimRate,
  claimRetention,
  claimSums,
  claimWeeks,
  partOf,
  type Scope,
  scopeOf,
} from "./scope.ts";

/** Said first, of this year and of the year before. */
export const FIVE: readonly MeasureId[] = [
  "reliable-improvement",
  "recovery",
  "completion",
  "against-advice",
  "measured-at-discharge",
];

/** By what every report compares, and of whom it says how many they were. */
export const COMPARED_BY = ["program", "level", "track", "modality", "payer", "age", "sex"] as const;
export const TREATED_BY = ["age", "sex", "diagnosis", "payer"] as const;
/** What is compared. */
export const COMPARED: MeasureId = "reliable-improvement";

/** The groups of one dimension, in the order of their names. */
export interface Groups {
  readonly by: Dimension;
  readonly scopes: readonly { readonly value: string; readonly scope: Scope }[];
}

/** Of whom a document tells: the cohort, its parts, and those before it. */
export interface Told {
  readonly question: CohortQuestion;
  readonly now: Scope;
  readonly completers: Scope;
  readonly before: { readonly scope: Scope; readonly question: CohortQuestion };
  readonly quarters: readonly { readonly period: Period; readonly scope: Scope }[];
  readonly groups: readonly Groups[];
}

/** A question as it may leave, with the facts that it is asked of. */
export interface Asked {
  readonly facts: readonly EpisodeFacts[];
  readonly site: Site;
  readonly question: CohortQuestion;
}

function isMean(id: ComparedId): id is (typeof MEAN_IDS)[number] {
  return MEAN_IDS.some((mean) => mean === id);
}

/** The name of the claim by which an outcome of a scope is told. */
export function claimOf({ key }: Scope, measure: ComparedId): string {
  if (!isMean(measure)) return `${key}/${measure}`;
  return `${key}/change/${measure === "phq-9-fall" ? "phq-9" : "gad-7"}`;
}

function claimCompared(ledger: Ledger, scope: Scope, measure: ComparedId): void {
  if (isMean(measure)) claimChange(ledger, scope, measure === "phq-9-fall" ? "phq-9" : "gad-7");
  else claimRate(ledger, scope, measure);
}

export function groupsOf(now: Scope, site: Site, by: Dimension): Groups {
  return {
    by,
    scopes: groupsInOrder(now.discharged, site, by).map(({ value, facts }) => ({
      value,
      scope: { key: `by/${by}/${value}`, discharged: facts, admitted: [] },
    })),
  };
}

/** Large groups first: where one has to guard another, it is the smallest that is withheld. */
export function largestFirst({ scopes }: Groups): readonly Scope[] {
  return scopes
    .map(({ scope }) => scope)
    .toSorted((a, b) => b.discharged.length - a.discharged.length || compareText(a.key, b.key));
}

/** What the groups of a table leave over of one another: rows for unions of small ones. */
export function claimGroups(ledger: Ledger, groups: Groups, measure: ComparedId): void {
  for (const scope of largestFirst(groups)) claimCompared(ledger, scope, measure);
  if (isMean(measure)) return;
  for (const part of ["denominator", "numerator", "others"]) {
    ledger.row(groups.scopes.map(({ scope }) => `${scope.key}/${measure}/${part}`));
  }
}

function claimYears(ledger: Ledger, now: Scope, before: Scope): void {
  for (const scope of [now, before]) {
    claimFlow(ledger, scope);
    for (const id of FIVE) claimRate(ledger, scope, id);
    for (const instrument of INSTRUMENT_IDS) claimChange(ledger, scope, instrument);
    claimRetention(ledger, scope);
  }
}

function claimRest(
  ledger: Ledger,
  { now, before, completers }: Record<"now" | "before" | "completers", Scope>,
) {
  for (const scope of [now, completers, before]) {
    claimFlow(ledger, scope);
    for (const id of MEASURE_IDS) claimRate(ledger, scope, id);
    for (const instrument of INSTRUMENT_IDS) claimChange(ledger, scope, instrument);
  }
  for (const scope of [now, before]) claimSums(ledger, scope);
  for (const id of MEASURE_IDS) claimBounds(ledger, now, id);
  claimEnds(ledger, now);
  claimQuality(ledger, now);
  claimWeeks(ledger, now);
  claimBands(ledger, now);
}

function claimTreated(ledger: Ledger, groups: readonly Groups[]): void {
  for (const one of groups) {
    if (!TREATED_BY.some((by) => by === one.by)) continue;
    for (const { key, discharged } of largestFirst(one)) {
      ledger.claim(`${key}/discharged`, [ledger.cell(`${key}/discharged`, discharged)]);
    }
    ledger.row(one.scopes.map(({ scope }) => `${scope.key}/discharged`));
  }
}

function quartersOf(
  facts: readonly EpisodeFacts[],
  site: Site,
  question: CohortQuestion,
  from: Period["from"],
) {
  return calendarPeriods({ from, to: question.to }, "quarter").map((period) => ({
    period,
    scope: scopeOf(`quarter/${period.from}`, facts, site, { ...question, ...period }),
  }));
}

/** All quarters of a chart over time together: its center line tells of them. */
export function quartersTogether(quarters: Told["quarters"]): Scope {
  return {
    key: "quarters",
    discharged: quarters.flatMap(({ scope }) => scope.discharged),
    admitted: [],
  };
}

export function claimQuarters(ledger: Ledger, quarters: Told["quarters"], measure: ComparedId): void {
  claimCompared(ledger, quartersTogether(quarters), measure);
  for (const { scope } of quarters) claimCompared(ledger, scope, measure);
}

export function toldOf({ facts, site, question }: Asked): Told {
  const earlier = { ...question, ...yearBefore(question) };
  const now = scopeOf("now", facts, site, question);
  return {
    question,
    now,
    completers: partOf(now, "completers", isCompleted),
    before: { scope: scopeOf("before", facts, site, earlier), question: earlier },
    quarters: quartersOf(facts, site, question, earlier.from),
    groups: [...new Set([...COMPARED_BY, ...TREATED_BY])].map((by) => groupsOf(now, site, by)),
  };
}

/** Everything that every report of a question tells, in the order of its weight. */
export function claimDocument(ledger: Ledger, { facts, site }: Asked, told: Told): void {
  const { question, now, completers, before, quarters, groups } = told;
  claimYears(ledger, now, before.scope);
  claimQuarters(ledger, quarters, COMPARED);
  claimRest(ledger, { now, before: before.scope, completers });
  claimLevels(ledger, { facts, site, question, discharged: now.discharged });
  claimTreated(ledger, groups);
  for (const one of groups) claimGroups(ledger, one, COMPARED);
}
