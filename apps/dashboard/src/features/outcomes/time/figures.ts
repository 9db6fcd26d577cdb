import type { ControlFigure, GroupMoves, OverTime, TracksFigure } from "@soundings/clinical";
import type { OutcomeNote } from "@soundings/contract";
import { isMean } from "../compare/compared.ts";
import { shortPeriod } from "./periods.ts";

type Noted = Pick<OutcomeNote, "on" | "text" | "programId" | "takenBack">;

/** The notes that stand, of the programs and the time that a chart shows, by day. */
export function notesOn(
  { question, points }: Pick<OverTime, "question" | "points">,
  notes: readonly Noted[],
): ControlFigure["notes"] {
  const [first, last] = [points.at(0)?.from, points.at(-1)?.to];
  if (first === undefined || last === undefined) return [];
  const { program } = question.filter;
  return notes
    .filter(({ takenBack, programId, on }) => {
      const isShown = takenBack === null && on >= first && on <= last && on <= question.asOf;
      return isShown && (program === undefined || programId === program);
    })
    .map(({ on, text }) => ({ on, text }))
    .toSorted((a, b) => a.on.localeCompare(b.on));
}

export function controlOf(answer: OverTime, notes: ControlFigure["notes"]): ControlFigure {
  const { chart, measure, center, trial, points, every } = answer;
  return {
    kind: "control",
    chart,
    unit: isMean(measure) ? "points" : "percent",
    center,
    trial,
    points: points.map(({ from, open, n, value, low, high, marks }) => ({
      from,
      label: shortPeriod(from, every),
      open,
      n,
      value,
      low,
      high,
      marks,
    })),
    notes,
  };
}

export type Track = GroupMoves["tracks"][number];

export function tracksOf(instrument: GroupMoves["instrument"], track: Track, label: string): TracksFigure {
  return { kind: "tracks", instrument, label, weeks: track.weeks };
}

/** Whether the track rose as one in some week: patients in treatment mostly fall a little, so a rise is what to ask about. */
export function hasRisen({ weeks }: Track): boolean {
  return weeks.some(({ together }) => together === "up");
}

/** Weeks in which the track moved as one, newest first. */
export function movedWeeks({ weeks }: Track): Track["weeks"] {
  return weeks.filter(({ together }) => together === "up" || together === "down").toReversed();
}
