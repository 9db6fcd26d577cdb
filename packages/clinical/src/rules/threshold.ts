/** Where a number comes from: a publication, or a default of the program without a published basis. */
export type Basis = "published" | "house";

/** A part of a whole, compared as integer products: [2, 3] is two thirds. */
export type Fraction = readonly [part: number, whole: number];

/** One number of a rule: evaluator, headline, label and help all read it here. */
export interface Threshold<V extends number | Fraction = number | Fraction> {
  readonly value: V;
  readonly unit: string;
  readonly basis: Basis;
}

export type Thresholds = Readonly<Record<string, Threshold>>;

/** A number with a published basis, named in the source of the rule. */
export function published<const V extends number | Fraction>(value: V, unit: string): Threshold<V> {
  return { value, unit, basis: "published" };
}

/** A program default without a published basis. */
export function house<const V extends number | Fraction>(value: V, unit: string): Threshold<V> {
  return { value, unit, basis: "house" };
}

/** Whether `part` of `whole` is less than the fraction; exact for integers. */
export function isBelow(part: number, whole: number, fraction: Fraction): boolean {
  return part * fraction[1] < whole * fraction[0];
}
