import { describe, expect, it } from "vitest";
import { drawFigure } from "./draw.ts";
import type { Drawing, DrawingElement } from "./drawing.ts";
import * as sample from "./figures.fixture.ts";
import { stopsOf } from "./parts/boxes.ts";

const SURFACE = { width: 900, text: 12 };
type Of<K extends DrawingElement["kind"]> = Extract<DrawingElement, { kind: K }>;

function all<K extends DrawingElement["kind"]>(drawing: Drawing, kind: K, words?: RegExp): Of<K>[] {
  return drawing.elements.filter(
    (element): element is Of<K> =>
      element.kind === kind && (words === undefined || words.test(element.about?.words ?? "")),
  );
}
const texts = (drawing: Drawing): string[] => all(drawing, "text").map(({ text }) => text);
const wordsOf = (drawing: Drawing): string[] => stopsOf(drawing).map(({ words }) => words);

/** Where a label of an axis stands. */
function at(drawing: Drawing, text: string): Of<"text"> {
  const found = all(drawing, "text").find((element) => element.text === text);
  if (!found) throw new Error(`no text ${text}`);
  return found;
}

describe("intervals", () => {
  const ROW = { key: "day", label: "Day track", n: 88, value: 0.5, low: 0.25, high: 0.75 };
  const NONE = { key: "x", label: "Weekend", n: 0, value: null, low: null, high: null };

  it("draws a share of 0.5 in the middle and its interval at the quarters", () => {
    const drawing = drawFigure(sample.intervals([ROW]), SURFACE);
    const [zero, half, one] = ["0\u00a0%", "50\u00a0%", "100\u00a0%"].map((text) => at(drawing, text).x);
    const [dot] = all(drawing, "circle", /^Day track/);
    const [interval] = all(drawing, "line", /^Day track/);
    expect(dot?.cx).toBeCloseTo(((zero ?? 0) + (one ?? 0)) / 2, 1);
    expect(dot?.cx).toBeCloseTo(half ?? 0, 1);
    expect(interval?.x1).toBeCloseTo(
      at(drawing, "20\u00a0%").x * 0.75 + at(drawing, "40\u00a0%").x * 0.25,
      1,
    );
    expect(interval?.x2).toBeCloseTo(at(drawing, "70\u00a0%").x / 2 + at(drawing, "80\u00a0%").x / 2, 1);
  });

  it("says n and interval, and draws nothing where there is no value", () => {
    const withheld = { ...NONE, key: "w", label: "Evening", n: null };
    const drawing = drawFigure(sample.intervals([ROW, NONE, withheld]), SURFACE);
    expect(wordsOf(drawing)).toEqual([
      "Whole program: 58\u00a0%.",
      "Day track: 50\u00a0%, 95\u00a0% interval 25–75\u00a0%, n = 88.",
      "Weekend: no data, n = 0.",
      "Evening: withheld.",
    ]);
    expect(all(drawing, "circle", /^(Weekend|Evening)/)).toEqual([]);
    expect(all(drawing, "line", /^(Weekend|Evening)/)).toEqual([]);
    expect(texts(drawing)).toEqual(expect.arrayContaining(["88", "0", "no data", "withheld"]));
    expect(stopsOf(drawing).map(({ key }) => key)).toEqual([null, "day", "x", "w"]);
  });

  it("ends an interval that goes on beyond the axis in an arrow", () => {
    const drawing = drawFigure(sample.intervals([{ ...ROW, high: 1.4 }]), SURFACE);
    expect(all(drawing, "path", /^Day track/)).toHaveLength(1);
    expect(all(drawFigure(sample.intervals([ROW]), SURFACE), "path", /^Day track/)).toHaveLength(0);
  });

  it("never calls a share all or nothing that is not", () => {
    const drawing = drawFigure(
      sample.intervals([
        { ...ROW, value: 0.998 },
        { ...ROW, key: "b", value: 0.002 },
      ]),
      SURFACE,
    );
    expect(wordsOf(drawing).join(" ")).toMatch(/over 99\u00a0%.*under 1\u00a0%/);
  });
});

