import { holds, type Span } from "../findings/belonging.ts";
import type { Known } from "../findings/known.ts";
import {
  changeText,
  doseText,
  type MedicationHistory,
  medicationHistories,
  type Segment,
} from "../medications/history.ts";
import type { MedicationChange } from "../records/types.ts";
import type { MedicationLane } from "./types.ts";

type Change = Known<MedicationChange>;

const PLAIN_NUMBER = /^\d+(\.\d+)?$/;

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

function changeOf({ record, on, id }: Change): MedicationLane["changes"][number] {
  const { change, reason, prescriberId } = record;
  return { medicationChangeId: id, on, change, text: changeText(record), reason, prescriberId };
}

function laneOf({ medication, changes, segments }: MedicationHistory, axis: Span): MedicationLane | null {
  const highest = highestDose(segments);
  const shown = segments.filter(({ from, to }) => from <= axis.to && (to === null || to >= axis.from));
  const shownChanges = changes.filter((change) => holds(axis, change.on));
  if (shown.length === 0 && shownChanges.length === 0) return null;
  return {
    medication,
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
  return medicationHistories(changes)
    .map((history) => laneOf(history, axis))
    .filter((lane) => lane !== null);
}
