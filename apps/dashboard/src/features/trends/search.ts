import { type TREND_SORTS, type TrendsFilter, trendsFilter } from "@soundings/contract";

export type TrendSort = (typeof TREND_SORTS)[number];

const WORDS: Readonly<Record<string, boolean>> = { true: true, false: false };

/** `true` and `false` are words in an address; every other text stays text. */
function meant(key: keyof TrendsFilter, value: unknown): unknown {
  return key === "medicated" && typeof value === "string" ? WORDS[value] : value;
}

/**
 * The filter that an address means. What cannot be understood is left out, so an old or mistyped link still opens a list;
 * what says nothing is left out too, so that one list has one address.
 */
export function parseTrendsFilter(search: Record<string, unknown>): TrendsFilter {
  const shape = trendsFilter.shape;
  const filter: Record<string, unknown> = {};
  for (const key of Object.keys(shape) as (keyof TrendsFilter)[]) {
    const parsed = shape[key].safeParse(meant(key, search[key]));
    if (parsed.success && parsed.data !== undefined && parsed.data !== "") filter[key] = parsed.data;
  }
  if (filter.sort === "review") delete filter.sort;
  if (filter.sort === undefined && filter.dir === "asc") delete filter.dir;
  return trendsFilter.parse(filter);
}

/** The filter with one more choice. */
export function withChoice(
  filter: TrendsFilter,
  choice: Partial<Record<keyof TrendsFilter, unknown>>,
): TrendsFilter {
  return parseTrendsFilter({ ...filter, ...choice });
}

/** Whose list it is, and how it is sorted. */
export function scopeOf({ prescriber, program, sort, dir }: TrendsFilter): TrendsFilter {
  return parseTrendsFilter({ prescriber, program, sort, dir });
}

type Direction = "asc" | "desc";

/** The direction in which a list is sorted by a key, or null when it is sorted by another. */
export function directionOf(filter: TrendsFilter, key: TrendSort): Direction | null {
  if ((filter.sort ?? "review") !== key) return null;
  return filter.dir ?? "asc";
}

/** Choosing a heading: first its more telling end, then the other, then who needs a review again. */
export function nextSort(filter: TrendsFilter, key: TrendSort, first: Direction): TrendsFilter {
  const now = directionOf(filter, key);
  if (now === null) return withChoice(filter, { sort: key, dir: first });
  if (now === first && key !== "review") {
    return withChoice(filter, { sort: key, dir: first === "asc" ? "desc" : "asc" });
  }
  return withChoice(filter, { sort: undefined, dir: undefined });
}

const NARROWING = ["reason", "medication", "medicated"] as const;

/** How many choices narrow the list besides whose it is. */
export function narrowingCount(filter: TrendsFilter): number {
  return NARROWING.filter((key) => filter[key] !== undefined).length;
}
