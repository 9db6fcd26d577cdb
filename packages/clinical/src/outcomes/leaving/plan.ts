import { compareText } from "../../findings/order.ts";
import { INSTRUMENT_IDS } from "../../records/codes.ts";
import type { Site } from "../../records/types.ts";
import { type ComparedId, MEAN_IDS } from "../answers.ts";
import { groupsInOrder } from "../comparison/groups-in-order.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import { MEASURE_IDS, type MeasureId, type OutcomesJson } from "../json.ts";
import { isCompleted } from "../measures.ts";
import { outcomesOfCohorts } from "../outcomes.ts";
import { calendarPeriods } from "../over-time/calendar-periods.ts";
import { type Period, yearBefore } from "../period.ts";
import { type CohortFilter, type CohortQuestion, DIMENSIONS, type Dimension } from "../question.ts";
import { decidedOnce } from "./decisions.ts";
import { type Ledger, newLedger } from "./ledger.ts";
import { claimLevels } from "./levels.ts";
import { leavingQuestion } from "./question.ts";
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
import { type Claims, mayLeave } from "./withholding.ts";

/** Said first, of this year and of the year before. */
const FIVE: readonly MeasureId[] = [
  "reliable-improvement",
  "recovery",
  "completion",
  "against-advice",
  "measured-at-discharge",
];

/** What two reports of the same program share when they are filtered by different values: decided before all else. */
const COMMON: readonly MeasureId[] = ["reliable-improvement", "recovery", "completion", "against-advice"];

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

/** One question with everything that may be told of it: reports and single figures take from the same plan, so they cannot be set against each other. */
export interface Plan {
  readonly question: CohortQuestion;
  readonly site: Site;
  readonly facts: readonly EpisodeFacts[];
  readonly now: Scope;
  readonly completers: Scope;
  readonly before: { readonly scope: Scope; readonly question: CohortQuestion };
  readonly quarters: readonly { readonly period: Period; readonly scope: Scope }[];
  readonly groups: readonly Groups[];
  readonly json: {
    readonly all: OutcomesJson;
    readonly completers: OutcomesJson;
    readonly yearBefore: OutcomesJson;
  };
  /** Whether what has this name may be told. */
  readonly may: (claim: string) => boolean;
  /** All that was claimed, told or not. */
  readonly claims: Claims;
}

/** Something beside what every report tells, decided after it and changing nothing of it. */
export interface Also {
  /** Null: by quarter. */
  readonly by: Dimension | null;
  readonly measure: ComparedId;
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
function largestFirst({ scopes }: Groups): readonly Scope[] {
  return scopes
    .map(({ scope }) => scope)
    .toSorted((a, b) => b.discharged.length - a.discharged.length || compareText(a.key, b.key));
}

/** What the groups of a table leave over of one another: rows for unions of small ones. */
function claimGroups(ledger: Ledger, groups: Groups, measure: ComparedId): void {
  for (const scope of largestFirst(groups)) claimCompared(ledger, scope, measure);
  if (isMean(measure)) return;
  for (const part of ["denominator", "numerator", "others"]) {
    ledger.row(groups.scopes.map(({ scope }) => `${scope.key}/${measure}/${part}`));
  }
}

function without(filter: CohortFilter, dimension: Dimension): CohortFilter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => name !== dimension));
}

/**
 * Somebody may also have the reports of the whole and of every other value of a filter. What such reports have in common is decided
 * first and in the same order in each, as if all had been made.
 */
function claimSiblings(
  ledger: Ledger,
  facts: readonly EpisodeFacts[],
  site: Site,
  question: CohortQuestion,
): void {
  for (const dimension of DIMENSIONS) {
    if (question.filter[dimension] === undefined) continue;
    const wider = { ...question, filter: without(question.filter, dimension) };
    const whole = scopeOf(`without/${dimension}`, facts, site, wider);
    const groups = groupsOf(whole, site, dimension);
    const siblings = {
      ...groups,
      scopes: groups.scopes.map(({ value, scope }) => ({
        value,
        scope: { ...scope, key: `sibling/${dimension}/${value}` },
      })),
    };
    for (const scope of [whole, ...largestFirst(siblings)]) {
      claimFlow(ledger, scope);
      for (const id of COMMON) claimRate(ledger, scope, id);
    }
    ledger.row(siblings.scopes.map(({ scope }) => `${scope.key}/discharged`));
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
export function quartersTogether(quarters: Plan["quarters"]): Scope {
  return {
    key: "quarters",
    discharged: quarters.flatMap(({ scope }) => scope.discharged),
    admitted: [],
  };
}

function claimQuarters(ledger: Ledger, quarters: Plan["quarters"], measure: ComparedId): void {
  claimCompared(ledger, quartersTogether(quarters), measure);
  for (const { scope } of quarters) claimCompared(ledger, scope, measure);
}

/** What one report or figure tells beside what all do. */
function claimAlso(
  ledger: Ledger,
  { now, site, quarters }: Pick<Plan, "now" | "site" | "quarters">,
  { by, measure }: Also,
): void {
  if (by !== null && by !== "therapist") claimGroups(ledger, groupsOf(now, site, by), measure);
  if (by === null) claimQuarters(ledger, quarters, measure);
}

/**
 * Decides what may leave in answer to a question. All reports and figures of one question are decided in the same order.
 *
 * @throws RangeError for a period reversed, and for a therapist
 */
export function planOf(
  { facts, site, question: asked }: Pick<Plan, "facts" | "site" | "question">,
  also: Also | null,
): Plan {
  const question = leavingQuestion(asked);
  const earlier = { ...question, ...yearBefore(question) };
  const now = scopeOf("now", facts, site, question);
  const before = scopeOf("before", facts, site, earlier);
  const completers = partOf(now, "completers", isCompleted);
  const quarters = quartersOf(facts, site, question, earlier.from);
  const groups = [...new Set([...COMPARED_BY, ...TREATED_BY])].map((by) => groupsOf(now, site, by));
  const ledger = newLedger();
  claimSiblings(ledger, facts, site, question);
  claimYears(ledger, now, before);
  claimQuarters(ledger, quarters, COMPARED);
  claimRest(ledger, { now, before, completers });
  claimLevels(ledger, { facts, site, question, discharged: now.discharged });
  claimTreated(ledger, groups);
  for (const one of groups) claimGroups(ledger, one, COMPARED);
  const common = ledger.claims();
  const told = decidedOnce({ facts, site, question }, common);
  if (also !== null) claimAlso(ledger, { now, site, quarters }, also);
  const claims = ledger.claims();
  const decided = new Set(common.claims.map(({ id }) => id));
  const leaving = also === null ? told : mayLeave(claims, { decided, told });
  return {
    question,
    site,
    facts,
    now,
    completers,
    before: { scope: before, question: earlier },
    quarters,
    groups,
    json: {
      all: outcomesOfCohorts(now, question),
      completers: outcomesOfCohorts(completers, question),
      yearBefore: outcomesOfCohorts(before, earlier),
    },
    may: (claim) => leaving.has(claim),
    claims,
  };
}
