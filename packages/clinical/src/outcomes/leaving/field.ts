/** The largest prime below 2^26: a product of two remainders is still an exact number. */
export const PRIME = 67_108_859;

/** The remainder of a whole number from 0 to PRIME². */
export function remainder(value: number): number {
  const rest = value - Math.floor(value / PRIME) * PRIME;
  if (rest < 0) return rest + PRIME;
  return rest >= PRIME ? rest - PRIME : rest;
}

/** What a remainder other than 0 is multiplied by to give 1. */
export function inverse(value: number): number {
  let result = 1;
  let base = value;
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = remainder(result * base);
    base = remainder(base * base);
  }
  return result;
}

/** Remainders in an order that looks like chance and is the same every time (xorshift). */
export function scatter(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return remainder(state >>> 0);
  };
}

/** Adds so many times another vector, in place. Here is where the time goes. */
export function addTimes(vector: Float64Array, factor: number, other: Float64Array): void {
  for (let at = 0; at < vector.length; at += 1) {
    const value = (vector[at] ?? 0) + factor * (other[at] ?? 0);
    vector[at] = value - Math.floor(value / PRIME) * PRIME;
  }
}
