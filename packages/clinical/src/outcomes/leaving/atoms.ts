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

const NO_CELL = -1;

/** Units that lie in the same cells so far, as they were told apart cell by cell. */
interface Classes {
  /** Of each unit, by number; `NO_CELL` where it lies in none. */
  readonly of: Int32Array;
  /** Of each class: the one that its units were in before, and the cell that told them from the rest of it. */
  readonly before: readonly number[];
  readonly cell: readonly number[];
  /** Units in the order in which the cells name them. */
  readonly units: readonly number[];
}

/** Cell by cell, those of a class that lie in the cell become a class of their own. */
function classesOf(cells: readonly Cell[], sizeOf: ReadonlyMap<number, number>): Classes {
  const last = cells.reduce((most, { members }) => members.reduce((a, b) => Math.max(a, b), most), NO_CELL);
  const of = new Int32Array(last + 1).fill(NO_CELL);
  const before: number[] = [];
  const cell: number[] = [];
  const units: number[] = [];
  const moved = (split: Map<number, number>, from: number, place: number): number => {
    const known = split.get(from);
    if (known !== undefined) return known;
    split.set(from, before.length);
    cell.push(place);
    return before.push(from) - 1;
  };
  for (const [place, { members }] of cells.entries()) {
    const split = new Map<number, number>();
    for (const unit of members) {
      if (sizeOf.get(unit) === 0) continue;
      const from = of[unit] ?? NO_CELL;
      if (from === NO_CELL) units.push(unit);
      of[unit] = moved(split, from, place);
    }
  }
  return { of, before, cell, units };
}

/** @param sizeOf how many a unit counts for, where it is not 1; a unit that counts for nothing is in no atom */
export function atomsOf(cells: readonly Cell[], sizeOf: ReadonlyMap<number, number>): Atoms {
  const classes = classesOf(cells, sizeOf);
  const atoms = new Map<number, number>();
  const sizes: number[] = [];
  const held = cells.map((): number[] => []);
  for (const unit of classes.units) {
    const own = classes.of[unit] ?? NO_CELL;
    const atom = atoms.get(own) ?? sizes.length;
    if (atom === sizes.length) {
      atoms.set(own, atom);
      sizes.push(0);
      for (let at = own; at !== NO_CELL; at = classes.before[at] ?? NO_CELL) {
        held[classes.cell[at] ?? NO_CELL]?.push(atom);
      }
    }
    sizes[atom] = (sizes[atom] ?? 0) + (sizeOf.get(unit) ?? 1);
  }
  return {
    sizes,
    of: new Map(cells.map(({ name }, place) => [name, held[place]?.toSorted((a, b) => a - b) ?? []])),
  };
}
