import type { Atoms } from "./atoms.ts";
import { addTimes, inverse, PRIME, remainder, scatter } from "./field.ts";
import { isSmall } from "./protected-sets.ts";

type Vector = Float64Array;
type AtomSet = readonly number[];

interface ReducedRow {
  readonly row: Vector;
  /** The atom in which it alone is not 0. */
  readonly pivot: number;
}

/** Takes the row out of the list that has something at an atom, with 1 there; null when none has. */
function taken(rows: Vector[], pivot: number): Vector | null {
  const place = rows.findIndex((row) => row[pivot] !== 0);
  const [row] = place === -1 ? [] : rows.splice(place, 1);
  if (row === undefined) return null;
  const scale = inverse(row[pivot] ?? 1);
  return row.map((value) => remainder(value * scale));
}

/** The told sets as reduced rows; the largest atoms are used up first, so that what is left over is of small ones. */
function reducedRows(sets: readonly AtomSet[], sizes: readonly number[]): readonly ReducedRow[] {
  const left = sets.map((set) => {
    const row = new Float64Array(sizes.length);
    for (const atom of set) row[atom >= 0 ? atom : ~atom] = atom >= 0 ? 1 : PRIME - 1;
    return row;
  });
  const done: ReducedRow[] = [];
  const without = (other: Vector, pivot: number, row: Vector) => {
    const factor = other[pivot] ?? 0;
    if (factor !== 0) addTimes(other, PRIME - factor, row);
  };
  const order = sizes.map((_, atom) => atom).toSorted((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  for (const pivot of order) {
    const row = taken(left, pivot);
    if (row === null) continue;
    for (const other of left) without(other, pivot, row);
    for (const other of done) without(other.row, pivot, row);
    done.push({ row, pivot });
    if (left.length === 0) break;
  }
  return done;
}

/** The atoms of a row that is nothing but 0 and 1; null for any other. */
function setOf(row: Vector): AtomSet | null {
  const atoms: number[] = [];
  for (let at = 0; at < row.length; at += 1) {
    if (row[at] === 0) continue;
    if (row[at] !== 1) return null;
    atoms.push(at);
  }
  return atoms;
}

function smallSet(row: Vector, sizes: readonly number[]): AtomSet | null {
  const set = setOf(row);
  return set !== null && isSmall(set.reduce((sum, atom) => sum + (sizes[atom] ?? 0), 0)) ? set : null;
}

function sumOf(one: Vector, other: Vector): Vector {
  const sum = one.slice();
  addTimes(sum, 1, other);
  return sum;
}

/**
 * Pairs of rows whose sum may be a small set: what they hold beside their own atoms cancels out, or leaves one small atom. Told by a sum that looks
 * like chance, which is the same for the same rest.
 */
function likelyPairs(rows: readonly ReducedRow[], sizes: readonly number[]) {
  const next = scatter(77_003);
  const pivots = new Set(rows.map(({ pivot }) => pivot));
  const marks = sizes.map(next);
  const small = rows.filter(({ pivot }) => isSmall(sizes[pivot] ?? 0));
  const restOf = ({ row, pivot }: ReducedRow): number => {
    let sum = 0;
    row.forEach((value, at) => {
      if (at !== pivot && value !== 0) sum = remainder(sum + remainder(value * (marks[at] ?? 0)));
    });
    return sum;
  };
  const rests = small.map(restOf);
  const byRest = new Map(rests.map((rest, place) => [rest, place]));
  const leftOver = sizes.flatMap((size, atom) =>
    isSmall(size) && !pivots.has(atom) ? [marks[atom] ?? 0] : [],
  );
  return rests.flatMap((rest, place) =>
    [0, ...leftOver].flatMap((left) => {
      const other = byRest.get(remainder(left + PRIME - rest));
      const [first, second] = [small[place], small[other ?? -1]];
      return first === undefined || second === undefined || first === second
        ? []
        : [[first, second] as const];
    }),
  );
}

/**
 * Small sets whose size follows from what is told, whatever they are: found by reducing all that is told to rows that share as little as they can, and reading the rows
 * and sums of two of them.
 */
export function smallKnown(told: readonly AtomSet[], { sizes }: Atoms): readonly AtomSet[] {
  const rows = reducedRows(told, sizes);
  const single = rows.map(({ row }) => smallSet(row, sizes));
  const paired = likelyPairs(rows, sizes).map(([one, other]) => smallSet(sumOf(one.row, other.row), sizes));
  return [...single, ...paired].filter((set) => set !== null);
}
