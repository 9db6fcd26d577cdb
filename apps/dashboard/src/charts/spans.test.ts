import type { EpisodePicture } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import { day, mark, phqLane, picture } from "./lane.fixture.ts";
import { rangeOf, spanChoices } from "./spans.ts";

const long = (more: Partial<EpisodePicture> = {}) => picture({ from: day(-14), to: day(99), ...more });
const offered = (of: EpisodePicture) => spanChoices(of).map(({ id }) => id);

describe("the parts of a stay", () => {
  it("begin with admission where only a medication is older, and leave the rest one step away", () => {
    expect(offered(long())).toEqual(["all", "stay", "12", "4"]);
    expect(rangeOf(long(), "stay", [])).toEqual({ from: day(0), to: day(99) });
    expect(rangeOf(long(), "all", [])).toEqual({ from: day(-14), to: day(99) });
  });

  it("hold everything else that is older than admission", () => {
    const measured = long({ measures: [phqLane([mark(-3, 14)], [])] });
    expect(rangeOf(measured, "stay", []).from).toBe(day(-3));
  });

  it("are offered only where they show something else", () => {
    expect(offered(picture({}))).toEqual(["stay"]);
    expect(offered(picture({ to: day(40) }))).toEqual(["stay", "4"]);
  });

  it("offer all stays where there are others", () => {
    expect(spanChoices(picture({}), true).map(({ id, label }) => [id, label])).toEqual([
      ["all", "All stays"],
      ["stay", "Whole stay"],
    ]);
  });

  it("show the stay where the chosen part is not offered any more", () => {
    expect(rangeOf(picture({}), "12", [])).toEqual({ from: day(0), to: day(27) });
  });

  it("reach back to what must be in sight, and no further than the axis", () => {
    expect(rangeOf(long(), "4", [day(20)]).from).toBe(day(20));
    expect(rangeOf(long(), "stay", [day(-5)]).from).toBe(day(-5));
    expect(rangeOf(long(), "stay", [day(-90)]).from).toBe(day(-14));
    expect(rangeOf(long(), "4", [day(98)]).from).toBe(day(72));
  });

  it("end with the day of the picture before admission", () => {
    const before = picture({ from: day(-5), to: day(-2) });
    expect(rangeOf(before, "stay", [])).toEqual({ from: day(-2), to: day(-2) });
    expect(rangeOf(before, "all", [])).toEqual({ from: day(-5), to: day(-2) });
  });
});
