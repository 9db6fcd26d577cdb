import type { EpisodePicture, Evidence } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import { day, mark, phqLane, picture } from "./lane.fixture.ts";
import { rangeOf, spanChoices } from "./spans.ts";

const long = (more: Partial<EpisodePicture> = {}) => picture({ from: day(-14), to: day(99), ...more });
const offered = (of: EpisodePicture) => spanChoices(of).map(({ id }) => id);
const evidence = (on: number): Evidence[] => [
  { type: "medication_change", id: "m", on: day(on), text: "start" },
];

describe("the parts of a stay", () => {
  it("begin with admission where only a medication is older, and leave the rest one step away", () => {
    expect(offered(long())).toEqual(["all", "stay", "12", "4"]);
    expect(rangeOf(long(), "stay", null)).toEqual({ from: day(0), to: day(99) });
    expect(rangeOf(long(), "all", null)).toEqual({ from: day(-14), to: day(99) });
  });

  it("hold everything else that is older than admission", () => {
    const measured = long({ measures: [phqLane([mark(-3, 14)], [])] });
    expect(rangeOf(measured, "stay", null).from).toBe(day(-3));
  });

  it("are offered only where they show something else", () => {
    expect(offered(picture({}))).toEqual(["stay"]);
    expect(offered(picture({ to: day(40) }))).toEqual(["stay", "4"]);
  });

  it("show the stay where the chosen part is not offered any more", () => {
    expect(rangeOf(picture({}), "12", null)).toEqual({ from: day(0), to: day(27) });
  });

  it("reach back to the evidence of a chosen finding, and no further than the axis", () => {
    expect(rangeOf(long(), "4", evidence(20)).from).toBe(day(20));
    expect(rangeOf(long(), "stay", evidence(-5)).from).toBe(day(-5));
    expect(rangeOf(long(), "stay", evidence(-90)).from).toBe(day(-14));
    expect(rangeOf(long(), "4", evidence(98)).from).toBe(day(72));
  });

  it("end with the day of the picture before admission", () => {
    const before = picture({ from: day(-5), to: day(-2) });
    expect(rangeOf(before, "stay", null)).toEqual({ from: day(-2), to: day(-2) });
    expect(rangeOf(before, "all", null)).toEqual({ from: day(-5), to: day(-2) });
  });
});
