import { expect, it } from "vitest";
import { countWords, openWords, totalOf } from "./counts.ts";

const file = { file: "a.csv", rows: 412, created: 390, updated: 8, unchanged: 9, rejected: 5 };

it("says where every row went", () => {
  expect(countWords(file)).toBe("412 rows: 398 in, 9 unchanged, 5 set aside");
  expect(countWords({ rows: 1, created: 0, updated: 0, unchanged: 0, rejected: 1 })).toBe(
    "1 row: 0 in, 1 set aside",
  );
});

it("adds files up", () => {
  expect(totalOf([file, file])).toEqual({
    rows: 824,
    created: 780,
    updated: 16,
    unchanged: 18,
    rejected: 10,
  });
  expect(totalOf([]).rows).toBe(0);
});

it("tells apart what was mended and what is still open", () => {
  expect(openWords({ rejected: 0, open: 0 })).toBeNull();
  expect(openWords({ rejected: 5, open: 0 })).toBe("all set-aside rows settled");
  expect(openWords({ rejected: 5, open: 2 })).toBe("2 still set aside");
});
