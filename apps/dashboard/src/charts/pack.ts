export interface Packed<T> {
  readonly item: T;
  readonly x: number;
  /** 0 is nearest to the lane's own line. */
  readonly level: number;
}

/**
 * Gives marks that would touch a level of their own, in the order of their places.
 * A mark that finds no free level goes to the one that has been free the longest, so a lane never grows past `levels`.
 */
export function packLevels<T>(
  items: readonly { item: T; x: number }[],
  room: { width: number; levels: number },
): Packed<T>[] {
  const ends: number[] = Array.from({ length: room.levels }, () => Number.NEGATIVE_INFINITY);
  return [...items]
    .sort((a, b) => a.x - b.x)
    .map(({ item, x }) => {
      const free = ends.findIndex((end) => x - end >= room.width);
      const level = free >= 0 ? free : ends.indexOf(Math.min(...ends));
      ends[level] = x;
      return { item, x, level };
    });
}

/** How many levels a packing uses; one even when it is empty. */
export function levelsUsed(packed: readonly Packed<unknown>[]): number {
  return packed.reduce((most, mark) => Math.max(most, mark.level + 1), 1);
}
