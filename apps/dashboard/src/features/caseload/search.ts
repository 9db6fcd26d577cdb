import { type CaseloadFilter, caseloadFilter } from "@soundings/contract";

const WORDS: Readonly<Record<string, boolean>> = { true: true, false: false };

/** `true` and `false` are words in an address; every other text stays text. */
function meant(key: keyof CaseloadFilter, value: unknown): unknown {
  const isFlag = key === "overdue" || key === "ready";
  return isFlag && typeof value === "string" ? WORDS[value] : value;
}

const isUnset = (value: unknown) => value === undefined || value === "" || value === false;

/**
 * The filter that an address means. What cannot be understood is left out, so an old or mistyped link still opens a list;
 * what says nothing (the default order, an empty search) is left out too, so that one list has one address.
 */
export function parseCaseloadSearch(search: Record<string, unknown>): CaseloadFilter {
  const shape = caseloadFilter.shape;
  const filter: Record<string, unknown> = {};
  for (const key of Object.keys(shape) as (keyof CaseloadFilter)[]) {
    const parsed = shape[key].safeParse(meant(key, search[key]));
    if (parsed.success && !isUnset(parsed.data)) filter[key] = parsed.data;
  }
  if (filter.sort === "urgency") delete filter.sort;
  if (filter.sort === undefined && filter.dir === "asc") delete filter.dir;
  return caseloadFilter.parse(filter);
}
