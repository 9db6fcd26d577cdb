import { describe, expect, it } from "vitest";
import { ADMITTED, date, day } from "./lane.fixture.ts";
import { clampX, dateAt, snap, timeScale, weekTicks, xOf, xStart } from "./time-scale.ts";

const scale = timeScale({ from: ADMITTED, to: day(27) }, { left: 100, right: 380 });

describe("the time scale", () => {
  it("gives every day the same width, the first and the last included", () => {
    expect(scale.days).toBe(28);
    expect(scale.dayWidth).toBe(10);
    expect(xStart(scale, ADMITTED)).toBe(100);
    expect(xStart(scale, day(27)) + scale.dayWidth).toBe(380);
  });

  it("puts a record in the middle of its day", () => {
    expect(xOf(scale, ADMITTED)).toBe(105);
    expect(xOf(scale, day(27))).toBe(375);
  });

  it("counts days over a change of the clocks as days", () => {
    const spring = timeScale({ from: date("2026-03-07"), to: date("2026-03-09") }, { left: 0, right: 30 });
    expect(xOf(spring, date("2026-03-09"))).toBe(25);
  });

  it("finds the day under a place, and back", () => {
    for (const n of [0, 1, 13, 27]) expect(dateAt(scale, xOf(scale, day(n)))).toBe(day(n));
  });

  it("holds places outside the plot to its first and last day", () => {
    expect(dateAt(scale, -50)).toBe(ADMITTED);
    expect(dateAt(scale, 900)).toBe(day(27));
    expect(clampX(scale, 900)).toBe(380);
  });

  it("draws one day without dividing by nothing", () => {
    expect(timeScale({ from: ADMITTED, to: ADMITTED }, { left: 0, right: 7 }).dayWidth).toBe(7);
  });
});

describe("the crosshair", () => {
  it("goes to a date with data that is near, else to the day under the pointer", () => {
    const dates = [day(3), day(4), day(10)];
    expect(snap(scale, dates, { x: xOf(scale, day(3)) + 4, reach: 5 })).toBe(day(3));
    expect(snap(scale, dates, { x: xOf(scale, day(3)) + 7, reach: 5 })).toBe(day(4));
    expect(snap(scale, dates, { x: xOf(scale, day(7)), reach: 5 })).toBe(day(7));
  });
});

describe("weeks on the axis", () => {
  it("start at admission and go on both sides of it", () => {
    const early = timeScale({ from: day(-10), to: day(27) }, { left: 0, right: 380 });
    expect(weekTicks(early, ADMITTED, 0).map(({ week }) => week)).toEqual([-1, 0, 1, 2, 3]);
  });

  it("label as many as find room, week 1 always among them", () => {
    const labels = (width: number) =>
      weekTicks(scale, ADMITTED, width).flatMap(({ week, labeled }) => (labeled ? [week] : []));
    expect(labels(70)).toEqual([0, 1, 2, 3]);
    expect(labels(71)).toEqual([0, 2]);
    expect(labels(141)).toEqual([0]);
  });
});
