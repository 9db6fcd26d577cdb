/** One statistical method in words, made where possible from the numbers that compute it. */
export interface StatisticalMethod {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** Where it is used and what it says, plain; then what it does not say. */
  readonly words: string;
  readonly formula: string;
  readonly source: string;
}

/** A share as a whole percentage. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

export const OURS = "Soundings; no published basis";
