import { Z_95 } from "./wilson.ts";

/** From this many degrees of freedom on the expansion by powers of 1/df is exact to nine decimals. */
const EXPANDED_FROM = 200;
const STEPS = 60;

/** Share of Student's t within −t and t, for whole degrees of freedom (Abramowitz and Stegun 26.7.3 and 26.7.4). */
function within(t: number, df: number): number {
  const angle = Math.atan(t / Math.sqrt(df));
  const cos2 = Math.cos(angle) ** 2;
  const odd = df % 2 === 1;
  let term = odd ? Math.cos(angle) : 1;
  let sum = df === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= df - 2; k += 2) {
    term *= (cos2 * (k - 1)) / k;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}

/** The first terms of t as powers of 1/df around z (Abramowitz and Stegun 26.7.5). */
function expanded(df: number): number {
  const z = Z_95;
  return (
    z +
    (z ** 3 + z) / (4 * df) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * df ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * df ** 3)
  );
}

function searched(df: number): number {
  let low = 0;
  let high = 13;
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (within(middle, df) < 0.95) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const known = new Map<number, number>();

/** Student's t of the two-sided 95 % interval for whole degrees of freedom of 1 or more. */
export function studentT95(df: number): number {
  if (df >= EXPANDED_FROM) return expanded(df);
  const found = known.get(df) ?? searched(df);
  known.set(df, found);
  return found;
}
