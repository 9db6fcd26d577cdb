import type { StatisticalMethod } from "./define.ts";
import { OF_GROUPS } from "./of-groups.ts";
import { OVER_TIME } from "./over-time.ts";
import { SINGLE_FIGURES } from "./single-figures.ts";

const ALL = [...SINGLE_FIGURES, ...OF_GROUPS, ...OVER_TIME] as const;
export type MethodId = (typeof ALL)[number]["id"];

/** Every statistical method of program outcomes, in the order in which a page explains them. */
export const METHODS: readonly (StatisticalMethod & { readonly id: MethodId })[] = ALL;
