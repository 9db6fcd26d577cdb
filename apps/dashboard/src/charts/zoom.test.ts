import { describe, expect, it } from "vitest";
import { day } from "./lane.fixture.ts";
import { dragged, zoomed } from "./zoom.ts";

const full = { from: day(0), to: day(99) };
const range = (from: number, to: number) => ({ from: day(from), to: day(to) });

describe("zooming by keys", () => {
  it("halves what is shown around the day of the line, and doubles it again", () => {
    expect(zoomed(full, full, { at: day(50), closer: true })).toEqual(range(25, 74));
    expect(zoomed(full, range(40, 59), { at: day(50), closer: false })).toEqual(range(30, 69));
  });

  it("stays inside what there is", () => {
    expect(zoomed(full, full, { at: day(99), closer: true })).toEqual(range(50, 99));
    expect(zoomed(full, full, { at: day(0), closer: true })).toEqual(range(0, 49));
  });

  it("ends with everything, and never comes closer than a week", () => {
    expect(zoomed(full, range(20, 79), { at: day(50), closer: false })).toBeNull();
    expect(zoomed(full, range(47, 54), { at: day(50), closer: true })).toEqual(range(47, 53));
    const short = range(0, 2);
    expect(zoomed(short, short, { at: day(1), closer: true })).toBeNull();
  });
});

describe("zooming by a drag", () => {
  it("selects the days in between, in whichever direction", () => {
    expect(dragged(full, day(10), day(30))).toEqual(range(10, 30));
    expect(dragged(full, day(30), day(10))).toEqual(range(10, 30));
  });

  it("selects at least a week", () => {
    expect(dragged(full, day(50), day(51))).toEqual(range(48, 54));
    expect(dragged(full, day(99), day(99))).toEqual(range(93, 99));
  });
});