describe("before and after", () => {
  const dots = [sample.dot("a", 20, 10), sample.dot("b", 12, 12), sample.dot("c", 5, 14)];
  const drawing = drawFigure(sample.beforeAfter(dots), SURFACE);

  it("is square, with both axes from 0 on the same scale", () => {
    const across = at(drawing, "25").x - at(drawing, "0").x;
    const [, up25] = all(drawing, "text").filter(({ text }) => text === "25");
    const [, up0] = all(drawing, "text").filter(({ text }) => text === "0");
    expect((up0?.y ?? 0) - (up25?.y ?? 0)).toBeCloseTo(across, 1);
  });

  it("draws a filled dot, a hollow one and a cross, each where its scores are", () => {
    const [improved] = all(drawing, "circle", /reliably improved/);
    const [none] = all(drawing, "circle", /no reliable change/);
    const [worsened] = all(drawing, "path", /reliably worsened/);
    expect(improved).toMatchObject({ fill: "better", about: { key: "a" } });
    expect(improved?.cx).toBeCloseTo(at(drawing, "20").x, 1);
    expect(none).toMatchObject({ fill: "paper", stroke: "ink-3" });
    expect(worsened).toMatchObject({ stroke: "worse" });
    expect(worsened?.fill).toBeUndefined();
    expect(improved?.about?.words).toBe(
      "PHQ-9: 20 on Jan 5, 2026, 10 on Mar 2, 2026 (−10), reliably improved.",
    );
  });

  it("draws caseness between the last score below it and the first at it", () => {
    const [across] = all(drawing, "line", /caseness threshold/);
    expect(across?.x1).toBeCloseTo(at(drawing, "10").x - (at(drawing, "10").x - at(drawing, "5").x) / 10, 1);
  });

  it("spreads patients with the same scores so that each is a dot of its own", () => {
    const same = drawFigure(
      sample.beforeAfter(Array.from({ length: 9 }, (_, place) => sample.dot(`e${place}`, 18, 9))),
      SURFACE,
    );
    const circles = all(same, "circle", /reliably improved/);
    expect(new Set(circles.map(({ cx, cy }) => `${cx}/${cy}`)).size).toBe(9);
    const [a, b] = circles;
    expect(Math.hypot((a?.cx ?? 0) - (b?.cx ?? 0), (a?.cy ?? 0) - (b?.cy ?? 0))).toBeGreaterThanOrEqual(
      2 * (a?.r ?? 0) * 0.99,
    );
  });

  it("draws each of those who come as one", () => {
    const few = drawFigure(sample.beforeAfter([{ ...sample.dot("e", 18, 9), patients: 4 }]), SURFACE);
    expect(all(few, "circle", /^4 patients/)).toHaveLength(4);
    expect(texts(few)).toContain("reliably improved: 4");
  });

  it("counts them where they are too many to be told apart", () => {
    const many = drawFigure(
      sample.beforeAfter(Array.from({ length: 70 }, (_, place) => sample.dot(`e${place}`, 18, 9))),
      SURFACE,
    );
    expect(wordsOf(many)).toContain("70 patients: PHQ-9 18 before, 9 after, reliably improved.");
    expect(all(many, "rect", /^70 patients/)).toHaveLength(1);
  });
});

describe("retention", () => {
  it("runs from 0 to 100\u00a0%, starts at 100\u00a0%, and falls where somebody left", () => {
    const drawing = drawFigure(sample.RETENTION, SURFACE);
    const top = at(drawing, "100\u00a0%").y;
    const bottom = at(drawing, "0\u00a0%").y;
    const curve = all(drawing, "path").find(({ stroke }) => stroke === "ink");
    const [startX, startY] = (curve?.d ?? "").slice(1).split(/[ ,L]/).map(Number);
    expect(startX).toBeCloseTo(at(drawing, "0").x, 1);
    expect((startY ?? 0) + 12 * 0.35).toBeCloseTo(top, 1);
    const [half] = all(drawing, "circle", /^Day 30/);
    expect(half?.cy).toBeCloseTo(top + (bottom - top) * 0.25 - 12 * 0.35, 1);
    expect(texts(drawing)).toEqual(expect.arrayContaining(["40", "30", "25"]));
  });

  it("ticks those who were followed no longer, and says where nobody was", () => {
    const drawing = drawFigure(sample.RETENTION, SURFACE);
    expect(all(drawing, "line", /5 followed no longer/)).toHaveLength(1);
    expect(wordsOf(drawing)).toContain("Day 90: no data, nobody was followed so long.");
    expect(all(drawing, "circle", /^Day 90/)).toEqual([]);
  });

  it("says below each tick beyond the days given how many the curve still follows", () => {
    const last = { day: 130, at_risk: 7, events: 0, censored: 7, survival: 0.6, low: 0.43, high: 0.74 };
    const drawing = drawFigure({ ...sample.RETENTION, curve: [...sample.RETENTION.curve, last] }, SURFACE);
    expect(wordsOf(drawing)).toEqual(
      expect.arrayContaining(["At risk on day 120: 7.", "At risk on day 150: 0."]),
    );
  });

  it("draws points with intervals and no line where there is no curve", () => {
    const drawing = drawFigure({ ...sample.RETENTION, curve: [] }, SURFACE);
    expect(wordsOf(drawing).join(" ")).not.toContain("day 120");
    expect(all(drawing, "path")).toEqual([]);
    expect(all(drawing, "circle", /^Day (30|60)/)).toHaveLength(2);
    expect(all(drawing, "line", /^Day 30/).length).toBeGreaterThan(0);
  });
});

