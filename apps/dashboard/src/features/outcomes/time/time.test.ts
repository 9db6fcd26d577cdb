import type { GroupMoves, OverTime, RuleMark, TimePoint, TrackWeek } from "@soundings/clinical";
import { parseCalendarDate } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import { controlOf, hasRisen, movedWeeks, notesOn } from "./figures.ts";
import { markSentences, marksInShort } from "./marks.ts";
import { periodWords, shortPeriod } from "./periods.ts";
import { chartWords, fewExpectedWords, movedWords, noMarksWords, openWords, togetherWords } from "./words.ts";

function day(text: string) {
  const date = parseCalendarDate(text);
  if (date === null) throw new Error(text);
  return date;
}

const PERCENT = "\u00a0%";

/** Points from January 2026 on. */
function points(
  values: readonly (number | null)[],
  marks: readonly (readonly RuleMark[])[] = [],
): TimePoint[] {
  return values.map((value, place) => {
    const month = String(place + 1).padStart(2, "0");
    return {
      from: day(`2026-${month}-01`),
      to: day(`2026-${month}-28`),
      open: false,
      n: value === null ? 0 : 50,
      numerator: value === null ? null : Math.round(value * 50),
      value,
      low: 0.44,
      high: 0.76,
      marks: marks[place] ?? [],
    };
  });
}

function answer(given: Partial<OverTime> = {}): OverTime {
  return {
    question: { from: day("2026-01-01"), to: day("2026-11-30"), asOf: day("2026-11-22"), filter: {} },
    definitions: 1,
    rules: "1",
    measure: "reliable-improvement",
    every: "month",
    chart: "p",
    center: 0.6,
    trial: false,
    points: points([0.6, 0.5, 0.7]),
    ...given,
  };
}

const wordsOf = (given: Partial<OverTime>) => markSentences(answer(given)).map(({ words }) => words);

describe("a period", () => {
  it("is named in full and in short", () => {
    expect(periodWords("2026-03-01", "month")).toBe("March 2026");
    expect(periodWords("2026-10-01", "quarter")).toBe("4th quarter of 2026");
    expect([shortPeriod("2026-03-01", "month"), shortPeriod("2026-04-01", "quarter")]).toEqual([
      "Mar 2026",
      "Q2 2026",
    ]);
  });
});

describe("what stands out", () => {
  it("says a point outside with the limit it is beyond", () => {
    expect(wordsOf({ points: points([0.6, 0.5, 0.41], [[], [], ["outside"]]) })).toEqual([
      `March 2026: 41${PERCENT}, below the lower limit 44${PERCENT}.`,
    ]);
    expect(wordsOf({ points: points([0.8], [["outside"]]) })).toEqual([
      `January 2026: 80${PERCENT}, above the upper limit 76${PERCENT}.`,
    ]);
  });

  it("says seven on one side once, with the side", () => {
    const marks = Array.from({ length: 8 }, (_, place): RuleMark[] =>
      place === 0 ? [] : ["seven_one_side"],
    );
    expect(wordsOf({ points: points([0.5, 0.65, 0.7, 0.66, 0.7, 0.65, 0.7, 0.62], marks) })).toEqual([
      `February 2026 to August 2026: 7 in a row above the center line 60${PERCENT}.`,
    ]);
  });

  it("tells two runs on either side apart", () => {
    const marks = Array.from({ length: 4 }, (): RuleMark[] => ["seven_one_side"]);
    const said = wordsOf({ points: points([0.65, 0.65, 0.55, 0.55], marks) });
    expect(said).toHaveLength(2);
    expect(said[0]).toContain("above");
    expect(said[1]).toContain("below");
  });

  it("gives a turning point to the rise that it ends and to the fall that it begins", () => {
    const marks = Array.from({ length: 5 }, (): RuleMark[] => ["seven_in_a_row"]);
    expect(wordsOf({ points: points([0.5, 0.6, 0.7, 0.6, 0.5], marks) })).toEqual([
      `January 2026 to March 2026: 3 in a row that rise, from 50${PERCENT} to 70${PERCENT}.`,
      `March 2026 to May 2026: 3 in a row that fall, from 70${PERCENT} to 50${PERCENT}.`,
    ]);
  });

  it("parts two rises where the value stands still", () => {
    const marks = Array.from({ length: 4 }, (): RuleMark[] => ["seven_in_a_row"]);
    expect(wordsOf({ points: points([0.5, 0.6, 0.6, 0.7], marks) })).toEqual([
      `January 2026 to February 2026: 2 in a row that rise, from 50${PERCENT} to 60${PERCENT}.`,
      `March 2026 to April 2026: 2 in a row that rise, from 60${PERCENT} to 70${PERCENT}.`,
    ]);
  });

  it("holds two of three together over the one between them", () => {
    const marks: RuleMark[][] = [["two_of_three"], [], ["two_of_three"]];
    const said = wordsOf({ points: points([0.72, 0.6, 0.73], marks) });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^January 2026 to March 2026: .*far above the center line/);
  });

  it("says every rule of a point, and nothing of a chart without marks", () => {
    expect(marksInShort(["outside", "two_of_three"])).toBe("outside the limits, two of three far out");
    expect(wordsOf({})).toEqual([]);
  });
});

