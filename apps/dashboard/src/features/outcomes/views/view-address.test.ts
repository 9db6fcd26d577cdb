import { expect, test } from "vitest";
import { filterAt, isShown, pageAt, pathOf } from "./view-address.ts";

test("a page is known by its path, whether or not it ends with a slash; others keep no view", () => {
  expect(pageAt("/outcomes")).toBe("overview");
  expect(pageAt("/outcomes/time/")).toBe("time");
  expect(pageAt("/outcomes/method")).toBeNull();
  expect(pageAt("/outcomes/reports/r-1")).toBeNull();
  expect(pathOf("quality")).toBe("/outcomes/quality");
});

test("what is asked is kept, the rest of an address is not", () => {
  expect(filterAt({ program: "p-1", by: "payer", measure: "recovery", other: "x" })).toEqual({
    program: "p-1",
    by: "payer",
    measure: "recovery",
  });
});

test("a view is shown when page and question are the same in any order", () => {
  const view = { page: "compare", filter: { program: "p-1", by: "payer" } } as const;
  expect(isShown(view, "compare", { by: "payer", program: "p-1" })).toBe(true);
  expect(isShown(view, "compare", { by: "payer" })).toBe(false);
  expect(isShown(view, "time", { by: "payer", program: "p-1" })).toBe(false);
});
