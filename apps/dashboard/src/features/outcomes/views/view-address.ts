import { keepViewInput, type OUTCOME_PAGES, type OutcomeView } from "@soundings/contract";

export type ViewPage = (typeof OUTCOME_PAGES)[number];
export type ViewFilter = OutcomeView["filter"];

const PATHS = {
  overview: "/outcomes",
  patients: "/outcomes/patients",
  compare: "/outcomes/compare",
  time: "/outcomes/time",
  levels: "/outcomes/levels",
  quality: "/outcomes/quality",
} as const satisfies Readonly<Record<ViewPage, string>>;

export const PAGE_NAMES: Readonly<Record<ViewPage, string>> = {
  overview: "Overview",
  patients: "Patients",
  compare: "Groups compared",
  time: "Over time",
  levels: "Levels of care",
  quality: "Data quality",
};

/** The page of a path; null where no view is kept, such as the page of methods. */
export function pageAt(path: string): ViewPage | null {
  const found = Object.entries(PATHS).find(([, one]) => one === path.replace(/\/$/, ""));
  return found === undefined ? null : (found[0] as ViewPage);
}

export function pathOf(page: ViewPage): (typeof PATHS)[ViewPage] {
  return PATHS[page];
}

/** What an address asks, as a view keeps it; what is no part of a question is left out. */
export function filterAt(search: Readonly<Record<string, unknown>>): ViewFilter {
  const parsed = keepViewInput.shape.filter.safeParse(search);
  return parsed.success ? parsed.data : {};
}

/** Whether a page that asks this is the view: the same page with the same question, in whatever order it is written. */
export function isShown(view: Pick<OutcomeView, "page" | "filter">, page: ViewPage, filter: ViewFilter) {
  const written = (one: ViewFilter) =>
    JSON.stringify(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return view.page === page && written(view.filter) === written(filter);
}
