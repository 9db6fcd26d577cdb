/** A set of units that is or could be counted, by name. */
export interface Cell {
  readonly name: string;
  /** Units, each once. A unit is an episode, a week of one, or a sum that is only ever counted whole. */
  readonly members: readonly number[];
}

/**
 * Cells as unions of atoms. An atom holds the units that lie in exactly the same cells: no count of any cells can tell two units
 * of one atom apart.
 */
export interface Atoms {
  /** How many units each atom holds. */
  readonly sizes: readonly number[];
  /** The atoms of each cell, ascending, by name. */
  readonly of: ReadonlyMap<string, readonly number[]>;
}

/** @param sizeOf how many a unit counts for, where it is not 1; a unit that counts for nothing is in no atom */
export function atomsOf(cells: readonly Cell[], sizeOf: ReadonlyMap<number, number>): Atoms {
  const patterns = new Map<number, string>();
  cells.forEach(({ members }, place) => {
    const mark = String.fromCharCode(place + 1);
    for (const unit of members) {
      if (sizeOf.get(unit) !== 0) patterns.set(unit, (patterns.get(unit) ?? "") + mark);
    }
  });
  const known = new Map<string, number>();
  const sizes: number[] = [];
  const held = cells.map((): number[] => []);
  for (const [unit, pattern] of patterns) {
    const atom = known.get(pattern) ?? sizes.length;
    if (atom === sizes.length) {
      known.set(pattern, atom);
      sizes.push(0);
      for (let at = 0; at < pattern.length; at += 1) held[pattern.charCodeAt(at) - 1]?.push(atom);
    }
    sizes[atom] = (sizes[atom] ?? 0) + (sizeOf.get(unit) ?? 1);
  }
  return {
    sizes,
    of: new Map(cells.map(({ name }, place) => [name, held[place]?.toSorted((a, b) => a - b) ?? []])),
  };
}
