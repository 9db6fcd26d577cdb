import {
  type AssessmentMark,
  addDays,
  type CalendarDate,
  type MeasureLane,
  type WeekState,
} from "@soundings/clinical";
import { weekOf } from "../../charts/segments.ts";

/** One column of the answers: an assessment, or a program week without one. */
export type ItemColumn =
  | { readonly kind: "taken"; readonly week: number; readonly mark: AssessmentMark }
  | { readonly kind: "hole"; readonly week: number; readonly from: CalendarDate; readonly state: WeekState };

function takenColumns(lane: MeasureLane, admittedOn: CalendarDate): ItemColumn[] {
  return lane.marks.map((mark) => ({ kind: "taken", week: weekOf(admittedOn, mark.on), mark }));
}

function holeColumns(
  lane: MeasureLane,
  admittedOn: CalendarDate,
  taken: readonly ItemColumn[],
): ItemColumn[] {
  const measured = new Set(taken.map(({ week }) => week));
  return lane.weeks
    .filter(({ week }) => !measured.has(week))
    .map(({ week, state }) => ({ kind: "hole", week, from: addDays(admittedOn, 7 * week), state }));
}

const dateOf = (column: ItemColumn) => (column.kind === "taken" ? column.mark.on : column.from);

function compare(a: ItemColumn, b: ItemColumn): number {
  if (a.week !== b.week) return a.week - b.week;
  return dateOf(a) < dateOf(b) ? -1 : Number(dateOf(a) > dateOf(b));
}

/** Every assessment in the order of its date, and between them every program week that has none. */
export function itemColumns(lane: MeasureLane, admittedOn: CalendarDate): ItemColumn[] {
  const taken = takenColumns(lane, admittedOn);
  return [...taken, ...holeColumns(lane, admittedOn, taken)].sort(compare);
}
