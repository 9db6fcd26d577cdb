import { addDays, daysBetween } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { dateOf } from "../calendar/zone.ts";
import { compareText } from "../findings/order.ts";
import { type MedicationHistory, medicationKey, presentDose } from "../medications/history.ts";
import { isStop } from "../medications/prescriptions.ts";
import { ingredientsOf } from "../medications/recognize.ts";
import type { Injection } from "../records/own.ts";
import { house } from "../rules/threshold.ts";
import type { LensContext } from "./context.ts";
import type { InjectionState, InjectionView } from "./types.ts";

/** How far past its due date an injection is late, and overdue. */
export const INJECTION_DAYS = {
  late: house(3, "days past the due date"),
  overdue: house(7, "days past the due date"),
};

/** The lines of one medication's schedule, in the order of records. */
type Schedule = readonly Injection[];

function schedulesOf(injections: readonly Injection[]): readonly Schedule[] {
  const groups = new Map<string, Injection[]>();
  for (const injection of injections) {
    const key = medicationKey(injection.medication);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [injection]);
    else group.push(injection);
  }
  return [...groups.values()];
}

function stoppedFrom({ changes }: MedicationHistory, from: CalendarDate): boolean {
  return changes.some((change) => isStop(change) && change.on >= from);
}

/**
 * The medication itself was stopped on the day of the line or later and not started again. When its text is not among the
 * medications: one that shares an ingredient was stopped after that day, and none that does is taken. On the day itself
 * such a stop is a change from tablets to the injection.
 */
function isEnded({ histories }: LensContext, { medication }: Injection, on: CalendarDate): boolean {
  const same = histories.find((one) => medicationKey(one.medication) === medicationKey(medication));
  if (same !== undefined && presentDose(same) !== null) return false;
  if (same !== undefined && stoppedFrom(same, on)) return true;
  const ingredients = ingredientsOf(medication);
  const sharing = histories.filter((one) =>
    ingredientsOf(one.medication).some((ingredient) => ingredients.includes(ingredient)),
  );
  if (sharing.some((one) => presentDose(one) !== null)) return false;
  return sharing.some((one) => stoppedFrom(one, addDays(on, 1)));
}

function stateOf(daysPastDue: number): InjectionState {
  if (daysPastDue < 0) return "not_due";
  if (daysPastDue >= INJECTION_DAYS.overdue.value) return "overdue";
  return daysPastDue >= INJECTION_DAYS.late.value ? "late" : "due";
}

function injectionView(context: LensContext, schedule: Schedule): readonly InjectionView[] {
  const line = schedule.at(-1);
  if (line === undefined) return [];
  const given = schedule.findLast(({ givenOn }) => givenOn !== null);
  const daysPastDue = daysBetween(line.nextDueOn, context.asOf);
  const { injectionId, medication, dose, intervalDays, nextDueOn } = line;
  const on = line.givenOn ?? dateOf(line.recordedAt, context.known.zone);
  const ended = isEnded(context, line, on);
  return [
    {
      injectionId,
      medication: medication.trim(),
      dose,
      intervalDays,
      lastGivenOn: given?.givenOn ?? null,
      givenBy: given?.givenBy ?? null,
      nextDueOn,
      state: ended ? "ended" : stateOf(daysPastDue),
      daysPastDue,
    },
  ];
}

const STATE_ORDER: readonly InjectionState[] = ["overdue", "late", "due", "not_due", "ended"];

/** The schedule of each medication by its latest line: what is furthest past its due date first, what ended last. */
export function injectionViews(context: LensContext): readonly InjectionView[] {
  return schedulesOf(context.own.injections)
    .flatMap((schedule) => injectionView(context, schedule))
    .toSorted(
      (a, b) =>
        STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state) ||
        b.daysPastDue - a.daysPastDue ||
        compareText(a.medication, b.medication),
    );
}
