import { describe, expect, it } from "vitest";
import { courseOf } from "../course/course.ts";
import { evaluateChart } from "../findings/evaluate.ts";
import { medicationLens } from "../lens/lens.ts";
import { drawEpisode } from "../picture/draw.ts";
import {
  assessment,
  chart,
  day,
  decision,
  EXAMPLE_SITE,
  event,
  medicationChange,
  placement,
  result,
  screen,
  session,
} from "../records/example-chart.ts";
import type { Chart } from "../records/types.ts";
import { makePaper } from "./make.ts";
import type { PaperScope, PaperSource } from "./source.ts";
import { PAPER_KINDS, PAPER_PARTS, type Paper, type PaperKind, type PaperPart } from "./types.ts";

const AS_OF = day("2026-03-16");

function sourceOf(given: Chart): PaperSource {
  const [evaluation] = evaluateChart(given, EXAMPLE_SITE, AS_OF);
  return {
    asOf: AS_OF,
    patient: given.patient,
    age: 36,
    programName: "Example IOP",
    therapistName: "Robin Therapist",
    prescriberName: null,
    picture: drawEpisode(given, EXAMPLE_SITE, "e-1", AS_OF),
    findings: evaluation?.findings ?? [],
    stepDown: evaluation?.stepDown ?? null,
    course: courseOf(given, EXAMPLE_SITE, "e-1", AS_OF),
    lens: medicationLens(given, EXAMPLE_SITE, "e-1", AS_OF),
  };
}

const ITEMS = [2, 2, 2, 2, 2, 1, 1, 1, 2, null];

const FULL = chart({
  placements: [placement()],
  assessments: [
    assessment("a-1", "2026-02-02", { instrument: "phq-9", items: ITEMS }),
    assessment("a-2", "2026-03-09", { instrument: "phq-9", total: 22 }),
    assessment("a-3", "2026-03-09", { instrument: "gad-7", items: [1, 1, null, null, null, null, null] }),
  ],
  sessions: [
    session("s-1", "2026-03-10T17:00"),
    session("s-2", "2026-03-12T17:00", { status: "no_show" }),
    session("s-3", "2026-03-13T17:00", { status: "cancelled_program" }),
    session("s-4", "2026-02-04T17:00", { status: "no_show" }),
  ],
  screens: [
    screen("u-1", "2026-03-03", { results: [result("cocaine", { result: "positive" })] }),
    screen("u-2", "2026-03-10", { results: [result("cocaine")] }),
    screen("u-3", "2026-03-12", { disposition: "refused" }),
    screen("u-4", "2026-03-14", { results: [result("cocaine", { result: null, resultStatus: null })] }),
    screen("u-5", "2026-03-15", { validity: "dilute", results: [result("cocaine")] }),
  ],
  medicationChanges: [
    medicationChange("m-1", "2026-02-05", { dose: "50", unit: "mg", reason: "told of a secret" }),
  ],
  events: [event("x-1", "2026-03-01", { kind: "crisis", note: "called at night" })],
  decisions: [
    decision("d-1", "2026-03-11", { decision: "continue", levelOfCare: "iop", reason: "has a reason" }),
  ],
});

/** Every word that a paper shows. */
function wordsOf(paper: Paper): string {
  const sections = paper.sections.flatMap((section) => {
    if (section.kind === "lines") return [section.heading, ...section.lines];
    if (section.kind === "table")
      return [section.heading, ...section.table.columns, ...section.table.rows.flat()];
    return [section.heading, JSON.stringify(section.picture)];
  });
  return [paper.title, ...paper.about.flat(), ...sections, paper.foot].join("\n");
}

function only(...parts: readonly PaperPart[]): PaperScope {
  return { parts: new Set(parts), freeText: false };
}

function linesUnder(paper: Paper, heading: string): readonly string[] {
  const section = paper.sections.find((one) => one.heading === heading);
  if (section?.kind === "lines") return section.lines;
  if (section?.kind === "table") return section.table.rows.map((row) => row.join(" | "));
  return [];
}

