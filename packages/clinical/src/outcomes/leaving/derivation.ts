import { inverse, PRIME, remainder, scatter } from "./field.ts";

type Vector = Float64Array;
type Atoms = readonly number[];

/** Two more than there are equations: so many are asked whether a set can be derived. */
const PROBES = 2;

/** The sum of a vector over atoms. */
function over(vector: Vector, atoms: Atoms): number {
  let sum = 0;
  for (const atom of atoms) sum += vector[atom] ?? 0;
  return remainder(sum);
}

/** Makes every vector but the last found sum to 0 over the atoms, and takes that one out; nothing is left to do when all do. */
function heldTo(vectors: Vector[], atoms: Atoms): void {
  const place = vectors.findIndex((vector) => over(vector, atoms) !== 0);
  const [taken] = place === -1 ? [] : vectors.splice(place, 1);
  if (taken === undefined) return;
  const scale = inverse(over(taken, atoms));
  for (const vector of vectors) {
    const factor = remainder((PRIME - over(vector, atoms)) * scale);
    if (factor === 0) continue;
    for (let at = 0; at < vector.length; at += 1) {
      vector[at] = remainder((vector[at] ?? 0) + factor * (taken[at] ?? 0));
    }
  }
}

/**
 * What can be worked out of the counts that are told, by adding and taking away, however often and in whatever proportion. A set
 * can be derived exactly when every weighting of the atoms under which all told sets weigh nothing gives nothing to that set as well. Weightings drawn
 * by chance stand for all of them, in arithmetic modulo a prime of 26 bits: a set that can be derived over the rationals is found
 * (unless the prime divides a denominator of its only derivations); one that cannot is taken for one that can about once in 10^15.
 */
export interface Told {
  /** Whether one of these sets could be derived if the given sets were told beside those that are. */
  wouldGiveAway: (sets: readonly Atoms[], guarded: readonly Atoms[]) => boolean;
  tell: (sets: readonly Atoms[]) => void;
}

/** @param most how many sets are told at most */
export function nothingTold(atoms: number, most: number): Told {
  const next = scatter(20_260_801);
  const weightings = Array.from({ length: Math.min(atoms, most) + PROBES }, () =>
    Float64Array.from({ length: atoms }, next),
  );
  const after = (sets: readonly Atoms[]) => {
    const probes = weightings.slice(0, sets.length + PROBES).map((vector) => vector.slice());
    for (const set of sets) heldTo(probes, set);
    return probes;
  };
  return {
    wouldGiveAway: (sets, guarded) => {
      const probes = after(sets);
      return guarded.some((set) => probes.every((vector) => over(vector, set) === 0));
    },
    tell: (sets) => {
      for (const set of sets) heldTo(weightings, set);
    },
  };
}
