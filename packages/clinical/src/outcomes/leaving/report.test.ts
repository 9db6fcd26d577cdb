import { describe, expect, test } from "vitest";
import { addDays } from "../../calendar/civil.ts";
import { programFromTemplate } from "../../programs/from-template.ts";
import type { DischargeReason } from "../../records/codes.ts";
import { day } from "../../records/example-chart.ts";
import type { Site } from "../../records/types.ts";
import { facts, measured } from "../example-facts.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import type { CohortQuestion } from "../question.ts";
import { sizesKnown } from "./attacker.testkit.ts";
import { leavingFigureOf } from "./figure.ts";
import { planOf } from "./plan.ts";
import { leavingQuestion } from "./question.ts";
import { reportOf } from "./report.ts";
import type { LeavingJson, OutcomesReport, ReportCell, ReportInput } from "./report.types.ts";

const AS_OF = day("2026-06-30");
const YEAR: CohortQuestion = { from: day("2025-07-01"), to: AS_OF, asOf: AS_OF, filter: {} };
const SITE: Site = { zone: "America/Los_Angeles" as Site["zone"], programs: new Map() };

/** Numbers from 0 to 1 that are the same every time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const REASONS: readonly (DischargeReason | null)[] = [
  "completed",
  "completed",
  "completed",
  "transferred_down",
  "against_advice",
  "lost_contact",
  "deceased",
  null,
];

type UpTo = (most: number) => number;

function weeksStayed(upTo: UpTo) {
  const expected = upTo(9);
  return {
    expected,
    measured: Array.from({ length: expected }, (_, week) => week).filter(() => upTo(10) > 0),
  };
}

/** Mostly both questionnaires, before and after. */
function scores(upTo: UpTo) {
  const pre = upTo(20) > 0 ? 5 + upTo(16) : null;
  const post =
    pre === null || upTo(12) === 0 ? null : Math.min(21, Math.max(0, pre - 4 + upTo(9) - upTo(14)));
  return { pre, post, second: upTo(50) > 0 ? post : null };
}

const PAYERS = ["large", "large", "large", "middle", "middle", "seldom, such as a person’s name"];

/** Stays of two years: some not measured, some worse, groups of every size. */
function clinic(stays: number, seed: number): readonly EpisodeFacts[] {
  const next = chance(seed);
  const upTo = (most: number) => Math.floor(next() * most);
  return Array.from({ length: stays }, (_, place) => {
    const admittedOn = addDays(day("2024-06-01"), upTo(740));
    const ended = addDays(admittedOn, 5 + upTo(80));
    const over = ended <= AS_OF;
    const { pre, post, second } = scores(upTo);
    const weeks = weeksStayed(upTo);
    return measured([pre, post], [pre, second], {
      episodeId: `episode-${place}`,
      patientId: `patient-${place % 97}`,
      programId: upTo(10) < 7 ? "north" : "south",
      therapistId: `therapist-${upTo(6)}`,
      asOf: AS_OF,
      admittedOn,
      dischargedOn: over ? ended : null,
      dischargeReason: over ? (REASONS[upTo(REASONS.length)] ?? null) : null,
      payer: (place % 90 === 7 ? PAYERS[5] : PAYERS[upTo(5)]) ?? null,
      age: 18 + upTo(60),
      sex: upTo(2) === 0 ? "female" : "male",
      phq9AtDischarge: upTo(5) > 0,
      weeks,
      attendance: { attended: weeks.expected * 3, countable: weeks.expected * 3 + upTo(4) },
      screens: { negative: upTo(3), submitted: 3, scheduled: 4, longestRun: 1 },
    });
  });
}

function inputOf(stays: readonly EpisodeFacts[], given: Partial<ReportInput> = {}): ReportInput {
  return {
    facts: stays,
    site: SITE,
    question: YEAR,
    organization: null,
    synthetic: false,
    madeOn: AS_OF,
    notes: null,
    also: null,
    ...given,
  };
}

function cellsOf({ sections }: OutcomesReport): readonly ReportCell[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "table" ? block.rows.flat() : [])),
  );
}

const isTold = (value: unknown): value is number => typeof value === "number";
/** A count that may be told. */
const isFree = (count: number) => count === 0 || count > 10;

