import { addDays } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import type { Known } from "../findings/known.ts";
import { compareDates, compareRecords } from "../findings/order.ts";
import type { MedicationChange } from "../records/types.ts";
import type { AnalyteId } from "../screens/analytes.ts";
import { INGREDIENT_ANALYTES, INGREDIENTS, type Ingredient } from "./ingredients.ts";
import { ingredientsOf } from "./recognize.ts";

type Change = Known<MedicationChange>;

/** Prescribed without a break. */
export interface UnbrokenRun {
  readonly from: CalendarDate;
  /** The last day; null while the run goes on. The day of the stop is no longer prescribed. */
  readonly to: CalendarDate | null;
  /** The start or dose that began it. */
  readonly firstChange: Change;
}

/** An ingredient prescribed without a break. */
export interface PrescribedRun extends UnbrokenRun {
  readonly ingredient: Ingredient;
}

/** What a patient was prescribed, whatever the episode. */
export interface Prescriptions {
  readonly runs: ReadonlyMap<Ingredient, readonly PrescribedRun[]>;
  readonly stops: ReadonlyMap<Ingredient, readonly Change[]>;
}

export function isStop(change: Change): boolean {
  return change.record.change === "stop";
}

/** By date; on one day stops before starts and doses. */
export function compareChanges(a: Change, b: Change): number {
  if (a.on === b.on && isStop(a) !== isStop(b)) return isStop(a) ? -1 : 1;
  return compareRecords(a, b);
}

/**
 * The unbroken runs out of the changes of one medication or ingredient, however many texts name it.
 *
 * @param changes in the order of `compareChanges`
 */
export function unbrokenRuns(changes: readonly Change[]): readonly UnbrokenRun[] {
  const runs: UnbrokenRun[] = [];
  let firstChange: Change | null = null;
  for (const change of changes) {
    if (!isStop(change)) {
      firstChange ??= change;
    } else if (firstChange !== null) {
      runs.push({ from: firstChange.on, to: addDays(change.on, -1), firstChange });
      firstChange = null;
    }
  }
  if (firstChange !== null) runs.push({ from: firstChange.on, to: null, firstChange });
  return runs;
}

/** The unbroken runs and the stops of every recognized ingredient, out of the changes known. */
export function prescriptionsOf(changes: readonly Change[]): Prescriptions {
  const byIngredient = new Map<Ingredient, Change[]>();
  for (const change of changes) {
    for (const ingredient of ingredientsOf(change.record.medication)) {
      const known = byIngredient.get(ingredient);
      if (known === undefined) byIngredient.set(ingredient, [change]);
      else known.push(change);
    }
  }
  const runs = new Map<Ingredient, readonly PrescribedRun[]>();
  const stops = new Map<Ingredient, readonly Change[]>();
  for (const [ingredient, of] of byIngredient) {
    const ordered = of.toSorted(compareChanges);
    runs.set(
      ingredient,
      unbrokenRuns(ordered).map((run) => ({ ingredient, ...run })),
    );
    stops.set(ingredient, ordered.filter(isStop));
  }
  return { runs, stops };
}

export function holdsOn({ from, to }: UnbrokenRun, date: CalendarDate): boolean {
  return from <= date && (to === null || date <= to);
}

/** The run that holds the date: the last change on or before it is a start or dose. Null when not prescribed then. */
export function runOn(
  prescriptions: Prescriptions,
  ingredient: Ingredient,
  date: CalendarDate,
): PrescribedRun | null {
  const runs = prescriptions.runs.get(ingredient) ?? [];
  return runs.find((run) => holdsOn(run, date)) ?? null;
}

const EXPLAINED_BY = new Map<AnalyteId, readonly Ingredient[]>();
for (const ingredient of INGREDIENTS) {
  for (const analyte of INGREDIENT_ANALYTES[ingredient]) {
    EXPLAINED_BY.set(analyte, [...(EXPLAINED_BY.get(analyte) ?? []), ingredient]);
  }
}

/** Whether something that explains the analyte is prescribed on the date. */
export function isAnalytePrescribed(
  prescriptions: Prescriptions,
  analyte: AnalyteId,
  date: CalendarDate,
): boolean {
  const ingredients = EXPLAINED_BY.get(analyte) ?? [];
  return ingredients.some((ingredient) => runOn(prescriptions, ingredient, date) !== null);
}

/** The last day on or before the date on which something that explains the analyte was prescribed, or null. */
export function lastPrescribedDay(
  prescriptions: Prescriptions,
  analyte: AnalyteId,
  date: CalendarDate,
): CalendarDate | null {
  const ingredients = EXPLAINED_BY.get(analyte) ?? [];
  const days = ingredients
    .flatMap((ingredient) => prescriptions.runs.get(ingredient) ?? [])
    .filter(({ from }) => from <= date)
    .map(({ to }) => (to === null || to > date ? date : to));
  return days.toSorted(compareDates).at(-1) ?? null;
}
