import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateOfDayNumber } from "../calendar/civil.ts";
import { FINDING_KINDS, type Finding, URGENCIES } from "../findings/types.ts";
import { day } from "../records/example-chart.ts";
import { RULES } from "../rules/table.ts";
import { rankEpisode } from "./rank.ts";

function finding(rule: string, given: Partial<Finding> = {}): Finding {
  return {
    rule,
    version: 1,
    patient_id: "p",
    episode_id: "e",
    as_of: day("2026-03-16"),
    kind: "review",
    urgency: "this_week",
    headline: rule,
    evidence: [],
    clears: "",
    source: "",
    ...given,
  };
}

const on = (...dates: string[]) =>
  dates.map((date) => ({ type: "assessment" as const, id: date, on: day(date), text: "" }));
const rank = (...findings: Finding[]) => rankEpisode(findings, "e").rank;
const leads = (...findings: Finding[]) => rankEpisode(findings, "e").leading?.rule;

describe("the order of the worklist", () => {
  const first = finding("suicidal-ideation", { kind: "escalate", urgency: "immediate" });

  test.each([
    [
      "urgency before all",
      finding("screen-not-given", { urgency: "same_day" }),
      finding("suicidal-ideation"),
    ],
    [
      "safety rules before kind",
      finding("item-9-unknown", { kind: "data" }),
      finding("reliable-deterioration", { kind: "escalate" }),
    ],
    [
      "kind before the rule table",
      finding("repeated-positives", { kind: "escalate" }),
      finding("loss-of-gains", { kind: "review" }),
    ],
    [
      "the rule table before newer evidence",
      finding("loss-of-gains", { evidence: on("2026-01-01") }),
      finding("better-on-paper", { evidence: on("2026-03-01") }),
    ],
    [
      "newer evidence before older",
      finding("loss-of-gains", { evidence: on("2026-01-01", "2026-03-02") }),
      finding("loss-of-gains", { evidence: on("2026-03-01") }),
    ],
    [
      "any evidence before none",
      finding("loss-of-gains", { evidence: on("1950-01-01") }),
      finding("loss-of-gains"),
    ],
  ])("%s", (...[, before, after]) => {
    expect(rank(before) < rank(after)).toBe(true);
    expect(rank(first) < rank(before)).toBe(true);
  });

  test("rows without a finding come last, in the order of their ids", () => {
    const last = finding(RULES.at(-1)?.id ?? "", { kind: "data", urgency: "routine" });
    expect(rank(last) < rankEpisode([], "a").rank).toBe(true);
    expect(rankEpisode([], "a").rank < rankEpisode([], "b").rank).toBe(true);
    expect(rankEpisode([], "a").leading).toBeNull();
  });

  test("equal findings stand in the order of the episodes' ids", () => {
    const same = finding("loss-of-gains");
    expect(rankEpisode([same], "e-1").rank < rankEpisode([same], "e-2").rank).toBe(true);
  });
});

test("the leading finding is the one that ranks first, with its newest evidence", () => {
  const found = [
    finding("measure-overdue", { kind: "data", urgency: "routine" }),
    finding("item-9-unknown", {
      kind: "data",
      urgency: "same_day",
      evidence: on("2026-03-10", "2026-03-02"),
    }),
    finding("no-contact", { kind: "escalate", urgency: "same_day", evidence: on("2026-03-12") }),
  ];
  expect(rankEpisode(found, "e").leading).toEqual({
    rule: "item-9-unknown",
    kind: "data",
    urgency: "same_day",
    headline: "item-9-unknown",
    safety: true,
    newestEvidenceOn: "2026-03-10",
  });
});

test("the order of the findings does not matter, and the text sorts as the tuple does", () => {
  const anyFinding = fc
    .record({
      rule: fc.constantFrom(...RULES.map((rule) => rule.id)),
      kind: fc.constantFrom(...FINDING_KINDS),
      urgency: fc.constantFrom(...URGENCIES),
      days: fc.array(fc.integer({ min: -700_000, max: 2_900_000 }), { maxLength: 3 }),
    })
    .map(({ rule, kind, urgency, days }) =>
      finding(rule, { kind, urgency, evidence: on(...days.map(dateOfDayNumber)) }),
    );
  const tuple = (one: Finding): readonly number[] => [
    URGENCIES.indexOf(one.urgency),
    RULES.find((rule) => rule.id === one.rule)?.safety === true ? 0 : 1,
    FINDING_KINDS.indexOf(one.kind),
    RULES.findIndex((rule) => rule.id === one.rule),
  ];
  fc.assert(
    fc.property(fc.array(anyFinding, { minLength: 2, maxLength: 6 }), (found) => {
      expect(rank(...found)).toBe(rank(...found.toReversed()));
      expect(leads(...found)).toBe(leads(...found.toReversed()));
      const [a, b] = found as [Finding, Finding];
      const differs = tuple(a).findIndex((value, place) => value !== tuple(b)[place]);
      if (differs < 0) return;
      expect(rank(a) < rank(b)).toBe((tuple(a)[differs] ?? 0) < (tuple(b)[differs] ?? 0));
    }),
  );
});
