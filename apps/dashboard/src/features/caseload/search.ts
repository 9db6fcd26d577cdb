import { type CaseloadFilter, type CaseloadSort, caseloadFilter } from "@soundings/contract";

const WORDS: Readonly<Record<string, boolean>> = { true: true, false: false };

/** `true` and `false` are words in an address; every other text stays text. */
function meant(key: keyof CaseloadFilter, value: unknown): unknown {
  const isFlag = key === "overdue" || key === "ready";
  return isFlag && typeof value === "string" ? WORDS[value] : value;
}

const isUnset = (value: unknown) => value === undefined || value === "" || value === false;

/** The filter without what is searched for: a name has no place in an address, which a browser and a proxy remember. */
type CaseloadAddress = Omit<CaseloadFilter, "q">;

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** What a caseload is searched for. It stays in this browser, with the one entry of its history. */
    readonly searched?: string;
  }
}

/** The way to a list: its address, and beside it what is searched for. */
export function listAt(filter: CaseloadFilter) {
  const { q, ...search } = filter;
  return { to: "/caseload", search, state: q === undefined ? {} : { searched: q } } as const;
}

/**
 * The filter that an address means. What cannot be understood is left out, so an old or mistyped link still opens a list;
 * what says nothing (the default order, an empty search) is left out too, so that one list has one address. A list is that
 * of one person: a therapist in an address comes before a prescriber.
 */
export function parseCaseloadFilter(search: Record<string, unknown>): CaseloadFilter {
  const shape = caseloadFilter.shape;
  const filter: Record<string, unknown> = {};
  for (const key of Object.keys(shape) as (keyof CaseloadFilter)[]) {
    const parsed = shape[key].safeParse(meant(key, search[key]));
    if (parsed.success && !isUnset(parsed.data)) filter[key] = parsed.data;
  }
  if (filter.therapist !== undefined) delete filter.prescriber;
  if (filter.sort === "urgency") delete filter.sort;
  if (filter.sort === undefined && filter.dir === "asc") delete filter.dir;
  return caseloadFilter.parse(filter);
}

/** What of an address stays in the address. */
export function parseCaseloadAddress(search: Record<string, unknown>): CaseloadAddress {
  return listAt(parseCaseloadFilter(search)).search;
}

/** The filter with one more choice; the list starts again where it is sorted. */
export function withChoice(
  filter: CaseloadFilter,
  choice: Partial<Record<keyof CaseloadFilter, unknown>>,
): CaseloadFilter {
  return parseCaseloadFilter({ ...filter, ...choice });
}

/** Whose list it is, of which day: what the counts at the top count over. */
export function scopeOf({ therapist, prescriber, program, asOf, sort, dir }: CaseloadFilter): CaseloadFilter {
  return parseCaseloadFilter({ therapist, prescriber, program, asOf, sort, dir });
}

type Direction = "asc" | "desc";

/** The direction in which a list is sorted by a key, or null when it is sorted by another. */
export function directionOf(filter: CaseloadFilter, key: CaseloadSort): Direction | null {
  if ((filter.sort ?? "urgency") !== key) return null;
  return filter.dir ?? "asc";
}

/** Choosing a heading: first its more telling end, then the other, then the worklist order again. */
export function nextSort(filter: CaseloadFilter, key: CaseloadSort, first: Direction): CaseloadFilter {
  const now = directionOf(filter, key);
  if (now === null) return withChoice(filter, { sort: key, dir: first });
  if (now === first) return withChoice(filter, { sort: key, dir: first === "asc" ? "desc" : "asc" });
  return withChoice(filter, { sort: undefined, dir: undefined });
}

const NARROWING = ["level", "finding", "urgency", "overdue", "ready", "q"] as const;

/** How many choices narrow the list besides whose it is and of which day. */
export function narrowingCount(filter: CaseloadFilter): number {
  return NARROWING.filter((key) => filter[key] !== undefined).length;
}
