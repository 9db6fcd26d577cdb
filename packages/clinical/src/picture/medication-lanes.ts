import { addDays } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { holds, type Span } from "../findings/belonging.ts";
import type { Known } from "../findings/known.ts";
import { sentence } from "../findings/wording.ts";
import type { MedicationChange } from "../records/types.ts";
import type { MedicationLane } from "./types.ts";

type Change = Known<MedicationChange>;

/** A dose from one change to the next; `to` is its last day, null while it goes on. */
interface Segment {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly change: MedicationChange;
}

const PLAIN_NUMBER = /^\d+(\.\d+)?$/;

function isStop(change: Change): boolean {
  return change.record.change === "stop";
}

/** On one day stops come before starts and doses, as the rules read them. */
function stopsFirst(changes: readonly Change[]): readonly Change[] {
  return changes.toSorted((a, b) => {
    if (a.on !== b.on) return a.on < b.on ? -1 : 1;
    return Number(isStop(b)) - Number(isStop(a));
  });
}

function byMedication(changes: readonly Change[]): readonly (readonly Change[])[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = change.record.medication.trim().toLowerCase();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  return [...groups.values()];
}

function segmentsOf(changes: readonly Change[]): readonly Segment[] {
  const segments: Segment[] = [];
  let open: Change | null = null;
  for (const change of stopsFirst(changes)) {
    const lastDay = addDays(change.on, -1);
    if (open !== null && open.on <= lastDay) {
      segments.push({ from: open.on, to: lastDay, change: open.record });
    }
    open = isStop(change) ? null : change;
  }
  if (open !== null) segments.push({ from: open.on, to: null, change: open.record });
  return segments;
}

function doseText({ dose, unit, frequency }: MedicationChange): string {
  return [dose, unit, frequency].filter((part) => part !== null && part !== "").join(" ");
}

function doseOf({ dose }: MedicationChange): number | null {
  return dose !== null && PLAIN_NUMBER.test(dose) ? Number(dose) : null;
}

/** The highest dose, when all are plain numbers in one unit at one frequency; else null: heights would say nothing. */
function highestDose(segments: readonly Segment[]): number | null {
  const first = segments[0]?.change;
  if (first === undefined || first.unit === null || first.unit === "") return null;
  const same = (a: string | null, b: string | null): boolean => a?.toLowerCase() === b?.toLowerCase();
  let highest = 0;
  for (const { change } of segments) {
    const dose = doseOf(change);
    const comparable = same(change.unit, first.unit) && same(change.frequency, first.frequency);
    if (dose === null || !comparable) return null;
    highest = Math.max(highest, dose);
  }
  return highest > 0 ? highest : null;
}

function changeText(change: MedicationChange): string {
  const dose = doseText(change);
  if (change.change === "stop") return `${sentence(change.medication)} stopped`;
  if (change.change === "start") return `${sentence(change.medication)} started${dose && `, ${dose}`}`;
  return `${sentence(change.medication)} changed${dose && ` to ${dose}`}`;
}

function changeOf({ record, on, id }: Change): MedicationLane["changes"][number] {
  const { change, reason, prescriberId } = record;
  return { medicationChangeId: id, on, change, text: changeText(record), reason, prescriberId };
}

function laneOf(changes: readonly Change[], axis: Span): MedicationLane | null {
  const segments = segmentsOf(changes);
  const highest = highestDose(segments);
  const shown = segments.filter(({ from, to }) => from <= axis.to && (to === null || to >= axis.from));
  const shownChanges = stopsFirst(changes).filter((change) => holds(axis, change.on));
  if (shown.length === 0 && shownChanges.length === 0) return null;
  return {
    medication: changes[0]?.record.medication.trim() ?? "",
    segments: shown.map(({ from, to, change }) => {
      const dose = doseOf(change);
      const step = highest === null || dose === null ? null : dose / highest;
      return { from, to, doseText: doseText(change), step };
    }),
    changes: shownChanges.map(changeOf),
  };
}

/**
 * One lane a medication, told apart by its text in any case and named as first written, in the order of the first
 * change. A lane stands when something of it lies on the axis; its bars keep their true ends.
 *
 * @param changes the patient's, in the order of records
 */
export function medicationLanes(changes: readonly Change[], axis: Span): readonly MedicationLane[] {
  return byMedication(changes)
    .map((group) => laneOf(group, axis))
    .filter((lane) => lane !== null);
}
