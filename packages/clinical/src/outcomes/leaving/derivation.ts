import { addTimes, inverse, PRIME, remainder, scatter } from "./field.ts";

type Vector = Float64Array;
/** Atoms of a set. Those of the other side of an equation stand as their complement `~atom`, which is below 0. */
type Atoms = readonly number[];

/** Many small sets, one after the other in one list: they are looked through again for every claim. */
interface Guarded {
  readonly atoms: Int32Array;
  /** Where each set ends. */
  readonly ends: Int32Array;
}

function guardedOf(sets: readonly Atoms[]): Guarded {
  let end = 0;
  return {
    atoms: Int32Array.from(sets.flat()),
    ends: Int32Array.from(sets, ({ length }) => {
      end += length;
      return end;
    }),
  };
}

/** Whether every vector gives nothing to one of the sets. */
function givesAway({ atoms, ends }: Guarded, vectors: readonly Vector[]): boolean {
  const [first = new Float64Array(), ...others] = vectors;
  let at = 0;
  for (const end of ends) {
    const start = at;
    let sum = 0;
    for (; at < end; at += 1) sum += first[atoms[at] ?? 0] ?? 0;
    if (sum !== 0 && sum % PRIME !== 0) continue;
    const set = [...atoms.subarray(start, end)];
    if (others.every((vector) => over(vector, set) === 0)) return true;
  }
  return false;
}

/** Two more than there are equations: so many are asked whether a set can be derived. */
const PROBES = 2;

/** The sum of a vector over atoms, less that over the atoms of an equation's other side. */
function over(vector: Vector, atoms: Atoms): number {
  let sum = 0;
  for (const atom of atoms) sum += atom >= 0 ? (vector[atom] ?? 0) : PRIME - (vector[~atom] ?? 0);
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
    addTimes(vector, factor, taken);
  }
}

/**
 * What can be worked out of the counts that are told, by adding and taking away, however often and in whatever proportion. A set
 * can be derived exactly when every weighting of the atoms under which all told sets weigh nothing gives nothing to that set as well. Weightings drawn
 * by chance stand for all of them, in arithmetic modulo a prime of 26 bits: a set that can be derived over the rationals is found
 * (unless the prime divides a denominator of its only derivations); one that cannot is taken for one that can about once in 10^15.
 */
export interface Told {
  /** Whether a guarded set could be derived if the given sets were told beside those that are. */
  wouldGiveAway: (sets: readonly Atoms[]) => boolean;
  tell: (sets: readonly Atoms[]) => void;
}

/**
 * @param atoms how many there are
 * @param most how many sets are told at most
 * @param guarded sets that may not be derived
 */
export function nothingTold(atoms: number, most: number, guarded: readonly Atoms[]): Told {
  const watched = guardedOf(guarded);
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
    wouldGiveAway: (sets) => givesAway(watched, after(sets)),
    tell: (sets) => {
      for (const set of sets) heldTo(weightings, set);
    },
  };
}
