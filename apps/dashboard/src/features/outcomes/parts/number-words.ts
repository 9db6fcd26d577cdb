const PERCENT = "\u00a0%";

/** A share of 0 to 1 as a whole percentage, `63 %`; one that is neither none nor all is never rounded to them. */
export function percentWords(share: number | null): string {
  return share === null ? "no data" : `${wholePercent(share)}${PERCENT}`;
}

function wholePercent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return "under 1";
  if (rounded === 100 && share < 1) return "over 99";
  return String(rounded);
}

/** The ends of an interval of shares: `53–72 %`; null where there is none. */
export function intervalWords(low: number | null, high: number | null): string | null {
  if (low === null || high === null) return null;
  return `${Math.round(low * 100)}–${Math.round(high * 100)}${PERCENT}`;
}

/** A number with a fixed count of decimals and a real minus; `no data` where there is none. */
export function fixed(value: number | null, decimals = 1): string {
  if (value === null) return "no data";
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** The same with a sign in front: `+0.4`, `−1.2`. */
export function fixedSigned(value: number | null, decimals = 1): string {
  const text = fixed(value, decimals);
  return value === null || value <= 0 || Number(text) === 0 ? text : `+${text}`;
}

/** `0.61 to 0.98`; null where there is none. */
export function rangeWords(low: number | null, high: number | null, decimals = 1): string | null {
  return low === null || high === null ? null : `${fixed(low, decimals)} to ${fixed(high, decimals)}`;
}

/** A difference of two shares in points: `+4 points, −3 to +11`; null where one of them is not known. */
export function pointsWords(difference: {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}): string | null {
  const { value, low, high } = difference;
  if (value === null) return null;
  const points = (share: number) => fixedSigned(share * 100, 0);
  // An interval is not torn at the end of a line.
  const end = low === null || high === null ? "" : `, ${points(low)}\u00a0to\u00a0${points(high)}`;
  const word = Math.abs(Math.round(value * 100)) === 1 ? "point" : "points";
  return `${points(value)} ${word}${end}`;
}

/** Fewer than that, and the interval says more than the value. */
export const FEW = 30;
