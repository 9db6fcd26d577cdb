import type { WeekState } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import { ADMITTED, day, mark, phqLane, week } from "./lane.fixture.ts";
import { holesOf, lineMarks, segmentsOf } from "./segments.ts";

const ids = (lane: Parameters<typeof segmentsOf>[0]) =>
  segmentsOf(lane, holesOf(lane, ADMITTED)).map((segment) => segment.map(({ assessmentId }) => assessmentId));

describe("the line of an instrument", () => {
  it("joins measures of weeks that follow each other", () => {
    const lane = phqLane([mark(1, 12), mark(8, 10)], [week(0, "done"), week(1, "done")]);
    expect(ids(lane)).toEqual([["a1", "a8"]]);
  });

  it.each<WeekState>(["missing", "refused", "absent", "not_asked", "unable"])(
    "breaks at a week that is %s",
    (state) => {
      const lane = phqLane([mark(1, 12), mark(15, 10)], [week(0, "done"), week(1, state), week(2, "done")]);
      expect(ids(lane)).toEqual([["a1"], ["a15"]]);
    },
  );

  it("does not break at a week that is still due, or that holds a late score", () => {
    const late = phqLane(
      [mark(1, 12), mark(8, 11), mark(15, 10)],
      [week(0, "done"), week(1, "late"), week(2, "due")],
    );
    expect(ids(late)).toEqual([["a1", "a8", "a15"]]);
  });

  it("joins two measures of one week, and a baseline before admission", () => {
    const lane = phqLane([mark(-2, 14), mark(1, 12), mark(4, 10)], [week(0, "done")]);
    expect(ids(lane)).toEqual([["a-2", "a1", "a4"]]);
  });

  it("leaves out what has no score or takes no part, whatever the order", () => {
    const lane = phqLane([mark(8, 9), mark(3, null), mark(2, 20, { takesPart: false }), mark(1, 12)], []);
    expect(lineMarks(lane).map(({ assessmentId }) => assessmentId)).toEqual(["a1", "a8"]);
  });

  it("has no segment without a score", () => {
    expect(ids(phqLane([mark(3, null)], [week(0, "missing")]))).toEqual([]);
  });
});

describe("holes", () => {
  it("are the empty weeks with their seven days, and not the week that is due", () => {
    const lane = phqLane([], [week(0, "done"), week(1, "absent"), week(2, "due")]);
    expect(holesOf(lane, ADMITTED)).toMatchObject([{ from: day(7), to: day(13), week: { state: "absent" } }]);
  });
});
