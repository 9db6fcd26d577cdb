/**
 * Draws from a named stream of a small seeded generator (sfc32). Each person and each topic has a stream of its own, so that
 * a change in one story moves no other, and only exact arithmetic is used, so that every machine draws the same.
 */
export interface Draw {
  /** A number from 0, inclusive, to 1, exclusive. */
  next(): number;
  /** A whole number from `min` to `max`, both inclusive. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the values, in proportion to its weight. */
  weighted<T>(list: readonly (readonly [value: T, weight: number])[]): T;
  /** Close to a normal distribution; never more than six standard deviations from the mean. */
  normal(mean: number, deviation: number): number;
}

function hash(text: string, start: number): number {
  let value = start;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
    value ^= value >>> 15;
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

function sfc32(name: string): () => number {
  let a = hash(name, 0x811c9dc5);
  let b = hash(name, 0x9e3779b9);
  let c = hash(name, 0x243f6a88);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

function chosen<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError("A draw was made from an empty list.");
  return value;
}

/** The stream of that name: the same parts give the same draws. */
export function drawsOf(...parts: readonly (string | number)[]): Draw {
  const next = sfc32(parts.join("/"));
  return {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => chosen(list, Math.floor(next() * list.length)),
    weighted: (list) => {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      const index = list.findIndex(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return chosen(list, index === -1 ? list.length - 1 : index)[0];
    },
    normal: (mean, deviation) => {
      let sum = -6;
      for (let index = 0; index < 12; index += 1) sum += next();
      return mean + deviation * sum;
    },
  };
}
