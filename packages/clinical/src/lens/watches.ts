import { addDays } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { isAntidepressant } from "../medications/antidepressants.ts";
import { type MedicationHistory, presentDose } from "../medications/history.ts";
import { unbrokenRuns } from "../medications/prescriptions.ts";
import { house, published } from "../rules/threshold.ts";
import type { LensContext } from "./context.ts";
import type { YoungAdultWatch } from "./types.ts";

/**
 * The boxed warning of antidepressants asks to watch patients under 25 in the first weeks and after changes of dose; how
 * many weeks it does not say.
 */
const WATCH = {
  underAge: published(25, "years"),
  days: house(56, "days after a start or change of dose"),
};

/** Whole years on a date. */
function ageOn(birthDate: CalendarDate, on: CalendarDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

function item9Text({ view }: LensContext): string {
  const last = view.item9Days.findLast(({ item9 }) => item9 !== null);
  return last === undefined
    ? "item 9 has not been answered in this stay"
    : `item 9 last answered ${last.item9} on ${last.on}`;
}

function watchOf(context: LensContext, history: MedicationHistory): readonly YoungAdultWatch[] {
  const dose = presentDose(history);
  if (dose === null || !isAntidepressant(history.medication)) return [];
  const until = addDays(dose.on, WATCH.days.value);
  if (context.asOf > until) return [];
  const { medication } = history;
  const isFirst = unbrokenRuns(history.changes).at(-1)?.from === dose.on;
  const when = isFirst ? `in the first weeks of ${medication}` : `after the dose change of ${medication}`;
  const text = `Under ${WATCH.underAge.value}: watch for suicidal thoughts ${when}; ${item9Text(context)}`;
  return [{ medication, since: dose.on, until, text }];
}

/** One watch for every present antidepressant begun or changed in dose in the last eight weeks, under 25 years of age. */
export function youngAdultWatches(context: LensContext): readonly YoungAdultWatch[] {
  const { known, asOf, histories } = context;
  if (ageOn(known.patient.birthDate, asOf) >= WATCH.underAge.value) return [];
  return histories.flatMap((history) => watchOf(context, history));
}