describe("flow", () => {
  it("draws a share as a length from zero, and opens each box and those who drop out", () => {
    const drawing = drawFigure(sample.FLOW, SURFACE);
    const bars = all(drawing, "rect").filter(({ fill, about }) => fill === "ink-2" && about);
    const [first, second] = bars;
    expect(second?.width).toBeCloseTo((first?.width ?? 0) / 2, 0);
    expect(bars).toHaveLength(2);
    expect(stopsOf(drawing).map(({ key }) => key)).toEqual(
      expect.arrayContaining(["discharged", "without-pre", "with-pre", "not-paired-both", "paired-both"]),
    );
    expect(wordsOf(drawing)).toContain("With a baseline: 100 of 200 (50\u00a0%).");
    expect(texts(drawing)).toContain("withheld");
  });
});

describe("bands and weeks", () => {
  it("draws bars from zero in proportion, and none for what is withheld", () => {
    const drawing = drawFigure(
      sample.bands(60, [
        [40, 20],
        [null, 0],
      ]),
      SURFACE,
    );
    const [before] = all(drawing, "rect", /^Minimal/).filter(({ fill }) => fill === "paper");
    const [after] = all(drawing, "rect", /^Minimal/).filter(({ fill }) => fill === "ink-2");
    expect(after?.width).toBeCloseTo((before?.width ?? 0) / 2, 1);
    expect(all(drawing, "rect", /^Mild/)).toEqual([]);
    expect(wordsOf(drawing)).toContain("Mild: withheld before, 0 (0\u00a0%) after, of 60.");
  });

  it("fills in as much of a week as was measured", () => {
    const drawing = drawFigure(
      sample.weeks([
        [100, 25],
        [80, null],
        [0, 0],
      ]),
      SURFACE,
    );
    const [expected, measured] = all(drawing, "rect", /^Week 1:/);
    expect(measured?.height).toBeCloseTo((expected?.height ?? 0) / 4, 1);
    expect((measured?.y ?? 0) + (measured?.height ?? 0)).toBeCloseTo(
      (expected?.y ?? 0) + (expected?.height ?? 0),
      1,
    );
    expect(all(drawing, "rect", /^Week 2:/)).toHaveLength(1);
    expect(wordsOf(drawing)).toContain("Week 2: withheld, of 80 expected.");
    expect(drawing.spoken).toContain("Week 3: no data");
  });
});

describe("funnel", () => {
  it("tells where a group lies by its shape and names those outside", () => {
    const drawing = drawFigure(sample.FUNNEL, SURFACE);
    expect(all(drawing, "circle", /One/)).toHaveLength(1);
    expect(all(drawing, "path", /Two/)[0]).toMatchObject({ fill: "paper", stroke: "ink" });
    expect(all(drawing, "path", /Four/)[0]).toMatchObject({ fill: "ink" });
    expect(texts(drawing)).toEqual(expect.arrayContaining(["Therapist Two", "Therapist Four"]));
    expect(texts(drawing)).not.toContain("Therapist One");
    expect(drawing.spoken).toContain("Therapist Four: 20\u00a0%, n = 180, outside the 99.8\u00a0% limits.");
  });

  it("says where its scale begins unless that is 0", () => {
    const cut = /^The scale runs from \d+\u00a0% to \d+\u00a0%, not from 0\.$/;
    const near = sample.FUNNEL.points.map((point) => ({ ...point, value: 0.5 + (point.value - 0.5) / 10 }));
    const limits = sample.FUNNEL.limits.map(({ n }) => ({
      n,
      low95: 0.45,
      high95: 0.55,
      low998: 0.4,
      high998: 0.6,
    }));
    expect(
      texts(drawFigure({ ...sample.FUNNEL, points: near, limits }, SURFACE)).some((text) => cut.test(text)),
    ).toBe(true);
    const from0 = sample.FUNNEL.points.map((point) => ({ ...point, value: point.value / 10 }));
    expect(
      texts(drawFigure({ ...sample.FUNNEL, theta: 0.03, points: from0, limits: [] }, SURFACE)).some((text) =>
        cut.test(text),
      ),
    ).toBe(false);
  });

  it("puts groups and limits on the same scales", () => {
    const drawing = drawFigure(sample.FUNNEL, SURFACE);
    const [dot] = all(drawing, "circle", /One/);
    expect(dot?.cx).toBeCloseTo((at(drawing, "20").x + at(drawing, "60").x) / 2, 1);
    const [whole] = all(drawing, "line", /All therapists/);
    expect((whole?.y1 ?? 0) + 12 * 0.35).toBeCloseTo(at(drawing, "50\u00a0%").y, 1);
    const dashed = all(drawing, "path").filter(({ dash }) => dash);
    expect(dashed).toHaveLength(2);
  });
});

