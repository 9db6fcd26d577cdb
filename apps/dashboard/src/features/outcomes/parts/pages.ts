/** The pages of program outcomes that share a question, in the order in which they are named. */
export const PAGES = [
  { key: "overview", to: "/outcomes", name: "Overview" },
  { key: "compare", to: "/outcomes/compare", name: "Groups compared" },
  { key: "time", to: "/outcomes/time", name: "Over time" },
  { key: "levels", to: "/outcomes/levels", name: "Levels of care" },
  { key: "quality", to: "/outcomes/quality", name: "Data quality" },
  { key: "reports", to: "/outcomes/reports", name: "Reports" },
  { key: "method", to: "/outcomes/method", name: "Method" },
] as const;

export type OutcomesPageKey = (typeof PAGES)[number]["key"];
