import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ADMITTED, day, mark, phqLane, picture } from "./lane.fixture.ts";
import { FIRST_LINES, keptLines, toggled } from "./lines.ts";
import { medicationRows } from "./medication-rows.ts";
import { scoreLines } from "./score-lines.ts";
import { spokenSummary } from "./spoken.ts";

const at = (score: number) => ({
  ...phqLane([mark(1, score), mark(8, 19)], []),
  baseline: { score, on: day(1), assessmentId: "a1" },
});
const texts = (score: number, lines = FIRST_LINES) => scoreLines(at(score), lines).map(({ text }) => text);

describe("lines behind the scores", () => {
  it("lie on both sides of the baseline by what the instrument calls reliable, and say the direction", () => {
    expect(scoreLines(at(12), FIRST_LINES).map(({ id, score }) => [id, score])).toEqual([
      ["worse", 18],
      ["baseline", 12],
      ["better", 6],
    ]);
    expect(texts(12)).toEqual(["+6 reliably worse ↑", "baseline 12", "−6 reliably better ↓"]);
  });

  it("are left out where no score can reach them", () => {
    expect(texts(22)).not.toContain("+6 reliably worse ↑");
    expect(texts(21)).toContain("+6 reliably worse ↑");
    expect(texts(5)).not.toContain("−6 reliably better ↓");
    expect(texts(6)).toContain("−6 reliably better ↓");
  });

  it("need a baseline, but for caseness", () => {
    expect(scoreLines(phqLane([], []), new Set(["baseline", "reliable", "caseness"]))).toMatchObject([
      { id: "caseness", score: 10, from: null },
    ]);
  });

  it("are shown and hidden one by one", () => {
    expect([...toggled(FIRST_LINES, "caseness")]).toEqual(["bands", "baseline", "reliable", "caseness"]);
    expect([...toggled(FIRST_LINES, "bands")]).toEqual(["baseline", "reliable"]);
    expect(texts(12, toggled(FIRST_LINES, "reliable"))).toEqual(["baseline 12"]);
  });
});

describe("the lines that are kept", () => {
  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    Object.defineProperty(globalThis, "localStorage", {
      configurable: true,
      value: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
      },
    });
  });
  afterEach(() => Reflect.deleteProperty(globalThis, "localStorage"));

  it("are the person's own", () => {
    keptLines.keep("one", new Set(["caseness"]));
    expect([...keptLines.read("one")]).toEqual(["caseness"]);
    expect(keptLines.read("another")).toBe(FIRST_LINES);
  });

  it("are the first ones where nothing, or nonsense, is kept", () => {
    expect(keptLines.read("one")).toBe(FIRST_LINES);
    kept.set("soundings-timeline-lines", '{"personId":"one","lines":["gauge"]}');
    expect(keptLines.read("one")).toBe(FIRST_LINES);
  });
});

describe("rows of medication", () => {
  const medication = (n: number, to: number | null) => ({
    medication: `m${n}`,
    segments: [{ from: day(0), to: to === null ? null : day(to), doseText: "", step: null }],
    changes: [],
  });
  const shown = { from: day(14), to: day(27) };
  const injection = (name: string, n: number) => ({
    injectionId: `i${n}`,
    on: day(n),
    medication: name,
    text: "",
  });

  it("are all drawn while they are few", () => {
    const few = picture({ medications: [medication(0, 3), medication(1, null)] });
    expect(medicationRows(few, shown)).toMatchObject({ folded: [], low: false });
  });

  it("fold what has nothing in the days that are shown, once they are many", () => {
    const many = picture({
      medications: Array.from({ length: 12 }, (_, n) => medication(n, n < 9 ? null : 3)),
    });
    const { rows, folded, low } = medicationRows(many, shown);
    expect([rows.length, folded.map(({ lane }) => lane.medication), low]).toEqual([
      9,
      ["m9", "m10", "m11"],
      true,
    ]);
  });

  it("take injections to their medication, and give others a row of their own", () => {
    const { rows } = medicationRows(
      picture({
        medications: [{ ...medication(0, null), medication: "Naltrexone" }],
        injections: [
          injection("naltrexone ER", 20),
          injection("Paliperidone", 21),
          injection("paliperidone", 26),
        ],
      }),
      shown,
    );
    expect(rows.map(({ lane, injections }) => [lane.medication, injections.length])).toEqual([
      ["Naltrexone", 1],
      ["Paliperidone", 2],
    ]);
  });
});

describe("the spoken summary", () => {
  it("says each measure with its dates and its change", () => {
    const words = spokenSummary(picture({ measures: [at(12)] }));
    expect(words).toContain("Admitted Jan 5, 2026");
    expect(words).toContain("PHQ-9: 12 at baseline on Jan 6, 2026, 19, moderate, on Jan 13, 2026 (+7).");
  });

  it("says what is not known, never that it is well", () => {
    const words = spokenSummary(picture({ measures: [phqLane([], [])] }));
    for (const part of [
      "PHQ-9: no data.",
      "Attendance: no data.",
      "No drug screens.",
      "No current medication is recorded.",
    ])
      expect(words).toContain(part);
  });

  it("names the baseline as such while it is the only score", () => {
    const lane = { ...phqLane([mark(0, 9)], []), baseline: { score: 9, on: ADMITTED, assessmentId: "a0" } };
    expect(spokenSummary(picture({ measures: [lane] }))).toContain(
      "9, moderate, on Jan 5, 2026, the baseline.",
    );
  });
});