/** Sets of the JSON of which one lies in the other: what is between them is a count as well. */
function between({ all, completers }: OutcomesReport["json"]): readonly (readonly [unknown, unknown])[] {
  const rates = Object.entries(all.measures).flatMap(([id, rate]) => {
    const part = completers.measures[id as keyof LeavingJson["measures"]];
    if ("suppressed" in rate || id === "weekly-measurement") return [];
    const inner =
      "suppressed" in part
        ? []
        : ([
            [rate.denominator, part.denominator],
            [rate.numerator, part.numerator],
          ] as const);
    return [[rate.denominator, rate.numerator] as const, ...inner];
  });
  const { flow } = all;
  return [
    [flow.discharged, flow.with_pre],
    [flow.with_pre, flow.paired_phq9],
    [flow.with_pre, flow.paired_gad7],
    [flow.paired_phq9, flow.paired_both],
    [flow.paired_gad7, flow.paired_both],
    [flow.discharged, completers.flow.discharged],
    [flow.paired_phq9, completers.flow.paired_phq9],
    [flow.paired_both, completers.flow.paired_both],
    [completers.flow.discharged, completers.flow.paired_both],
    ...rates,
  ];
}

describe.each([40, 160, 400])("the report of %i stays", (stays) => {
  const input = inputOf(clinic(stays, stays));
  const report = reportOf(input);

  test("tells no count of 1 to 10, nor one as what is left of another", () => {
    for (const [whole, part] of between(report.json)) {
      if (isTold(whole)) expect(isFree(whole)).toBe(true);
      if (isTold(part)) expect(isFree(part)).toBe(true);
      if (isTold(whole) && isTold(part)) expect(isFree(whole - part)).toBe(true);
    }
  });

  test("tells the parts of a year so that none that is missing follows", () => {
    const plan = planOf(input, null);
    const quarters = plan.quarters.slice(-4);
    const told = quarters.filter(({ scope }) => plan.may(`${scope.key}/reliable-improvement`));
    const year = report.json.all.measures["reliable-improvement"];
    if ("suppressed" in year) return;
    expect(quarters.length - told.length).not.toBe(1);
  });

  test("holds no identifier, no therapist, and no name of a seldom group", () => {
    const text = JSON.stringify(report);
    expect(text).not.toMatch(/episode-|patient-|therapist-/);
    expect(text.includes("NaN") || text.includes("Infinity")).toBe(false);
    expect(text).not.toContain("seldom, such as a person");
  });

  test("says in words what it withholds, and holds no value there", () => {
    const kept = cellsOf(report).filter(({ withheld }) => withheld);
    expect(kept.every(({ text, value }) => text === "withheld" && value === null)).toBe(true);
    expect(kept.length).toBeGreaterThan(0);
  });
});

test("somebody with all that a report tells cannot work out a count of 1 to 10", () => {
  const plan = planOf(inputOf(clinic(90, 3)), null);
  const told = plan.claims.claims.filter(({ id }) => plan.may(id)).flatMap(({ cells }) => cells);
  expect(told.length).toBeGreaterThan(20);
  const known = sizesKnown({ ...plan.claims, told }, 6);
  expect(known.filter((size) => !isFree(size))).toEqual([]);
});

test("a report names the programs that it is of, and no other of the site", () => {
  const program = programFromTemplate("A", { programId: "elsewhere", name: "Elsewhere", timeZone: null });
  const site = { ...SITE, programs: new Map([["elsewhere", program]]) };
  const report = reportOf(inputOf(clinic(60, 5), { site }));
  expect(report.about).toContainEqual(["Program", "north; south"]);
  expect(JSON.stringify(report)).not.toContain("Elsewhere");
});

test("a report of many tells most of what it has", () => {
  const report = reportOf(inputOf(clinic(4_000, 1)));
  const cells = cellsOf(report);
  expect(cells.filter(({ withheld }) => withheld).length / cells.length).toBeLessThan(0.25);
  expect(report.json.all.measures["reliable-improvement"]).toMatchObject({ denominator: expect.any(Number) });
});

test("a report of nobody says so, and withholds nothing of it", () => {
  const report = reportOf(inputOf([]));
  expect(report.json.all.flow.discharged).toBe(0);
  expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/);
  expect(cellsOf(report).some(({ text }) => text === "no data")).toBe(true);
});

test("one patient is withheld", () => {
  const report = reportOf(inputOf([facts({ dischargedOn: day("2026-03-30") })]));
  expect(report.json.all.flow.discharged).toEqual({ suppressed: true });
  expect(report.json.all.retention.curve).toEqual({ suppressed: true });
});

