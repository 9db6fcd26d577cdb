import type { CalendarDate, Evidence } from "@soundings/clinical";
import { useState } from "react";

/** One record that a sentence speaks of, shown in the timeline. */
export type ChosenPoint = Evidence;

interface Kept {
  readonly point: ChosenPoint;
  /** The finding and the stay beside which it was chosen: with another one it is chosen no longer. */
  readonly beside: string;
  /** The line of the timeline stands on its day, and has not been moved since. */
  readonly isThere: boolean;
}

interface PointState {
  readonly point: ChosenPoint | null;
  readonly day: CalendarDate | null;
  readonly choose: (point: ChosenPoint | null) => void;
  readonly leaveDay: () => void;
}

/** The chosen record. It stays while news arrives, and gives way to a finding that is chosen after it. */
export function usePoint(beside: string): PointState {
  const [kept, setKept] = useState<Kept | null>(null);
  const now = kept !== null && kept.beside === beside ? kept : null;
  return {
    point: now?.point ?? null,
    day: now?.isThere ? now.point.on : null,
    choose: (point) => setKept(point && { point, beside, isThere: true }),
    leaveDay: () => setKept((was) => was && { ...was, isThere: false }),
  };
}
