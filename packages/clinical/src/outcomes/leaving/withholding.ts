import { atomsOf, type Cell } from "./atoms.ts";
import { nothingTold } from "./derivation.ts";
import { protectedSets } from "./protected-sets.ts";

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
  /** In the order of their weight: what comes first is told if it may be. */
  readonly claims: readonly Claim[];
}

/**
 * Which claims may leave the program. A claim is told when, together with all that was told before it, no protected set of 1 to 10 can be derived; else it
 * is withheld. So it is safe at every step, and of two counts of which one would give the other away the more important
 * is told. One word stands for all that is withheld: to say which is small and which only guards it would give a small one away
 * when their sum is told.
 */
export function mayLeave({ cells, sizes, rows, claims }: Claims): ReadonlySet<string> {
  const atoms = atomsOf(cells, sizes);
  const most = new Set(claims.flatMap((claim) => claim.cells)).size;
  const told = nothingTold(atoms.sizes.length, most, protectedSets(atoms, rows));
  const leaving = new Set<string>();
  for (const { id, cells: names } of claims) {
    const sets = names.map((name) => atoms.of.get(name) ?? []).filter((set) => set.length > 0);
    if (told.wouldGiveAway(sets)) continue;
    told.tell(sets);
    leaving.add(id);
  }
  return leaving;
}