test("notes of directors are in a report only when they are asked for", () => {
  const notes = [{ on: day("2026-02-01"), text: "Evening track opened" }];
  const stays = clinic(200, 9);
  expect(JSON.stringify(reportOf(inputOf(stays, { notes })))).toContain("Feb 1, 2026: Evening track opened");
  expect(JSON.stringify(reportOf(inputOf(stays)))).not.toContain("Evening");
});

test("the reports of the values of a filter, together, tell nothing of the smallest", () => {
  const stays = clinic(400, 4).map((one, place) => ({
    ...one,
    programId: "north",
    payer: place % 40 === 0 ? "few" : place % 2 === 0 ? "many" : "more",
    dischargedOn: day("2026-02-02"),
  }));
  const discharged = (payer: string | undefined) =>
    reportOf(inputOf(stays, { question: { ...YEAR, filter: payer === undefined ? {} : { payer } } })).json.all
      .flow.discharged;
  expect(discharged(undefined)).toBe(400);
  expect(discharged("few")).toEqual({ suppressed: true });
  const told = ["many", "more"].filter((payer) => isTold(discharged(payer)));
  expect(told).toHaveLength(1);
});

describe("the period of what leaves", () => {
  test.each([
    ["2025-07-01 2026-06-30", "2026-07-10", "2025-07-01 2026-06-30"],
    ["2025-11-01 2026-10-31", "2026-11-22", "2025-10-01 2026-09-30"],
    ["2026-01-01 2026-06-30", "2026-05-15", "2025-10-01 2026-03-31"],
    ["2026-02-03 2026-02-03", "2026-11-22", "2025-10-01 2025-12-31"],
    ["2026-03-30 2026-03-31", "2026-11-22", "2026-01-01 2026-03-31"],
  ])("of %s as of %s is %s", (asked, asOf, whole) => {
    const [from = "", to = ""] = asked.split(" ");
    const found = leavingQuestion({ from: day(from), to: day(to), asOf: day(asOf), filter: {} });
    expect(`${found.from} ${found.to}`).toBe(whole);
    expect(found.asOf).toBe(asOf);
  });

  test("reversed, or of one therapist, there is none", () => {
    expect(() => reportOf(inputOf([], { question: { ...YEAR, to: day("2025-01-01") } }))).toThrow(RangeError);
    const filter = { therapist: "t" };
    expect(() => reportOf(inputOf([], { question: { ...YEAR, filter } }))).toThrow(RangeError);
  });
});

describe("a figure that leaves", () => {
  const input = inputOf(clinic(250, 7));

  test("shows what the report shows", () => {
    const report = reportOf(input);
    const drawn = report.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "figure" ? [block.figure] : [])),
    );
    for (const ask of [
      { figure: "flow" },
      { figure: "weeks" },
      { figure: "retention" },
      { figure: "bands", instrument: "gad-7" },
      { figure: "over_time" },
    ] as const) {
      expect(drawn).toContainEqual(leavingFigureOf(input, ask)?.figure);
    }
  });

  test("changes nothing of what the report tells", () => {
    const plain = planOf(input, null);
    const wider = planOf(input, { by: "payer", measure: "recovery" });
    const ids = plain.claims.claims.map(({ id }) => id);
    expect(wider.claims.claims.length).toBeGreaterThan(ids.length);
    expect(ids.filter((id) => wider.may(id))).toEqual(ids.filter((id) => plain.may(id)));
  });

  test("has no curve, no therapist and no group of few by its name", () => {
    const retention = leavingFigureOf(input, { figure: "retention" })?.figure;
    expect(retention).toMatchObject({ kind: "retention", curve: [] });
    expect(leavingFigureOf(input, { figure: "comparison", by: "therapist" })).toBeNull();
    const payers = leavingFigureOf(input, { figure: "comparison", by: "payer", measure: "phq-9-fall" });
    expect(JSON.stringify(payers)).not.toContain("seldom");
    expect(JSON.stringify(payers)).not.toMatch(/episode-|patient-/);
  });

  test("says below it of what and as of when it is", () => {
    const flow = leavingFigureOf(inputOf(clinic(40, 2)), { figure: "flow" });
    expect(flow?.caption).toContain("Jul 1, 2025 to Jun 30, 2026, as of Jun 30, 2026");
    expect(flow?.withheld).toBe(flow?.caption.includes("withheld"));
  });
});
