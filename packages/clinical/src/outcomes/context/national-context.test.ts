import { expect, test } from "vitest";
import { NATIONAL_CONTEXT } from "./national-context.ts";

const toOneDecimal = (value: number) => Math.round(value * 10) / 10;

const shares = NATIONAL_CONTEXT.years.flatMap(({ year, shares: of }) =>
  of.map((share) => ({ year, ...share })),
);

test("holds eight years, one after the other", () => {
  expect(NATIONAL_CONTEXT.years.map(({ year }) => year)).toEqual([
    "2017-18",
    "2018-19",
    "2019-20",
    "2020-21",
    "2021-22",
    "2022-23",
    "2023-24",
    "2024-25",
  ]);
});

test.each(shares)("$measure of $year is its published percentage", ({ numerator, denominator, percent }) => {
  expect(toOneDecimal((100 * numerator) / denominator)).toBe(percent);
});

test("divides recovery by those at caseness, and improvement by all who finished", () => {
  const latest = NATIONAL_CONTEXT.years.at(-1);
  const denominators = latest?.shares.map(({ measure, denominator }) => [measure, denominator]);
  expect(denominators).toEqual([
    ["reliable-improvement", 670_419],
    ["reliable-deterioration", 670_419],
    ["recovery", 635_185],
    ["reliable-recovery", 635_185],
  ]);
});

test.each(NATIONAL_CONTEXT.effects)(
  "the effect sizes of $therapy follow from its means",
  ({ phq9, gad7 }) => {
    for (const { meanStart, meanEnd, sdStart, effectSize } of [phq9, gad7]) {
      expect(toOneDecimal((meanStart - meanEnd) / sdStart)).toBe(effectSize);
    }
  },
);

test("says with the figures that they are no target, whose they are, and under which license", () => {
  expect(NATIONAL_CONTEXT.notATarget).toMatch(/not a target/);
  expect(NATIONAL_CONTEXT.why).toMatch(/outpatient therapy.*at least two attended sessions/);
  expect(NATIONAL_CONTEXT.attribution).toContain("Open Government Licence v3.0");
});
