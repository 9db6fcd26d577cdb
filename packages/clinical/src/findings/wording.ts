import { instrumentOf } from "../instruments/instruments.ts";
import type { InstrumentId, LevelOfCare } from "../records/codes.ts";
import type { ScoredPoint } from "./series.ts";

/** How sentences write what findings and criteria have in common. */

/** "1 day", "2 days". */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** The first letter in upper case; the rest as it is. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "+7", "−6", "0". */
export function signed(change: number): string {
  if (change === 0) return "0";
  return change > 0 ? `+${change}` : `−${-change}`;
}

/** "9 h", "5 h 30 min", "45 min". */
export function hours(minutes: number): string {
  const whole = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (rest === 0) return `${whole} h`;
  return whole === 0 ? `${rest} min` : `${whole} h ${rest} min`;
}

/** "PHQ-9". */
export function instrumentName(id: InstrumentId): string {
  return instrumentOf(id).name;
}

/** "21", or "21 (prorated)". */
export function scoreText(point: ScoredPoint): string {
  return point.prorated ? `${point.score} (prorated)` : String(point.score);
}

/** "PHQ-9 14 → 21 since admission (+7)". */
export function changeText(from: ScoredPoint, to: ScoredPoint, since: string): string {
  const name = instrumentName(to.instrument);
  return `${name} ${scoreText(from)} → ${scoreText(to)} since ${since} (${signed(to.score - from.score)})`;
}

const LEVEL_NAMES: Readonly<Record<LevelOfCare, string>> = {
  residential: "residential care",
  php: "PHP",
  iop: "IOP",
  op: "outpatient care",
};

/** "IOP". */
export function levelName(level: LevelOfCare): string {
  return LEVEL_NAMES[level];
}
