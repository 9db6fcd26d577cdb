import type { Atoms } from "./atoms.ts";

/** The most that may not be told; zero may. After the rule of CMS for data that it hands out: no cell of 1 to 10. */
export const MOST_WITHHELD = 10;
/** Of one row of groups, how many unions of small ones are looked at; a row of groups of people has far fewer. */
const MOST_UNIONS = 4_000;

/** Whether a count may not be told. */
export function isSmall(count: number): boolean {
  return count > 0 && count <= MOST_WITHHELD;
}

function sizeOf(atoms: readonly number[], sizes: readonly number[]): number {
  let size = 0;
  for (const atom of atoms) size += sizes[atom] ?? 0;
  return size;
}

/** Atoms of the first that are in the second (or are not); null as soon as they hold too many, or when there are none. */
function smallPart(
  one: readonly number[],
  other: Uint8Array,
  within: 0 | 1,
  sizes: readonly number[],
): readonly number[] | null {
  const part: number[] = [];
  let size = 0;
  for (const atom of one) {
    if (other[atom] !== within) continue;
    size += sizes[atom] ?? 0;
    if (size > MOST_WITHHELD) return null;
    part.push(atom);
  }
  return part.length === 0 ? null : part;
}

/** Every union of small parts that is small itself. */
function smallUnions(parts: readonly (readonly number[])[], sizes: readonly number[]) {
  const small = parts.filter((part) => isSmall(sizeOf(part, sizes)));
  const unions: (readonly number[])[] = [];
  const grow = (from: number, atoms: readonly number[]) => {
    for (let place = from; place < small.length && unions.length < MOST_UNIONS; place += 1) {
      const union = [...atoms, ...(small[place] ?? [])];
      if (!isSmall(sizeOf(union, sizes))) continue;
      unions.push(union.toSorted((a, b) => a - b));
      grow(place + 1, union);
    }
  };
  grow(0, []);
  return unions;
}

/** Every small part of two cells: what they share, and what one has beyond the other. A cell shares all with itself. */
function smallPairs({ sizes, of }: Atoms): readonly (readonly number[] | null)[] {
  const found: (readonly number[] | null)[] = [];
  const cells = [...new Map([...of.values()].map((atoms) => [atoms.join(" "), atoms])).values()];
  const marked = new Uint8Array(sizes.length);
  for (const [place, one] of cells.entries()) {
    for (const atom of one) marked[atom] = 1;
    for (const [at, other] of cells.entries()) {
      if (at !== place) found.push(smallPart(other, marked, 0, sizes));
      if (at >= place) found.push(smallPart(other, marked, 1, sizes));
    }
    for (const atom of one) marked[atom] = 0;
  }
  return found;
}

/**
 * Sets of 1 to 10 that nobody may come to know the size of, as lists of atoms: every small cell, what two cells share, what one has
 * beyond the other, and every union of small parts of a row of groups.
 *
 * @param rows names of cells that exclude each other, such as the groups of one table or what they leave of their whole
 */
export function protectedSets(atoms: Atoms, rows: readonly (readonly string[])[]) {
  const found = new Map<string, readonly number[]>();
  for (const part of smallPairs(atoms)) {
    if (part !== null) found.set(part.join(" "), part);
  }
  for (const row of rows) {
    const parts = row.map((name) => atoms.of.get(name) ?? []);
    for (const union of smallUnions(parts, atoms.sizes)) found.set(union.join(" "), union);
  }
  return [...found.values()];
}
