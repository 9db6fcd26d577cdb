import type { Program } from "@soundings/clinical";
import type { Day, Days } from "../days.ts";
import type { ProgramLetter } from "../programs.ts";
import type { TurningPoints } from "../turning-points.ts";

/** What everybody's stays are planned from. */
export interface Setting {
  readonly seed: number;
  readonly days: Days;
  readonly programs: Readonly<Record<ProgramLetter, Program>>;
  readonly turns: TurningPoints;
}

/** A program that has opened a track since has those admitted before in the first it had. */
export function tracksOn(
  { programs, turns }: Setting,
  letter: ProgramLetter,
  admitted: Day,
): readonly string[] {
  const { tracks } = programs[letter];
  return letter === "E" && admitted < turns.eveningOpened ? tracks.slice(0, 1) : tracks;
}
