import {
  AGE_BANDS,
  DIMENSIONS,
  type Dimension,
  dimensionValue,
  LEVELS_OF_CARE,
  NOT_RECORDED,
  valueWords,
} from "@soundings/clinical";
import type { OutcomesOptions } from "@soundings/contract";
import { readStaffNames } from "@soundings/records";
import type { Posed } from "./questions.types.ts";

type Option = OutcomesOptions["dimensions"][Dimension][number];

/** Values that have an order of their own, which is not that of their names. */
const ORDERED: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  level: LEVELS_OF_CARE,
  age: AGE_BANDS.map(({ id }) => id),
};

function inOrder(dimension: Dimension, options: readonly Option[]): readonly Option[] {
  const order = ORDERED[dimension];
  const place = ({ value, label }: Option): readonly [number, string] => [
    value === NOT_RECORDED ? Number.MAX_SAFE_INTEGER : (order?.indexOf(value) ?? 0),
    label.toLowerCase(),
  ];
  return options.toSorted((a, b) => {
    const [one, other] = [place(a), place(b)];
    if (one[0] !== other[0]) return one[0] - other[0];
    return one[1] < other[1] ? -1 : 1;
  });
}

/** What a cohort can be narrowed by: every value on record in scope, and how many were discharged with it in the period. */
export function optionsOf({ store, holding, question }: Posed<"options">): OutcomesOptions {
  const { facts, site, wanted } = holding;
  const { from, to, asOf } = question;
  const counts = new Map(DIMENSIONS.map((dimension) => [dimension, new Map<string, number>()] as const));
  for (const one of facts) {
    const on = one.dischargedOn;
    const discharged = on !== null && on >= from && on <= to && on <= asOf ? 1 : 0;
    for (const [dimension, values] of counts) {
      const value = dimensionValue(one, site, dimension);
      values.set(value, (values.get(value) ?? 0) + discharged);
    }
  }
  const staff = readStaffNames(store.reader, [...(counts.get("therapist")?.keys() ?? [])]);
  const label = (dimension: Dimension, value: string) =>
    (dimension === "therapist" ? staff.get(value) : undefined) ?? valueWords(dimension, value, site);
  const entries = [...counts].map(([dimension, values]) => {
    const options = [...values].map(([value, discharged]) => ({
      value,
      label: label(dimension, value),
      discharged,
    }));
    return [dimension, inOrder(dimension, options)] as const;
  });
  return {
    question,
    today: wanted.today,
    dimensions: Object.fromEntries(entries) as OutcomesOptions["dimensions"],
  };
}
