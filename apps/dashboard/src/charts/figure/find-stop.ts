import type { Stop } from "@soundings/figures";

/** A mark that is larger both ways is hit or it is not: its box says little of its shape. */
const LARGE = 32;
/** How far from a mark one may point, in pixels. */
const REACH = 14;

function away({ box }: Stop, x: number, y: number): number {
  const dx = Math.max(box.left - x, 0, x - box.right);
  const dy = Math.max(box.top - y, 0, y - box.bottom);
  return Math.hypot(dx, dy);
}

const isLarge = ({ box }: Stop): boolean => box.right - box.left > LARGE && box.bottom - box.top > LARGE;
const sizeOf = ({ box }: Stop): number => (box.right - box.left) * (box.bottom - box.top);

/** The small mark nearest to a place, the smaller of two that are as near; null where none is near. */
export function nearestStop(stops: readonly Stop[], x: number, y: number): number | null {
  let best: { place: number; distance: number; size: number } | null = null;
  for (const [place, stop] of stops.entries()) {
    const [distance, size] = [away(stop, x, y), sizeOf(stop)];
    if (distance > REACH || isLarge(stop)) continue;
    const isNearer =
      best === null || distance < best.distance || (distance === best.distance && size < best.size);
    if (isNearer) best = { place, distance, size };
  }
  return best?.place ?? null;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const LEAPS: Readonly<Record<string, number>> = { PageDown: 10, PageUp: -10 };

/** Where a key leads from a mark; null when it is no key of movement or there is no mark. */
export function stopByKey(key: string, stops: readonly Stop[], place: number | null): number | null {
  if (stops.length === 0) return null;
  const last = stops.length - 1;
  if (key === "Home") return 0;
  if (key === "End") return last;
  const step = STEPS[key] ?? LEAPS[key];
  if (step === undefined) return null;
  return place === null ? 0 : Math.max(0, Math.min(last, place + step));
}
