import type { EpisodePicture } from "@soundings/clinical";
import type { EvidenceSet } from "./evidence.ts";
import { type TimeRange, type TimeScale, timeScale } from "./time-scale.ts";

/** What every lane of one timeline shares; whatever stands on the same day stands on the same pixel. */
export interface Frame {
  readonly picture: EpisodePicture;
  readonly width: number;
  readonly narrow: boolean;
  readonly scale: TimeScale;
  readonly chosen: EvidenceSet;
  /** Keys of records that were corrected after the day that is shown. */
  readonly corrected: ReadonlySet<string>;
}

const NARROW_BELOW = 600;
/** Room for lane names and the score axis on the left, for the line's label and the bands' names on the right. */
const WIDE_EDGES = { left: 104, right: 172 };
/** Long names of bands stand on two lines here. */
const MEDIUM_EDGES = { left: 104, right: 132 };
const MEDIUM_BELOW = 820;
const NARROW_EDGES = { left: 22, right: 90 };

/** Height of the line that names a lane where there is no room beside it. */
export const HEADER = 18;

export const isNarrow = (width: number): boolean => width < NARROW_BELOW;

export const isWide = (width: number): boolean => width >= MEDIUM_BELOW;

function edgesOf(width: number) {
  if (isNarrow(width)) return NARROW_EDGES;
  return isWide(width) ? WIDE_EDGES : MEDIUM_EDGES;
}

export function frameScale(width: number, range: TimeRange): TimeScale {
  const edges = edgesOf(width);
  return timeScale(range, { left: edges.left, right: width - edges.right });
}
