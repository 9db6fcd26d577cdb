import { compareText } from "../../findings/order.ts";
import { LEVELS_OF_CARE, MODALITIES, SEXES } from "../../records/codes.ts";
import type { Site } from "../../records/types.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import { AGE_BANDS, DIAGNOSIS_GROUPS, dimensionValue } from "../groups.ts";
import { type Dimension, NOT_RECORDED } from "../question.ts";

export interface Group {
  readonly value: string;
  readonly facts: readonly EpisodeFacts[];
}

/** Dimensions whose values have an order of their own; all others go by name. */
const NATURAL: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  level: LEVELS_OF_CARE,
  modality: MODALITIES,
  sex: SEXES,
  age: AGE_BANDS.map(({ id }) => id),
  diagnosis: DIAGNOSIS_GROUPS.map(({ id }) => id),
};

function inOrder(site: Site, by: Dimension): (a: Group, b: Group) => number {
  const natural = NATURAL[by];
  const nameOf = (value: string): string =>
    by === "program" ? (site.programs.get(value)?.name ?? value) : value;
  const placeOf = (value: string): number => {
    if (value === NOT_RECORDED) return Number.MAX_SAFE_INTEGER;
    const place = natural?.indexOf(value) ?? -1;
    return place === -1 ? (natural?.length ?? 0) : place;
  };
  return (a, b) =>
    placeOf(a.value) - placeOf(b.value) ||
    compareText(nameOf(a.value), nameOf(b.value)) ||
    compareText(a.value, b.value);
}

/**
 * The groups of a dimension in the order of their values' names (levels, bands of age, groups of diagnoses and the like in
 * their natural order), those not recorded last: never by outcome, which would be a ranking.
 */
export function groupsInOrder(facts: readonly EpisodeFacts[], site: Site, by: Dimension): readonly Group[] {
  const groups = new Map<string, EpisodeFacts[]>();
  for (const one of facts) {
    const value = dimensionValue(one, site, by);
    const held = groups.get(value);
    if (held === undefined) groups.set(value, [one]);
    else held.push(one);
  }
  return [...groups].map(([value, members]) => ({ value, facts: members })).toSorted(inOrder(site, by));
}
