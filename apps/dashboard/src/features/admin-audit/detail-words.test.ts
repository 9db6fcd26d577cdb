import { expect, test } from "vitest";
import { detailWords } from "./detail-words.ts";

test("each fact of an entry is a line of words", () => {
  expect(detailWords({ reason: "on call tonight", rowsFound: 3, words: 2 })).toEqual([
    "reason: on call tonight",
    "rows found: 3",
    "words: 2",
  ]);
});

test("a filter reads as its choices, and one that chose nothing is left out", () => {
  expect(detailWords({ filter: { level: "iop", overdue: true, therapist: null } })).toEqual([
    "filter: level iop, overdue yes, therapist none",
  ]);
  expect(detailWords({ filter: {} })).toEqual([]);
});

test("lists are read out whole, also inside one another", () => {
  expect(detailWords({ roles: [{ role: "director", program_ids: ["iop", "php"] }], removed: [] })).toEqual([
    "roles: role director, program ids iop, php",
    "removed: none",
  ]);
});
