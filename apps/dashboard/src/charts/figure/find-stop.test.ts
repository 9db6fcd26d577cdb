import type { Stop } from "@soundings/figures";
import { expect, it } from "vitest";
import { fileNameOf } from "./file-name.ts";
import { nearestStop, stopByKey } from "./find-stop.ts";

const stop = (left: number, top: number, size: number): Stop => ({
  words: `At ${left}.`,
  key: null,
  places: [0],
  box: { left, top, right: left + size, bottom: top + size },
});
const STOPS = [stop(0, 0, 200), stop(100, 100, 8), stop(300, 100, 8)];

it("finds the nearest small mark within reach, and no large one by its box", () => {
  expect(nearestStop(STOPS, 104, 104)).toBe(1);
  expect(nearestStop([stop(96, 96, 20), ...STOPS], 104, 104)).toBe(2);
  expect(nearestStop(STOPS, 20, 20)).toBeNull();
  expect(nearestStop(STOPS, 290, 104)).toBe(2);
  expect(nearestStop(STOPS, 260, 300)).toBeNull();
  expect(nearestStop([], 0, 0)).toBeNull();
});

it("goes from mark to mark by the arrow keys and stays at the ends", () => {
  expect(stopByKey("ArrowRight", STOPS, null)).toBe(0);
  expect(stopByKey("ArrowRight", STOPS, 0)).toBe(1);
  expect(stopByKey("ArrowDown", STOPS, 2)).toBe(2);
  expect(stopByKey("ArrowLeft", STOPS, 0)).toBe(0);
  expect(stopByKey("End", STOPS, 0)).toBe(2);
  expect(stopByKey("PageUp", STOPS, 2)).toBe(0);
  expect(stopByKey("a", STOPS, 1)).toBeNull();
  expect(stopByKey("ArrowRight", [], null)).toBeNull();
});

it("names a file by what it shows, of whom and when, in letters that every system keeps", () => {
  const caption = { program: "North / South", period: "", asOf: "Nov 21, 2026" };
  expect(fileNameOf("PHQ-9 before & after", caption)).toBe("phq-9-before-after-north-south-nov-21-2026");
});
