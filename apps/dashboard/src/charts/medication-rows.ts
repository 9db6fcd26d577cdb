import type { EpisodePicture, InjectionMark, MedicationLane } from "@soundings/clinical";
import type { TimeRange } from "./time-scale.ts";
import { inRange } from "./time-scale.ts";

export interface MedicationRow {
  readonly lane: MedicationLane;
  readonly injections: readonly InjectionMark[];
}

/** With more than so many the rows are low, and those without anything in the days that are shown are folded. */
const MANY = 8;

/** Names as two people write them: `naltrexone` and `Naltrexone ER`. */
function isSame(a: string, b: string): boolean {
  const [x, y] = [a.trim().toLowerCase(), b.trim().toLowerCase()];
  return x === y || x.startsWith(`${y} `) || y.startsWith(`${x} `);
}

/** A row a medication with its injections, and one for injections of what no medication record names. */
function rowsOf({ medications, injections }: EpisodePicture): MedicationRow[] {
  const rows = medications.map((lane) => ({
    lane,
    injections: injections.filter(({ medication }) => isSame(medication, lane.medication)),
  }));
  const placed = new Set(rows.flatMap((row) => row.injections));
  const others = new Map<string, InjectionMark[]>();
  for (const injection of injections) {
    if (placed.has(injection)) continue;
    const key = injection.medication.trim().toLowerCase();
    others.set(key, [...(others.get(key) ?? []), injection]);
  }
  const more = [...others.values()].map((given) => ({
    lane: { medication: given[0]?.medication ?? "", segments: [], changes: [] },
    injections: given,
  }));
  return [...rows, ...more];
}

function isShown({ lane, injections }: MedicationRow, range: TimeRange): boolean {
  const hasBar = lane.segments.some(({ from, to }) => from <= range.to && (to === null || to >= range.from));
  const marks = [...lane.changes, ...injections];
  return hasBar || marks.some(({ on }) => inRange(range, on));
}

export interface MedicationRows {
  readonly rows: readonly MedicationRow[];
  readonly folded: readonly MedicationRow[];
  readonly low: boolean;
}

/** The rows that are drawn, and those that are folded away because nothing of them lies in the days that are shown. */
export function medicationRows(picture: EpisodePicture, range: TimeRange): MedicationRows {
  const all = rowsOf(picture);
  if (all.length <= MANY) return { rows: all, folded: [], low: false };
  return {
    rows: all.filter((row) => isShown(row, range)),
    folded: all.filter((row) => !isShown(row, range)),
    low: true,
  };
}
