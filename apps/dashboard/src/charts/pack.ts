interface Packed<T> {
  readonly item: T;
  readonly x: number;
  /** 0 is nearest to the lane's own line. */
  readonly level: number;
}

/** Marks that stand so close that not all of them can be drawn. */
interface Cluster<T> {
  readonly items: readonly T[];
  readonly x: number;
}

export interface Packing<T> {
  readonly packed: readonly Packed<T>[];
  /** What found no level, gathered by place. */
  readonly clusters: readonly Cluster<T>[];
}

interface Placed<T> {
  readonly item: T;
  readonly x: number;
  /** Finds its place before the others. */
  readonly first?: boolean;
}

interface Room {
  readonly width: number;
  readonly levels: number;
}

function clustered<T>(items: readonly Placed<T>[], width: number): Cluster<T>[] {
  const clusters: { items: T[]; x: number }[] = [];
  for (const { item, x } of items.toSorted((a, b) => a.x - b.x)) {
    const last = clusters.at(-1);
    if (last && x - last.x < width * 2) last.items.push(item);
    else clusters.push({ items: [item], x });
  }
  return clusters;
}

/** Gives marks that would touch a level of their own, in the order of their places; no two marks ever touch. */
export function packLevels<T>(items: readonly Placed<T>[], { width, levels }: Room): Packing<T> {
  const packed: Packed<T>[] = [];
  const left: Placed<T>[] = [];
  const inOrder = items.toSorted((a, b) => Number(b.first ?? false) - Number(a.first ?? false) || a.x - b.x);
  for (const placed of inOrder) {
    const { item, x } = placed;
    const near = new Set(packed.filter((other) => Math.abs(other.x - x) < width).map(({ level }) => level));
    const level = Array.from({ length: levels }, (_, each) => each).find((each) => !near.has(each));
    if (level === undefined) left.push(placed);
    else packed.push({ item, x, level });
  }
  return { packed: packed.toSorted((a, b) => a.x - b.x), clusters: clustered(left, width) };
}

/** How many levels a packing uses, with one more for what found none; one even when it is empty. */
export function levelsUsed({ packed, clusters }: Packing<unknown>): number {
  const highest = packed.reduce((most, mark) => Math.max(most, mark.level + 1), 1);
  return highest + (clusters.length > 0 ? 1 : 0);
}
