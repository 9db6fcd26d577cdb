import type { Atoms } from "./atoms.ts";
import { addTimes, inverse, PRIME, remainder, scatter } from "./field.ts";
import { isSmall } from "./protected-sets.ts";

type Vector = Float64Array;
type AtomSet = readonly number[];

interface ReducedRow {
  readonly row: Vector;
  /** The atom in which it alone is not 0. */
  pivot: number;
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

/** The atoms of a row that is nothing but 0 and 1 and holds 1 to 10; null for any other. */
function smallSet(row: Vector, sizes: readonly number[]): AtomSet | null {
  const atoms: number[] = [];
  let size = 0;
  for (let at = 0; at < row.length; at += 1) {
    if (row[at] === 0) continue;
    size += sizes[at] ?? 0;
    if (row[at] !== 1 || !isSmall(size)) return null;
    atoms.push(at);
  }
  return atoms.length === 0 ? null : atoms;
}

/** The search takes as many steps as cost so many additions, and some for every row at least. */
const ADDITIONS = 200_000_000;
const STEPS = { least: 1, most: 20_000 } as const;
/** Sums of two rows are read after so many steps: they cost more than a step. */
const STEPS_BETWEEN_PAIRS = 40;
/** Once something is found, all is decided again anyway: so many steps more. */
const STEPS_AFTER = 100;

function stepsFor(rows: number, atoms: number): number {
  const affordable = Math.floor(ADDITIONS / Math.max(1, rows * atoms));
  return Math.max(rows * STEPS.least, Math.min(STEPS.most, affordable));
}

/**
 * Walks from one reduced form of the rows to the next, each time giving one of them another atom that it alone holds, and reads the rows that changed. A
 * set of few atoms shows as a row as soon as only one of its atoms is held alone: the way codes are searched for words of low weight.
 */
function foundWalking(rows: readonly ReducedRow[], sizes: readonly number[]): readonly AtomSet[] {
  const next = scatter(40_961);
  const found: AtomSet[] = [];
  const read = ({ row }: ReducedRow) => {
    const set = smallSet(row, sizes);
    if (set !== null) found.push(set);
  };
  let left = rows.length === 0 ? 0 : stepsFor(rows.length, sizes.length);
  for (; left > 0; left -= 1) {
    const chosen = rows[next() % rows.length];
    const start = next() % sizes.length;
    const atom = chosen === undefined ? -1 : heldFrom(chosen, start);
    if (chosen === undefined || atom === -1) continue;
    for (const other of swapped(rows, chosen, atom)) read(other);
    if (left % STEPS_BETWEEN_PAIRS === 0) found.push(...smallPairs(rows, sizes));
    if (found.length > 0) left = Math.min(left, STEPS_AFTER);
  }
  return found;
}

/** The first atom from a place on that a row holds, beside the one that it alone holds; -1 when there is none. */
function heldFrom({ row, pivot }: ReducedRow, start: number): number {
  const holds = (value: number, at: number) => value !== 0 && at !== pivot;
  const after = row.subarray(start).findIndex((value, at) => holds(value, at + start));
  return after === -1 ? row.subarray(0, start).findIndex(holds) : after + start;
}

/** Lets a row alone hold an atom; answers the rows that changed. */
function swapped(rows: readonly ReducedRow[], chosen: ReducedRow, atom: number): readonly ReducedRow[] {
  const { row } = chosen;
  const scale = inverse(row[atom] ?? 1);
  for (let at = 0; at < row.length; at += 1) {
    if (row[at] !== 0) row[at] = remainder((row[at] ?? 0) * scale);
  }
  chosen.pivot = atom;
  const changed = rows.filter((one) => one !== chosen && one.row[atom] !== 0);
  for (const { row: other } of changed) addTimes(other, PRIME - (other[atom] ?? 0), row);
  return [chosen, ...changed];
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

function smallPairs(rows: readonly ReducedRow[], sizes: readonly number[]): readonly AtomSet[] {
  return likelyPairs(rows, sizes)
    .map(([one, other]) => smallSet(sumOf(one.row, other.row), sizes))
    .filter((set) => set !== null);
}

/**
 * Small sets whose size follows from what is told, whatever they are: found by reducing all that is told to rows that share as little as they can, reading the rows
 * and sums of two of them, and doing so again for other reduced forms.
 */
export function smallKnown(told: readonly AtomSet[], { sizes }: Atoms): readonly AtomSet[] {
  const rows = reducedRows(told, sizes);
  const single = rows.map(({ row }) => smallSet(row, sizes)).filter((set) => set !== null);
  const found = [...single, ...smallPairs(rows, sizes)];
  return found.length > 0 ? found : foundWalking(rows, sizes);
}
