import { expect, test } from "vitest";
import { createPace } from "./pace.ts";

test("the first few are done at once, then one in every so often", () => {
  const pace = createPace(3, 5_000);
  expect([0, 100, 200].map((now) => pace.take(now))).toEqual([0, 0, 0]);
  const wait = pace.take(300);
  expect(wait).toBeGreaterThan(4_000);
  expect(pace.take(300 + wait)).toBe(0);
  expect(pace.take(400 + wait)).toBeGreaterThan(4_000);
});

test("an hour of one a second is done one in five seconds", () => {
  const pace = createPace(10, 5_000);
  const seconds = Array.from({ length: 3_600 }, (_, second) => pace.take(second * 1_000));
  expect(seconds.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 0));
  const done = seconds.filter((wait) => wait === 0).length;
  expect(done).toBeGreaterThan(700);
  expect(done).toBeLessThan(740);
});

test("after a rest the first few are done at once again, and a clock that is set back loses none", () => {
  const pace = createPace(2, 1_000);
  for (const now of [0, 0, 0]) pace.take(now);
  expect([60_000, 60_000].map((now) => pace.take(now))).toEqual([0, 0]);
  expect(pace.take(60_000)).toBeGreaterThan(0);
  expect(pace.take(50_000)).toBe(1_000);
  expect(pace.take(51_000)).toBe(0);
});
