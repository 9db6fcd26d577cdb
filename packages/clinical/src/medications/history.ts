import { addDays } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import type { Known } from "../findings/known.ts";
import { sentence } from "../findings/wording.ts";
import type { MedicationChange } from "../records/types.ts";
import { compareChanges, isStop } from "./prescriptions.ts";

type Change = Known<MedicationChange>;

/** A dose from one change to the next; `to` is its last day, null while it goes on. */
export interface Segment {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly change: MedicationChange;
}

/** One medication, told apart by its text in any case. */
export interface MedicationHistory {
  /** As first written. */
  readonly medication: string;
  /** By date; on one day stops before starts and doses, as the rules read them. */
  readonly changes: readonly Change[];
  /** The changes without those that repeat what stood already. */
  readonly effective: readonly Change[];
  readonly segments: readonly Segment[];
}

/** What tells one medication text from another. */
export function medicationKey(medication: string): string {
  return medication.trim().toLowerCase();
}

/** "50 mg daily"; empty when nothing of the dose is known. */
export function doseText({ dose, unit, frequency }: MedicationChange): string {
  return [dose, unit, frequency].filter((part) => part !== null && part !== "").join(" ");
}

/** "Sertraline started, 50 mg daily", "Sertraline changed to 100 mg daily", "Sertraline stopped". */
export function changeText(change: MedicationChange): string {
  const dose = doseText(change);
  if (change.change === "stop") return `${sentence(change.medication)} stopped`;
  if (change.change === "start") return `${sentence(change.medication)} started${dose && `, ${dose}`}`;
  return `${sentence(change.medication)} changed${dose && ` to ${dose}`}`;
}

function segmentsOf(changes: readonly Change[]): readonly Segment[] {
  const segments: Segment[] = [];
  let open: Change | null = null;
  for (const change of changes) {
    const lastDay = addDays(change.on, -1);
    if (open !== null && open.on <= lastDay) {
      segments.push({ from: open.on, to: lastDay, change: open.record });
    }
    open = isStop(change) ? null : change;
  }
  if (open !== null) segments.push({ from: open.on, to: null, change: open.record });
  return segments;
}

/** A dose that is not known may be another one: only a start without one repeats what stands. */
function isOtherDose(before: Change, after: Change): boolean {
  const dose = doseText(after.record).toLowerCase();
  if (dose === "") return after.record.change === "dose";
  return dose !== doseText(before.record).toLowerCase();
}

function effectiveOf(changes: readonly Change[]): readonly Change[] {
  const effective: Change[] = [];
  let open: Change | null = null;
  for (const change of changes) {
    const first = effective.length === 0;
    const changed = isStop(change) ? open !== null || first : open === null || isOtherDose(open, change);
    if (changed) effective.push(change);
    open = isStop(change) ? null : change;
  }
  return effective;
}

/**
 * The patient's medications in the order of their first change.
 *
 * @param changes the patient's, in the order of records
 */
export function medicationHistories(changes: readonly Change[]): readonly MedicationHistory[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = medicationKey(change.record.medication);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  return [...groups.values()].map((group) => {
    const ordered = group.toSorted(compareChanges);
    return {
      medication: group[0]?.record.medication.trim() ?? "",
      changes: ordered,
      effective: effectiveOf(ordered),
      segments: segmentsOf(ordered),
    };
  });
}

/** The start or dose that the present dose began with; null when the medication is not taken any more. */
export function presentDose({ effective }: MedicationHistory): Change | null {
  const last = effective.at(-1);
  return last === undefined || isStop(last) ? null : last;
}

/** The latest day on which any medication was started, stopped or changed in dose. */
export interface LatestChange {
  readonly on: CalendarDate;
  /** Every change of that day. */
  readonly text: string;
  /** The last of them. */
  readonly medicationChangeId: string;
}

/** The latest change up to a day among the patient's medications; what repeats the dose that stood is none. */
export function latestChange(
  histories: readonly MedicationHistory[],
  until: CalendarDate,
): LatestChange | null {
  const all = histories
    .flatMap(({ effective }) => effective)
    .filter(({ on }) => on <= until)
    .toSorted(compareChanges);
  const last = all.at(-1);
  if (last === undefined) return null;
  const sameDay = all.filter(({ on }) => on === last.on);
  const text = sameDay.map(({ record }) => changeText(record)).join("; ");
  return { on: last.on, text, medicationChangeId: last.id };
}
