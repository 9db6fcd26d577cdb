import { describe, expect, test } from "vitest";
import { day } from "../../records/example-chart.ts";
import type { Site } from "../../records/types.ts";
import { measured } from "../example-facts.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import type { CohortQuestion } from "../question.ts";
import { leavingFigureOf } from "./figure.ts";
import { reportOf } from "./report.ts";
import type { OutcomesReport } from "./report.types.ts";

const AS_OF = day("2026-06-30");
const YEAR: CohortQuestion = { from: day("2025-07-01"), to: AS_OF, asOf: AS_OF, filter: {} };
const SITE: Site = { zone: "America/Los_Angeles" as Site["zone"], programs: new Map() };

/** As many stays of one payer, all improved. */
function stays(payer: string, count: number, given: (place: number) => Partial<EpisodeFacts> = () => ({})) {
  return Array.from({ length: count }, (_, place) =>
    measured([18, 6], [14, 4], {
      episodeId: `${payer}-${place}`,
      patientId: `${payer}-${place}`,
      asOf: AS_OF,
      dischargedOn: day("2026-03-30"),
      payer,
      ...given(place),
    }),
  );
}

function payerRows(facts: readonly EpisodeFacts[], measure: "reliable-improvement" | "recovery") {
  const asked = { facts, site: SITE, question: YEAR };
  const figure = leavingFigureOf(asked, { figure: "comparison", by: "payer", measure })?.figure;
  return figure?.kind === "intervals" ? new Map(figure.rows.map(({ key, n }) => [key, n])) : new Map();
}

describe("two figures of one question", () => {
  // Of 30 with the payer, 25 had symptoms at first: the 5 others would be the one number less the other.
  const mild = (place: number) =>
    place < 5 ? { pre: measured([6, 2], [5, 2]).pre, post: measured([6, 2], [5, 2]).post } : {};
  const facts = [...stays("large", 80), ...stays("middle", 30, mild)];

  test("cannot be taken from each other", () => {
    const improved = payerRows(facts, "reliable-improvement").get("middle");
    const recovered = payerRows(facts, "recovery").get("middle");
    expect([improved, recovered].filter((n) => typeof n === "number").length).toBeLessThan(2);
  });

  test("are told where nothing is between them", () => {
    const none = [...stays("large", 80), ...stays("middle", 30)];
    expect(payerRows(none, "recovery").get("middle")).toBe(30);
  });

  test("by another measure do not leave a filtered cohort", () => {
    const asked = { facts, site: SITE, question: { ...YEAR, filter: { payer: "large" } } };
    const figure = leavingFigureOf(asked, {
      figure: "comparison",
      by: "referral",
      measure: "recovery",
    })?.figure;
    expect(figure?.kind === "intervals" ? figure.rows.every(({ n }) => n === null) : true).toBe(true);
  });
});

function ended({ sections }: OutcomesReport, reason: string): number | null {
  const rows = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "table" ? block.rows : [])),
  );
  return rows.find(([first]) => first?.text === reason)?.[1]?.value ?? null;
}

test("how stays ended at one payer is not the whole less the other payers", () => {
  // Contact was lost with 12, 12 and 6: told of the whole, of two payers it would leave the third.
  const lost = (few: number) => (place: number) =>
    place < few ? { dischargeReason: "lost_contact" as const } : {};
  const facts = [
    ...stays("large", 60, lost(12)),
    ...stays("middle", 50, lost(12)),
    ...stays("small", 40, lost(6)),
  ];
  const of = (filter: CohortQuestion["filter"]) =>
    ended(
      reportOf({
        facts,
        site: SITE,
        question: { ...YEAR, filter },
        organization: null,
        synthetic: false,
        madeOn: AS_OF,
        notes: null,
        also: null,
      }),
      "Contact was lost",
    );
  expect(of({})).toBe(30);
  const told = ["large", "middle", "small"].filter((payer) => of({ payer }) !== null);
  expect(told.length).toBeLessThan(2);
  expect(told).not.toContain("small");
});
