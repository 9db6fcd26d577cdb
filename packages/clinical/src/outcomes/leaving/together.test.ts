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

function counted(facts: readonly EpisodeFacts[], measure: "completion" | "recovery") {
  const asked = { facts, site: SITE, question: YEAR };
  const figure = leavingFigureOf(asked, { figure: "comparison", by: "referral", measure })?.figure;
  return figure?.kind === "intervals" ? figure.rows.find(({ key }) => key === "court")?.n : null;
}

describe("two figures of one question", () => {
  /** Those sent by a court, and so many of them without marked symptoms at first. */
  const clinic = (mild: number) => {
    const { pre, post } = measured([6, 2], [5, 2]);
    const some = (count: number, from: string) => (place: number) =>
      place < count
        ? { pre, post, payer: "one", referralSource: from }
        : { payer: "one", referralSource: from };
    return [...stays("large", 80, some(20, "family")), ...stays("middle", 30, some(mild, "court"))];
  };

  test("cannot be taken from each other", () => {
    // Of 30 who were sent, 25 had symptoms at first: the 5 others would be the one number less the other.
    const told = [counted(clinic(5), "completion"), counted(clinic(5), "recovery")];
    expect(told.filter((n) => typeof n === "number").length).toBeLessThan(2);
  });

  test("are both told where nothing is between them", () => {
    expect([counted(clinic(0), "completion"), counted(clinic(0), "recovery")]).toEqual([30, 30]);
  });

  test("by another measure do not leave a filtered cohort", () => {
    const asked = { facts: clinic(0), site: SITE, question: { ...YEAR, filter: { payer: "one" } } };
    const figure = leavingFigureOf(asked, {
      figure: "comparison",
      by: "referral",
      measure: "recovery",
    })?.figure;
    expect(figure).toMatchObject({ rows: [{ key: "others", n: null }] });
  });
});

function ended({ sections }: OutcomesReport, reason: string): number | null {
  const rows = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "table" ? block.rows : [])),
  );
  return rows.find(([first]) => first?.text === reason)?.[1]?.value ?? null;
}

test("how stays ended at one payer is not the whole less the other payers", () => {
  // 12, 12 and 6 were moved to less intensive care: told of the whole and of two payers, they would leave the third.
  const moved = (few: number) => (place: number) =>
    place < few ? { dischargeReason: "transferred_down" as const } : {};
  const facts = [
    ...stays("large", 60, moved(12)),
    ...stays("middle", 50, moved(12)),
    ...stays("small", 40, moved(6)),
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
      "Moved to less intensive care, as planned",
    );
  expect(of({})).toBe(30);
  const told = ["large", "middle", "small"].filter((payer) => of({ payer }) !== null);
  expect(told.length).toBeLessThan(2);
  expect(told).not.toContain("small");
});
