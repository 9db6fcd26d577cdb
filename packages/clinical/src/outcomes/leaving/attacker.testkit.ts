import { atomsOf, type Cell } from "./atoms.ts";

/**
 * Somebody who has every number that was told and knows how the sets lie in one another. Works with whole fractions, row by row, and shares nothing with
 * the engine but the reading of cells as atoms.
 */

type Fraction = readonly [numerator: bigint, denominator: bigint];
type Row = Fraction[];

const ZERO: Fraction = [0n, 1n];

function common(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

function fraction(numerator: bigint, denominator: bigint): Fraction {
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = common(numerator, denominator * sign);
  return [(numerator * sign) / divisor, (denominator * sign) / divisor];
}

function minusTimes(a: Fraction, factor: Fraction, b: Fraction): Fraction {
  const numerator = a[0] * factor[1] * b[1] - factor[0] * b[0] * a[1];
  return numerator === 0n ? ZERO : fraction(numerator, a[1] * factor[1] * b[1]);
}

/** The reduced rows, each with the column in which it alone stands. */
function reduced(
  rows: readonly (readonly number[])[],
  order: readonly number[],
): { readonly row: Row; readonly column: number }[] {
  const left = rows.map((row) => row.map((value): Fraction => [BigInt(value), 1n]));
  const done: { row: Row; column: number }[] = [];
  for (const column of order) {
    const place = left.findIndex((row) => row[column]?.[0] !== 0n);
    const [taken] = place === -1 ? [] : left.splice(place, 1);
    if (taken === undefined) continue;
    const lead = taken[column] ?? ZERO;
    const row = taken.map(([n, d]) => (n === 0n ? ZERO : fraction(n * lead[1], d * lead[0])));
    const without = (other: Row) => {
      const factor = other[column] ?? ZERO;
      if (factor[0] === 0n) return;
      row.forEach((value, at) => {
        other[at] = minusTimes(other[at] ?? ZERO, factor, value);
      });
    };
    for (const other of left) without(other);
    for (const { row: other } of done) without(other);
    done.push({ row, column });
  }
  return done;
}

/** A row of which every value is 0 or the same: a set whose size it tells. */
function setOf(row: Row): readonly number[] | null {
  const values = row.flatMap((value, atom) => (value[0] === 0n ? [] : [{ value, atom }]));
  const first = values[0]?.value ?? ZERO;
  const same = values.every(({ value }) => value[0] === first[0] && value[1] === first[1]);
  return same ? values.map(({ atom }) => atom) : null;
}

export interface Attack {
  readonly cells: readonly Cell[];
  readonly sizes: ReadonlyMap<number, number>;
  readonly told: readonly string[];
  readonly equal?: readonly (readonly [string, string])[];
}

/** What the attacker comes to know: the sizes of single sets, by reading the rows reduced in several orders. */
export function sizesKnown({ cells, sizes, told, equal = [] }: Attack, orders: number): readonly number[] {
  const atoms = atomsOf(cells, sizes);
  const vector = (name: string) => {
    const held = new Set(atoms.of.get(name));
    return atoms.sizes.map((_, atom) => (held.has(atom) ? 1 : 0));
  };
  const equations = equal.map(([one, other]) => {
    const less = vector(other);
    return vector(one).map((value, atom) => value - (less[atom] ?? 0));
  });
  const rows = [...equations, ...[...new Set(told)].map(vector)];
  const columns = atoms.sizes.map((_, atom) => atom);
  const known: number[] = [];
  for (let turn = 0; turn < orders; turn += 1) {
    const order = columns.toSorted(
      (a, b) => ((a * 7_919 + turn * 104_729) % 1_009) - ((b * 7_919 + turn * 104_729) % 1_009),
    );
    for (const { row } of reduced(rows, turn === 0 ? columns : order)) {
      const set = setOf(row);
      if (set !== null) known.push(set.reduce((sum, atom) => sum + (atoms.sizes[atom] ?? 0), 0));
    }
  }
  return known;
}

/** Whether the size of a set of units follows from what was told. */
export function follows({ cells, sizes, told }: Attack, set: readonly number[]): boolean {
  const atoms = atomsOf([...cells, { name: "asked", members: set }], sizes);
  const vector = (name: string) => {
    const held = new Set(atoms.of.get(name));
    return atoms.sizes.map((_, atom) => (held.has(atom) ? 1 : 0));
  };
  const columns = atoms.sizes.map((_, atom) => atom);
  const rows = [...new Set(told)].map(vector);
  return reduced(rows, columns).length === reduced([...rows, vector("asked")], columns).length;
}
