import { type ChangeJson, INSTRUMENTS, type InstrumentId } from "@soundings/clinical";
import { counted } from "../../../ui/numbers.ts";

/** What cannot be said of the change on an instrument, and why; null when everything can. */
export function changeProblem(instrument: InstrumentId, change: ChangeJson, few: number): string | null {
  const { name } = INSTRUMENTS[instrument];
  const { n, sd_pre: sdPre, r } = change;
  if (n === 0)
    return `${name}: nobody has a score at the beginning and a later one, so there is no change to count.`;
  if (n === 1) return `${name}: one person has a score at the beginning and a later one. A mean needs two.`;
  if (sdPre === 0) {
    return `${name}: everybody had the same score at the beginning. Without a spread there is no effect size.`;
  }
  if (r === null) {
    return `${name}: everybody had the same score later. Without a spread there is no correlation, and no interval.`;
  }
  return n < few ? `${name}: ${counted(n, "person", "people")}. With so few the interval is wide.` : null;
}
