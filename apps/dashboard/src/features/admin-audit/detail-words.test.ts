import { expect, test } from "vitest";
import { detailWords } from "./detail-words.ts";

const NAMES = new Map([["p-1", "Ana Reyes"]]);

test("each fact of an entry is read in words", () => {
  expect(detailWords({ reason: "on call tonight", rowsFound: 3, words: 2 }, NAMES)).toEqual([
    "reason: on call tonight",
    "rows found: 3",
    "words: 2",
  ]);
});

test("a filter reads as its choices, and one that chose nothing is left out", () => {
  expect(detailWords({ filter: { level: "iop", overdue: true, therapist: null } }, NAMES)).toEqual([
    "filter: level iop, overdue yes, therapist none",
  ]);
  expect(detailWords({ filter: {} }, NAMES)).toEqual([]);
});

test("lists are read out whole, also inside one another", () => {
  expect(
    detailWords({ roles: [{ role: "director", program_ids: ["iop", "php"] }], removed: [] }, NAMES),
  ).toEqual(["roles: role director, program ids iop, php", "removed: none"]);
});

test("ids of people are read as their names, and others as they are", () => {
  const detail = { personId: "p-1", coveringPersonId: "p-9", personIds: ["p-1", "p-9"] };
  expect(detailWords(detail, NAMES)).toEqual([
    "person: Ana Reyes",
    "covering person id: p-9",
    "person ids: Ana Reyes, p-9",
  ]);
});