describe.each(PAPER_KINDS)("a paper of the kind %s", (kind) => {
  it.each<[string, Chart]>([
    ["nothing on record", chart()],
    [
      "one measure",
      chart({ assessments: [assessment("a", "2026-02-02", { instrument: "phq-9", items: ITEMS })] }),
    ],
    ["all answers missing", chart({ assessments: [assessment("a", "2026-02-02", { instrument: "phq-9" })] })],
    ["everything", FULL],
  ])("says something in every section and every cell with %s", (_, given) => {
    const paper = makePaper(kind, sourceOf(given));
    for (const section of paper.sections) {
      expect(section.heading.trim()).not.toBe("");
      if (section.kind === "lines") expect(section.lines.length).toBeGreaterThan(0);
      if (section.kind === "table") expect(section.table.rows.length).toBeGreaterThan(0);
    }
    const texts = paper.sections.flatMap((section) => {
      if (section.kind === "lines") return section.lines;
      return section.kind === "table" && section.heading !== "Findings" ? section.table.rows.flat() : [];
    });
    for (const text of [...texts, ...paper.about.flat()]) expect(text.trim()).not.toBe("");
    expect(wordsOf(paper)).not.toMatch(/undefined|NaN/);
  });

  it("is the same for the same source", () => {
    expect(makePaper(kind, sourceOf(FULL))).toEqual(makePaper(kind, sourceOf(FULL)));
  });

  it("holds no free text when it leaves, and says that a reason is on record", () => {
    const words = wordsOf(makePaper(kind, sourceOf(FULL), { parts: new Set(PAPER_PARTS), freeText: false }));
    expect(words).not.toMatch(/secret|called at night|has a reason/);
  });

  it("names nobody when identity was not chosen", () => {
    const words = wordsOf(
      makePaper(kind, sourceOf(FULL), only(...PAPER_PARTS.filter((p) => p !== "identity"))),
    );
    expect(words).not.toContain("Example Patient");
    expect(words).not.toContain("1990-01-01");
    expect(words).toContain("p-1");
  });

  it.each<[PaperPart, RegExp]>([
    ["measures", /PHQ-9 (22|\d+ →)|Your score was|"score":22|22 of 27/],
    ["screens", /cocaine|positive|negative of/i],
    ["medications", /sertraline/i],
    ["decisions", /Decided to continue/],
    ["events", /crisis/i],
    ["attendance", /\d+ of \d+ sessions? attended,|You came|no_show/],
  ])("holds nothing of %s when only the others were chosen", (part, own) => {
    const others = PAPER_PARTS.filter((one) => one !== part);
    const paper = makePaper(kind, sourceOf(FULL), only(...others));
    expect(wordsOf(paper)).not.toMatch(own);
    expect(paper.leftOut).toEqual([part]);
  });
});

describe("the summary", () => {
  const paper = makePaper("summary", sourceOf(FULL));

  it("says findings with urgency in words and the dates of their evidence", () => {
    const [first] = linesUnder(paper, "Findings");
    expect(first).toMatch(/^(Now|Today|This week) \| .+ \| .+\(2026-\d\d-\d\d\)/);
  });

  it("says scores with their change and what it is worth", () => {
    const [phq, gad] = linesUnder(paper, "Scores");
    expect(phq).toBe("PHQ-9 22 of 27 (severe) on 2026-03-09; 15 → 22 since 2026-02-02 (+7), reliably worse");
    expect(gad).toBe("GAD-7: no data, none is scored in this stay");
  });

  it("says attendance of 14 days and of the stay, without what the program canceled", () => {
    expect(linesUnder(paper, "Attendance")).toEqual([
      "Last 14 days: 1 of 2 sessions attended, 3 h",
      "This stay: 1 of 3 sessions attended, 3 h",
    ]);
  });

  it("gives the reason of a decision inside, and says that there is one outside", () => {
    expect(linesUnder(paper, "Decisions")).toEqual(["2026-03-11: Decided to continue at IOP: has a reason"]);
    const leaving = makePaper("summary", sourceOf(FULL), { parts: new Set(PAPER_PARTS), freeText: false });
    expect(linesUnder(leaving, "Decisions")[0]).toContain("a note is on record");
  });

  it("shows eight of 40 medications and counts the others; the review has all", () => {
    const many = chart({
      medicationChanges: Array.from({ length: 40 }, (_, place) =>
        medicationChange(`m-${place}`, "2026-02-05", {
          medication: `drug ${String(place).padStart(2, "0")}`,
        }),
      ),
    });
    const lines = linesUnder(makePaper("summary", sourceOf(many)), "Current medication");
    expect(lines).toHaveLength(9);
    expect(lines.at(-1)).toBe("and 32 more, see the data file");
    expect(linesUnder(makePaper("review", sourceOf(many)), "Current medication")).toHaveLength(40);
  });

  it("does not call it free of findings when they rest on a part that was not chosen", () => {
    const words = linesUnder(makePaper("summary", sourceOf(FULL), only("identity", "course")), "Findings");
    expect(words).toEqual(["Not part of this document."]);
  });
});

describe.each(["summary", "review"] as const)("a %s with screens and without medications", (kind) => {
  it("gives results as recorded, and nothing that tells what is prescribed", () => {
    const prescribed = chart({
      screens: [screen("u-1", "2026-03-03", { results: [result("buprenorphine", { result: "positive" })] })],
      medicationChanges: [medicationChange("m-1", "2026-02-05", { medication: "buprenorphine" })],
    });
    const paper = makePaper(kind, sourceOf(prescribed), only("course", "screens"));
    expect(linesUnder(paper, "Drug screens")).toEqual(["2026-03-03 | positive"]);
    expect(wordsOf(paper)).not.toMatch(/prescribed|unexpected|buprenorphine/);
  });
});

