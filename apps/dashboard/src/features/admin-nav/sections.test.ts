import { mayAtAll, type Role } from "@soundings/contract";
import { expect, test } from "vitest";
import { SECTIONS, sectionsFor } from "./sections.ts";

const namesFor = (role: Role) =>
  sectionsFor(SECTIONS.map(({ action }) => action).filter((action) => mayAtAll(action, [role]))).map(
    ({ name }) => name,
  );

test("an administrator finds the site, and no team meeting, since its patients are the director's", () => {
  expect(namesFor("administrator")).toEqual([
    "People",
    "Covers",
    "Programs",
    "Audit",
    "Opened from outside",
    "What is running",
  ]);
});

test("a director finds what belongs to the programs of the role", () => {
  expect(namesFor("director")).toEqual([
    "Covers",
    "Team meetings",
    "Programs",
    "Audit",
    "Opened from outside",
  ]);
});

test("who treats patients or marks attendance finds no administration", () => {
  expect(namesFor("therapist")).toEqual([]);
  expect(namesFor("front_desk")).toEqual([]);
});
