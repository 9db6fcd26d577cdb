import type { EpisodePicture, ReviewWindow } from "@soundings/clinical";
import type { EvidenceSet } from "./evidence.ts";
import type { Lines } from "./lines.ts";
import { type TimeRange, type TimeScale, timeScale } from "./time-scale.ts";

/** What every lane of one timeline shares; whatever stands on the same day stands on the same pixel. */
export interface Frame {
  /** Of one stay, or of all stays put together. */
  readonly picture: EpisodePicture;
  /** The stays that are drawn, the one of the page first. */
  readonly stays: readonly EpisodePicture[];
  readonly width: number;
  readonly narrow: boolean;
  readonly scale: TimeScale;
  readonly chosen: EvidenceSet;
  /** Keys of records that were corrected after the day that is shown. */
  readonly corrected: ReadonlySet<string>;
  readonly lines: Lines;
  /** Review windows to shade on the lane of one medication; null shades none. */
  readonly windows: ShadedWindows | null;
}

interface ShadedWindows {
  /** Null shades them on every lane. */
  readonly medication: string | null;
  readonly windows: readonly ReviewWindow[];
}

const NARROW_BELOW = 600;
/** Room for lane names and the named lines on the left, for the line's label and the bands' names on the right. */
const WIDE_EDGES = { left: 122, right: 148 };
const NARROW_EDGES = { left: 22, right: 90 };

/** Height of the line that names a lane where there is no room beside it. */
export const HEADER = 18;

export const isNarrow = (width: number): boolean => width < NARROW_BELOW;

export function frameScale(width: number, range: TimeRange): TimeScale {
  const edges = isNarrow(width) ? NARROW_EDGES : WIDE_EDGES;
  return timeScale(range, { left: edges.left, right: width - edges.right });
}