it("says why a measure is missing only beside the events that tell it", () => {
  const missed = event("x", "2026-02-20", { kind: "measure_missed", result: "refused" });
  const source = sourceOf(chart({ assessments: FULL.assessments, events: [missed] }));
  const picture = (scope?: PaperScope) => JSON.stringify(makePaper("summary", source, scope).sections[0]);
  expect(picture()).toContain('"state":"refused"');
  expect(picture(only("course", "measures"))).not.toContain("refused");
});

describe("the review", () => {
  it("gives every criterion its state and values, and decides nothing", () => {
    const source = sourceOf(FULL);
    const paper = makePaper("review", source);
    expect(linesUnder(paper, "Step-down criteria")).toHaveLength(source.stepDown?.criteria.length ?? -1);
    const words = wordsOf(paper);
    expect(words).toContain("They are no decision on placement.");
    expect(words).not.toMatch(/\b(must|should|approve|deny|meets criteria)\b/i);
  });

  it("names what is missing to decide", () => {
    const missing = linesUnder(
      makePaper("review", sourceOf(chart({ placements: [placement()] }))),
      "For review",
    );
    expect(missing.join(" ")).toMatch(/Missing to decide: .*PHQ-9/);
  });

  it("hides the criteria that rest on a part that was not chosen, and the verdict over all", () => {
    const paper = makePaper("review", sourceOf(FULL), only("course", "measures", "attendance"));
    const rows = linesUnder(paper, "Step-down criteria");
    expect(rows.filter((row) => row.includes("Not part of this document."))).toHaveLength(2);
    expect(linesUnder(paper, "For review").join(" ")).not.toContain("criterion is met");
  });

  it("marks what is prorated, incomplete or known by its total only", () => {
    const rows = linesUnder(makePaper("review", sourceOf(FULL)), "Scores");
    expect(rows.join("\n")).toMatch(/2026-03-09 \| GAD-7 \| no data .*not scored, 2 of 7 answered/);
    expect(rows.join("\n")).toMatch(/22 of 27 \| severe \| \+7, reliably worse \| total only/);
  });
});

describe("the patient's copy", () => {
  const paper = makePaper("patient_copy", sourceOf(FULL));
  const words = wordsOf(paper);

  it("holds no finding, no rule, no note, no event, and no word about risk", () => {
    for (const finding of sourceOf(FULL).findings) {
      expect(words).not.toContain(finding.headline);
      expect(words).not.toContain(finding.rule);
    }
    expect(words).not.toMatch(/risk|crisis|has a reason|secret|suicid|carry-over|unexpected|prescribed/i);
  });

  it("gives a drug test one word: positive, negative, not given, or that there is none", () => {
    expect(linesUnder(paper, "Tests by date")).toEqual([
      "March 3, 2026 | positive",
      "March 10, 2026 | negative",
      "March 12, 2026 | not given",
      "March 14, 2026 | no result yet",
      "March 15, 2026 | no clear result",
    ]);
  });

  it("says in plain words how scores changed", () => {
    expect(linesUnder(paper, "Your PHQ-9 scores").at(-1)).toBe(
      "Your score was 15 on February 2, 2026 and 22 on March 9, 2026. That is 7 points higher, which is worse.",
    );
    expect(linesUnder(paper, "Your GAD-7 scores").at(-1)).toBe("There is no score on record yet.");
    expect(linesUnder(paper, "GAD-7, score by score")[0]).toContain(
      "no score (you answered 2 of 7 questions)",
    );
  });

  it("says of a score that was worked out from some answers that it was", () => {
    const some = { instrument: "phq-9", items: [1, 1, 1, 1, null, 1, 1, 1, null, null] } as const;
    const later = assessment("a-2", "2026-03-09", some);
    const first = assessment("a-1", "2026-02-02", { instrument: "phq-9", items: ITEMS });
    const lineOf = (...assessments: Chart["assessments"]) =>
      linesUnder(makePaper("patient_copy", sourceOf(chart({ assessments }))), "Your PHQ-9 scores").at(-1);
    expect(lineOf(first, later)).toContain("15 on February 2, 2026 and 9 (from 7 of 9 answers) on March 9");
    expect(lineOf(later)).toContain("one score so far: 9 (from 7 of 9 answers), on March 9");
    expect(lineOf({ ...later, assessmentId: "a-0", administeredOn: day("2026-02-02") }, later)).toMatch(
      /9 \(from 7 of 9 answers\) on February 2, 2026 and 9 \(from 7 of 9 answers\) on March 9.*the same/,
    );
  });

  it("counts sessions and names the lines for help", () => {
    expect(linesUnder(paper, "Your sessions")[0]).toBe(
      "You came to 1 of 3 sessions that were planned for you so far.",
    );
    expect(words).toContain("988");
    expect(words).toContain("911");
  });
});

const kinds: readonly PaperKind[] = PAPER_KINDS;
it("draws the picture in the summary only", () => {
  const withPicture = kinds.filter((kind) =>
    makePaper(kind, sourceOf(FULL)).sections.some((section) => section.kind === "picture"),
  );
  expect(withPicture).toEqual(["summary"]);
});
