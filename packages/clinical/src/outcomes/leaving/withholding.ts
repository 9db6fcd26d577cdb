import { type Atoms, atomsOf, type Cell } from "./atoms.ts";
import { nothingTold } from "./derivation.ts";
import { smallKnown } from "./known-sets.ts";
import { protectedSets } from "./protected-sets.ts";

type AtomSet = readonly number[];

/** Something that is to be told: it gives away the counts of all its cells. */
export interface Claim {
  readonly id: string;
  /** Names of cells. */
  readonly cells: readonly string[];
}

export interface Claims {
  /** All cells by name, also those that are only to be guarded. */
  readonly cells: readonly Cell[];
  /** Units that count for more or less than one. */
  readonly sizes: ReadonlyMap<number, number>;
  /** Cells that exclude each other, by name: the groups of a table. */
  readonly rows: readonly (readonly string[])[];
  /** Pairs of cells of which everybody knows that they are of one size, though their units differ. */
  readonly equal: readonly (readonly [one: string, other: string])[];
  /** In the order of their weight: what comes first is told if it may be. */
  readonly claims: readonly Claim[];
}

/** What was decided before, and stays so: other documents tell it. */
export interface Settled {
  /** Ids of the claims that were decided, and of those of them that are told. */
  readonly decided: ReadonlySet<string>;
  readonly told: ReadonlySet<string>;
}

const NOTHING_SETTLED: Settled = { decided: new Set(), told: new Set() };

/** One side of each equation less the other: what is known without being told. */
function equationsOf({ equal }: Claims, { of }: Atoms): readonly AtomSet[] {
  return equal.map(([one, other]) => [...(of.get(one) ?? []), ...(of.get(other) ?? []).map((atom) => ~atom)]);
}

interface Deciding {
  readonly given: Claims;
  readonly atoms: Atoms;
  readonly settled: Settled;
}

/** The claims that can be told in their order without giving away a guarded set. */
function toldOf({ given, atoms, settled }: Deciding, guarded: readonly AtomSet[]): readonly Claim[] {
  const { claims } = given;
  const equations = equationsOf(given, atoms);
  const most = distinct(claims.flatMap((claim) => setsOf(claim, atoms))).length + equations.length;
  const told = nothingTold(atoms.sizes.length, most, guarded);
  const before = claims.filter(({ id }) => settled.told.has(id));
  told.tell([...equations, ...before.flatMap((claim) => setsOf(claim, atoms))]);
  const open = claims.filter(({ id }) => !settled.decided.has(id));
  const now = open.filter((claim) => {
    const sets = setsOf(claim, atoms);
    if (told.wouldGiveAway(sets)) return false;
    told.tell(sets);
    return true;
  });
  return [...before, ...now];
}

function setsOf({ cells }: Claim, atoms: Atoms): readonly AtomSet[] {
  return cells.map((name) => atoms.of.get(name) ?? []).filter((set) => set.length > 0);
}

/**
 * Which claims may leave the program. A claim is told when, together with all that was told before it, no protected set of 1 to 10 can be derived; else it
 * is withheld. So of two counts of which one would give the other away the more important is told. When all is decided, whatever
 * small set still follows is protected as well, and it is decided again. One word stands for all that is withheld: to say which is small
 * and which only guards it would give a small one away when their sum is told.
 *
 * @param settled what stays as it was decided: the other claims are told only as far as they fit it
 */
export function mayLeave(given: Claims, settled: Settled = NOTHING_SETTLED): ReadonlySet<string> {
  const atoms = atomsOf(given.cells, given.sizes);
  const guarded = [...protectedSets(atoms, given.rows)];
  for (;;) {
    const told = toldOf({ given, atoms, settled }, guarded);
    const sets = [...equationsOf(given, atoms), ...told.flatMap((claim) => setsOf(claim, atoms))];
    const known = smallKnown(distinct(sets), atoms);
    const isOver = known.length === 0 || told.length === settled.told.size;
    if (isOver) return new Set(told.map(({ id }) => id));
    guarded.push(...known);
  }
}

function distinct(sets: readonly AtomSet[]): readonly AtomSet[] {
  return [...new Map(sets.map((set) => [set.join(" "), set])).values()];
}