describe("control chart", () => {
  const values = [0.4, 0.5, null, 0.6, 0.9, 0.5] as const;
  const figure = sample.control(
    values.map((value, place) =>
      sample.period(place, value, {
        open: place === 5,
        marks: place === 4 ? ["outside"] : place === 3 ? ["seven_one_side"] : [],
      }),
    ),
  );
  const drawing = drawFigure(figure, SURFACE);

  it("never joins periods across a gap, nor up to one that has not ended", () => {
    const joined = all(drawing, "line").filter(
      ({ x1, x2, y1, y2, about, stroke }) => !about && stroke === "ink-3" && x1 !== x2 && y1 !== y2,
    );
    expect(joined).toHaveLength(2);
    expect(all(drawing, "path").filter(({ dash }) => dash)).toHaveLength(4);
  });

  it("marks what stands out by shape and letter, and hollows what has not ended", () => {
    expect(all(drawing, "path", /Month 5:.*outside the limits/)).toHaveLength(1);
    expect(texts(drawing)).toContain("s");
    expect(all(drawing, "circle", /Month 6, not ended yet/)[0]).toMatchObject({
      fill: "paper",
      stroke: "ink",
    });
    expect(wordsOf(drawing)).toContain("Month 3: no data.");
    expect(all(drawing, "circle", /Month 3/)).toEqual([]);
  });

  it("numbers the notes and says that few periods make trial limits", () => {
    expect(texts(drawing).join("\n")).toMatch(/1 {2}Mar 10, 2025: Evening track opened/);
    expect(texts(drawing).join("\n")).toContain("trial limits");
    expect(drawing.spoken).toContain("Center 50\u00a0%.");
  });

  it("starts a share at zero", () => {
    expect(texts(drawing)).toContain("0\u00a0%");
  });
});

describe("levels and tracks", () => {
  it("draws ribbons as thick as their numbers, and a withheld one as a dashed line", () => {
    const drawing = drawFigure(sample.LEVELS, SURFACE);
    const thick = (words: RegExp) => {
      const [, y0, end] =
        /^M[\d.]+ ([\d.]+)C.* ([\d.]+)Z$/.exec(all(drawing, "path", words)[0]?.d ?? "") ?? [];
      return Number(end) - Number(y0);
    };
    expect(thick(/^From the community/)).toBeCloseTo(1.5 * thick(/earlier stay at residential/), 1);
    const [withheld] = all(drawing, "path", /withheld/);
    expect(withheld).toMatchObject({
      stroke: "nodata",
      dash: [3, 3],
      about: { key: "moved/iop/transferred_up_out" },
    });
    expect(wordsOf(drawing)).toContain(
      "From partial hospitalization to intensive outpatient: 50 stays (100\u00a0% of those from there).",
    );
    // A total would give away the number that is withheld.
    expect(wordsOf(drawing).join(" ")).not.toContain("51 stays");
  });

  it("marks weeks in which a track moved together, and leaves out a week without values", () => {
    const drawing = drawFigure(sample.tracks([0.2, null, 3, -3]), SURFACE);
    expect(all(drawing, "path", /up together/)[0]).toMatchObject({ fill: "worse" });
    expect(all(drawing, "path", /down together/)[0]).toMatchObject({ fill: "better" });
    expect(all(drawing, "circle", /Mar 2/)).toEqual([]);
    expect(wordsOf(drawing).join(" ")).toContain("Week of Mar 2, 2026: no data");
  });

  it("leaves the height to weeks that can be told: two patients have an interval wider than all scores", () => {
    const known = sample.tracks([1, -1, 0.5]);
    const weeks = sample
      .tracks([1, -1, 0.5, 0])
      .weeks.map((week) => (week.mean === 0 ? { ...week, n: 2, low: -44, high: 44, together: null } : week));
    const drawing = drawFigure({ ...known, weeks }, SURFACE);
    const scale = (of: typeof drawing) => texts(of).filter((text) => /^[+−]/.test(text));
    expect(scale(drawing)).toEqual(scale(drawFigure(known, SURFACE)));
    expect(all(drawing, "line", /too few to say/)).toEqual([]);
  });
});
