import { type Instant, REVIEW_REASONS, type ReviewReason } from "@soundings/clinical";
import { foldName } from "../kinds/fold-name.ts";
import {
  type Moment,
  TRENDS_LIMIT,
  type TrendRow,
  type TrendSort,
  type Trends,
  type TrendsQuery,
} from "./trends.types.ts";

/** A row with what it is sorted by; its next visit is looked up when it is shown, or sorted by. */
export interface ListedTrend {
  readonly row: Omit<TrendRow, "nextVisit">;
  readonly foldedName: string;
}

/** Looks up the next visits of some patients. */
type VisitsOf = (patientIds: readonly string[]) => ReadonlyMap<string, Instant>;

type SortValue = string | number | null;
type SortValueOf = (one: ListedTrend, visits: ReadonlyMap<string, Instant>) => SortValue;

function changeOf({ row }: ListedTrend, id: string): number | null {
  return row.values.find((value) => value.id === id)?.change ?? null;
}

/** Of several medications the dose that was changed last, which is the one that is waited for. */
function daysOnDose({ row }: ListedTrend): number | null {
  const days = row.medications.map((medication) => medication.daysOnDose);
  return days.length === 0 ? null : Math.min(...days);
}

const SORT_VALUES: { readonly [Sort in TrendSort]: SortValueOf } = {
  review: ({ row }) => row.rank,
  name: ({ foldedName }) => foldedName,
  weeks_on_dose: (one) => daysOnDose(one),
  phq9_change: (one) => changeOf(one, "phq-9"),
  gad7_change: (one) => changeOf(one, "gad-7"),
  next_visit: ({ row }, visits) => visits.get(row.patientId) ?? null,
};

/** Numbers by size, text by code point. */
function compareValues(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}

function comparison({ sort = "review", dir = "asc" }: TrendsQuery, visits: ReadonlyMap<string, Instant>) {
  const value = SORT_VALUES[sort];
  const sign = dir === "asc" ? 1 : -1;
  return (one: ListedTrend, other: ListedTrend): number => {
    const a = value(one, visits);
    const b = value(other, visits);
    if ((a === null) !== (b === null)) return a === null ? 1 : -1;
    const order = a === null || b === null ? 0 : sign * compareValues(a, b);
    return order === 0 ? compareValues(one.row.episodeId, other.row.episodeId) : order;
  };
}

function isChosen({ row }: ListedTrend, { medication, medicated }: TrendsQuery): boolean {
  const wanted = medication === undefined ? "" : foldName(medication);
  return (
    (medicated === undefined || row.medications.length > 0 === medicated) &&
    (wanted === "" || row.medications.some((one) => foldName(one.medication).includes(wanted)))
  );
}

function countReasons(rows: readonly ListedTrend[]): Readonly<Record<ReviewReason, number>> {
  const entries = REVIEW_REASONS.map((reason) => [
    reason,
    rows.filter(({ row }) => row.reasons.includes(reason)).length,
  ]);
  return Object.fromEntries(entries) as Record<ReviewReason, number>;
}

interface Choosing {
  readonly filter: TrendsQuery;
  readonly moment: Moment;
  readonly visitsOf: VisitsOf;
  readonly limit?: number | undefined;
}

/** The page of those rows that the filter holds. The same for stored rows and computed ones, so that they cannot differ. */
export function pickTrends(all: readonly ListedTrend[], choosing: Choosing): Trends {
  const { filter, moment, visitsOf, limit = TRENDS_LIMIT } = choosing;
  const { reason, sort } = filter;
  const chosen = all.filter((one) => isChosen(one, filter));
  const passing = chosen.filter(({ row }) => reason === undefined || row.reasons.includes(reason));
  const idsOf = (rows: readonly ListedTrend[]) => rows.map(({ row }) => row.patientId);
  const early = sort === "next_visit" ? visitsOf(idsOf(passing)) : new Map<string, Instant>();
  const shown = passing.sort(comparison(filter, early)).slice(0, limit);
  const visits = sort === "next_visit" ? early : visitsOf(idsOf(shown));
  return {
    asOf: moment.today,
    rows: shown.map(({ row }) => ({ ...row, nextVisit: visits.get(row.patientId) ?? null })),
    total: passing.length,
    reasons: countReasons(chosen),
  };
}
