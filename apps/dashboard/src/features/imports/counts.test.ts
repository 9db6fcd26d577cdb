import { expect, it } from "vitest";
import { countWords, openWords, totalOf, warningWords } from "./counts.ts";

const file = { file: "a.csv", rows: 412, created: 390, updated: 8, unchanged: 9, rejected: 5 };

it("says where every row went", () => {
  expect(countWords(file)).toBe("412 rows: 398 in, 9 unchanged, 5 set aside");
  expect(countWords({ rows: 1, created: 0, updated: 0, unchanged: 0, rejected: 1 })).toBe(
    "1 row: 0 in, 1 set aside",
  );
});

it("adds files up", () => {
  expect(totalOf({ files: [file, file], warnings: 0 })).toEqual({
    rows: 824,
    created: 780,
    updated: 16,
    unchanged: 18,
    rejected: 10,
  });
  expect(totalOf({ files: [], warnings: 0 }).rows).toBe(0);
});

it("says of what is counted over other people's patients that it is not told, and never zero", () => {
  const own = { file: "a.csv", rows: null, created: null, updated: null, unchanged: null, rejected: 3 };
  const words = "set aside among your patients; other rows: no data";
  expect(countWords(own)).toBe(`3 ${words}`);
  expect(countWords(totalOf({ files: [own, own], warnings: null }))).toBe(`6 ${words}`);
  expect(countWords(totalOf({ files: [], warnings: null }))).toBe(`0 ${words}`);
  expect([warningWords(null), warningWords(0), warningWords(2)]).toEqual([
    "warnings: no data",
    null,
    "2 warnings",
  ]);
});

it("tells apart what was mended and what is still open", () => {
  expect(openWords({ rejected: 0, open: 0 })).toBeNull();
  expect(openWords({ rejected: 5, open: 0 })).toBe("all set-aside rows settled");
  expect(openWords({ rejected: 5, open: 2 })).toBe("2 still set aside");
});
