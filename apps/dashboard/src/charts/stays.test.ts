import { describe, expect, it } from "vitest";
import { day, mark, phqLane, picture, week } from "./lane.fixture.ts";
import { segmentsOf } from "./segments.ts";
import { gapsOf, joinStays, stayOn } from "./stays.ts";

const earlier = picture({
  episodeId: "e0",
  admittedOn: day(-70),
  dischargedOn: day(-43),
  from: day(-70),
  to: day(-36),
  placements: [{ levelOfCare: "php", from: day(-70), to: day(-43) }],
  measures: [phqLane([mark(-63, 20), mark(-49, 15)], [week(1, "done"), week(2, "refused"), week(3, "done")])],
  medications: [
    {
      medication: "Sertraline",
      segments: [{ from: day(-60), to: day(4), doseText: "50 mg", step: 0.5 }],
      changes: [],
    },
  ],
});
const main = picture({
  measures: [phqLane([mark(-49, 15, { takesPart: false }), mark(1, 12)], [week(0, "done")])],
  medications: [
    {
      medication: "sertraline",
      segments: [
        { from: day(-60), to: day(4), doseText: "50 mg", step: 0.5 },
        { from: day(5), to: null, doseText: "100 mg", step: 1 },
      ],
      changes: [],
    },
  ],
});
const joined = joinStays(main, [earlier]);
const stays = [main, earlier];

describe("all stays on one timeline", () => {
  it("reach from the first day to the last, and say the rest as the chosen stay says it", () => {
    expect(joined).toMatchObject({
      episodeId: "e",
      from: day(-70),
      to: day(27),
      admittedOn: main.admittedOn,
    });
    expect(joined.placements.map(({ levelOfCare }) => levelOfCare)).toEqual(["php", "iop"]);
  });

  it("hold each assessment once, and it takes part where its own stay says so", () => {
    const marks = joined.measures[0]?.marks ?? [];
    expect(marks.map(({ assessmentId, takesPart }) => [assessmentId, takesPart])).toEqual([
      ["a-63", true],
      ["a-49", true],
      ["a1", true],
    ]);
  });

  it("hold each medication once, whatever its case, with each dose once", () => {
    expect(joined.medications).toHaveLength(1);
    expect(joined.medications[0]?.segments.map(({ doseText }) => doseText)).toEqual(["50 mg", "100 mg"]);
  });

  it("draw no line across an empty week or from one stay into the next", () => {
    const gaps = gapsOf(stays, "phq-9");
    expect(gaps.map(({ from, to }) => [from, to])).toEqual([
      [day(-56), day(-50)],
      [day(-35), day(-1)],
    ]);
    const [lane] = joined.measures;
    expect(lane && segmentsOf(lane, gaps)).toHaveLength(3);
  });

  it("know the stay of a day, and the days of none", () => {
    expect(stayOn(stays, day(-60))?.episodeId).toBe("e0");
    expect(stayOn(stays, day(3))?.episodeId).toBe("e");
    expect(stayOn(stays, day(-20))).toBeNull();
  });

  it("of two that overlap by error, a day belongs to the one admitted last", () => {
    const twin = picture({ episodeId: "e2", admittedOn: day(7), from: day(7) });
    expect(stayOn([main, twin], day(10))?.episodeId).toBe("e2");
    expect(gapsOf([main, twin], "phq-9")).toEqual([]);
  });

  it("are the one stay where there is no other", () => {
    expect(joinStays(main, [])).toBe(main);
  });
});