describe("the chart", () => {
  it("says that limits are provisional, and that there are none", () => {
    expect(chartWords(answer())).not.toContain("Trial");
    expect(chartWords(answer({ trial: true }))).toContain("Trial limits");
    expect(chartWords(answer({ chart: "run", trial: true }))).not.toContain("Trial");
    expect(chartWords(answer({ center: null, points: [] }))).toContain("No center line");
  });

  it("says of a period that goes on that its point will move", () => {
    const [point] = points([0.6]);
    if (point === undefined) throw new Error("no point");
    expect(openWords(answer())).toBeNull();
    expect(openWords(answer({ points: [{ ...point, open: true }] }))).toBe(
      "January 2026 is not over as of Nov 22, 2026: its point will still move.",
    );
    const quarter = openWords(answer({ every: "quarter", points: [{ ...point, open: true }] }));
    expect(quarter).toMatch(/^The 1st quarter of 2026 is not over/);
  });

  it("says that limits are rough where few are expected, and of shares only", () => {
    expect(fewExpectedWords(answer())).toBeNull();
    const rare = fewExpectedWords(answer({ center: 0.02 }));
    expect(rare).toMatch(/^Most months .* fewer than 5 stays with the outcome/);
    expect(fewExpectedWords(answer({ center: 0.98, every: "quarter" }))).toMatch(/^Most quarters .* without/);
    expect(fewExpectedWords(answer({ center: 0.02, chart: "xmr" }))).toBeNull();
  });

  it("does not call one month or none steady", () => {
    expect(noMarksWords(answer({ points: points([0.6, null]) }))).toContain("One period");
    expect(noMarksWords(answer({ points: points([null]) }))).toContain("Nobody");
    expect(noMarksWords(answer())).toContain("No point stands out");
    expect(noMarksWords(answer({ chart: "run" }))).toContain("too few to tell a change from chance");
    expect(noMarksWords(answer())).not.toContain("no more than chance");
  });

  it("draws a gap as a gap", () => {
    const figure = controlOf(answer({ points: points([0.6, null]) }), []);
    expect(figure.points[1]).toMatchObject({ label: "Feb 2026", value: null, n: 0 });
    expect(figure.unit).toBe("percent");
    expect(controlOf(answer({ measure: "phq-9-fall" }), []).unit).toBe("points");
  });

  it("flags the notes that stand, of the program and the time that is shown, by day", () => {
    const note = (on: string, programId: string, isBack = false) => ({
      on: day(on),
      programId,
      text: on,
      takenBack: isBack ? { by: "A", at: "2026-03-01T00:00:00Z" as never } : null,
    });
    const all = [
      note("2026-03-02", "P1"),
      note("2026-02-02", "P2"),
      note("2025-12-31", "P1"),
      note("2026-02-03", "P1", true),
    ];
    expect(notesOn(answer(), all).map(({ on }) => on)).toEqual(["2026-02-02", "2026-03-02"]);
    const one = answer({ question: { ...answer().question, filter: { program: "P1" } } });
    expect(notesOn(one, all).map(({ on }) => on)).toEqual(["2026-03-02"]);
    expect(notesOn(answer({ points: [] }), all)).toEqual([]);
  });
});

describe("a track", () => {
  const week: TrackWeek = {
    from: day("2026-03-02"),
    n: 12,
    mean: 2.14,
    low: 0.91,
    high: 3.3,
    rose: 9,
    fell: 1,
    together: "up",
  };

  it("says how far it moved and how many went along", () => {
    expect(movedWords(week)).toBe(
      "Mar 2 to Mar 8, 2026: rose together by 2.1 points on average (0.9 to 3.3); 9 rose and 1 fell of",
    );
    expect(
      movedWords({ ...week, together: "down", mean: -2.14, low: -3.3, high: -0.91, rose: 1, fell: 9 }),
    ).toBe("Mar 2 to Mar 8, 2026: fell together by 2.1 points on average (0.9 to 3.3); 1 rose and 9 fell of");
  });

  it("names only the weeks in which it moved, newest first", () => {
    const later = { ...week, from: day("2026-03-16"), together: "down" } as const;
    const weeks = [week, { ...week, together: null }, { ...week, together: "no" } as const, later];
    const track: GroupMoves["tracks"][number] = { programId: "P1", track: null, weeks };
    expect(togetherWords(movedWeeks(track))).toBe("rose together in 1 week, fell together in 1 week");
    expect(togetherWords([])).toBe("never moved together");
    expect([hasRisen(track), hasRisen({ ...track, weeks: [later] })]).toEqual([true, false]);
    expect(movedWeeks(track).map(({ from }) => from)).toEqual(["2026-03-16", "2026-03-02"]);
  });
});
