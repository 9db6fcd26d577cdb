import type { Evidence } from "@soundings/clinical";
import { useState } from "react";

/** One record that a sentence speaks of, shown in the timeline. */
export type ChosenPoint = Evidence;

interface Kept {
  readonly point: ChosenPoint;
  /** The finding and the stay beside which it was chosen: with another one it is chosen no longer. */
  readonly beside: string;
}

/** The chosen record. It stays while news arrives and gives way to a finding that is chosen after it. */
export function usePoint(beside: string): [ChosenPoint | null, (point: ChosenPoint | null) => void] {
  const [kept, setKept] = useState<Kept | null>(null);
  const point = kept !== null && kept.beside === beside ? kept.point : null;
  return [point, (next) => setKept(next === null ? null : { point: next, beside })];
}
