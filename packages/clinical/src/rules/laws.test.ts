import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCalendarDate } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { compareFindings } from "../findings/compare.ts";
import { phaseOf, viewEpisode } from "../findings/episode-view.ts";
import { type EpisodeEvaluation, evaluateChart } from "../findings/evaluate.ts";
import { knownChart } from "../findings/known.ts";
import { raise } from "../findings/raise.ts";
import { FINDING_KINDS, type FindingKind, URGENCIES, type Urgency } from "../findings/types.ts";
import { assessment, chart, EXAMPLE_SITE, placement } from "../records/example-chart.ts";
import type { Chart, Site } from "../records/types.ts";
import { anyAsOf, anyChart, anySite, LONG_AFTER } from "./arbitrary-chart.ts";
import type { Raised } from "./define.ts";
import { on } from "./example-rules.ts";
import { asIfOn, shuffled, shuffledChart } from "./other-charts.ts";
import { RULES } from "./table.ts";

/** All that hold of the rules that read records, before superseding, by episode. */
function raisedIn(given: Chart, site: Site, asOf: CalendarDate): ReadonlyMap<string, readonly Raised[]> {
  const known = knownChart(given, site, asOf);
  return new Map(
    known.episodes.map((episode) => {
      const view = viewEpisode(known, site, episode);
      const rules =
        phaseOf(episode, asOf) === "active" ? RULES : RULES.filter(({ runs }) => runs === "around_stay");
      return [
        episode.episodeId,
        rules.flatMap((rule) => raise(rule, rule.evaluate(view, { raised: [], card: null })) ?? []),
      ];
    }),
  );
}

describe("laws of evaluation", () => {
  test("the order of records never matters", () => {
    const asked = fc
      .tuple(anyChart, anySite, anyAsOf)
      .chain(([given, site, asOf]) =>
        fc.tuple(fc.constant(given), shuffledChart(given), fc.constant(site), fc.constant(asOf)),
      );
    fc.assert(
      fc.property(asked, ([given, other, site, asOf]) => {
        expect(evaluateChart(other, site, asOf)).toEqual(evaluateChart(given, site, asOf));
      }),
    );
  });

  test("what is dated or recorded after the date never changes its answer", () => {
    fc.assert(
      fc.property(anyChart, anySite, anyAsOf, (given, site, asOf) => {
        expect(evaluateChart(asIfOn(given, site, asOf), site, asOf)).toEqual(
          evaluateChart(given, site, asOf),
        );
      }),
    );
  });

  test("an assessment entered in error, or recorded long after, changes nothing", () => {
    fc.assert(
      fc.property(anyChart, anySite, anyAsOf, anyAsOf, (given, site, asOf, dated) => {
        const items = [3, 3, 3, 3, 3, 3, 3, 3, 3, 3];
        const more = [
          assessment("x", dated, { instrument: "phq-9", items, status: "entered_in_error" }),
          assessment("y", dated, { instrument: "phq-9", items, recordedAt: LONG_AFTER }),
        ];
        const other = { ...given, assessments: [...given.assessments, ...more] };
        expect(evaluateChart(other, site, asOf)).toEqual(evaluateChart(given, site, asOf));
      }),
    );
  });

  test("one finding per rule and episode, in order, with evidence known on the date", () => {
    fc.assert(
      fc.property(anyChart, anySite, anyAsOf, (given, site, asOf) => {
        for (const { findings, episode } of evaluateChart(given, site, asOf)) {
          expect(new Set(findings.map(({ rule }) => rule)).size).toBe(findings.length);
          expect(findings.toSorted(compareFindings)).toEqual(findings);
          for (const finding of findings) {
            expect(finding).toMatchObject({ patient_id: "p-1", episode_id: episode.episodeId, as_of: asOf });
            expect(finding.headline).toMatch(/^\S.*[^.\s]$/);
            expect(finding.clears).toMatch(/\S/);
            expect(finding.evidence.length).toBeGreaterThan(0);
            expect(finding.evidence.every((one) => one.on <= asOf && one.id !== "" && one.text !== "")).toBe(
              true,
            );
          }
        }
      }),
    );
  });

  test("superseding: what stands held, and nothing that supersedes it did", () => {
    const check = (held: ReadonlySet<string>, standing: readonly string[]) => {
      expect(standing.filter((id) => id !== "step-down-ready" && !held.has(id))).toEqual([]);
      const left = RULES.filter(({ id }) => held.has(id) && !standing.includes(id));
      const unexplained = left.filter(
        ({ supersededBy }) => !supersededBy.some((one) => "rule" in one && held.has(one.rule)),
      );
      expect(unexplained.map(({ id }) => id)).toEqual([]);
    };
    fc.assert(
      fc.property(anyChart, anySite, anyAsOf, (given, site, asOf) => {
        const raised = raisedIn(given, site, asOf);
        for (const { findings, episode } of evaluateChart(given, site, asOf)) {
          const all = raised.get(episode.episodeId);
          const standing = findings.map(({ rule }) => rule);
          if (all !== undefined) check(new Set(all.map(({ rule }) => rule.id)), standing);
        }
      }),
    );
  });

  test("ready means that step-down-ready is a finding, and never beside one that escalates", () => {
    const check = ({ findings, stepDown, phase }: EpisodeEvaluation) => {
      const ready = findings.some(({ rule }) => rule === "step-down-ready");
      const escalating = findings.some(({ kind }) => kind === "escalate");
      expect(stepDown?.ready ?? false).toBe(ready);
      expect(ready && escalating).toBe(false);
      const line = stepDown?.criteria.find(({ id }) => id === "no-escalation");
      expect(line?.state ?? "no card").toBe(stepDown === null ? "no card" : escalating ? "not_met" : "met");
      expect(phase === "window" && stepDown !== null).toBe(false);
    };
    fc.assert(
      fc.property(anyChart, anySite, anyAsOf, (given, site, asOf) => {
        evaluateChart(given, site, asOf).forEach(check);
      }),
    );
  });

  test("an empty chart raises only what absence raises", () => {
    for (let day = -20; day <= 120; day += 1) {
      const given = chart({ placements: [placement()] });
      for (const { findings } of evaluateChart(given, EXAMPLE_SITE, on(day))) {
        for (const { kind, evidence } of findings) {
          expect(["review", "data"]).toContain(kind);
          for (const { type } of evidence) expect(["episode", "placement"]).toContain(type);
        }
      }
    }
  });
});

describe("every definition", () => {
  test("is in the table once, with a version, a source and a review date", () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const rule of RULES) {
      expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(Number.isInteger(rule.version) && rule.version >= 1).toBe(true);
      expect(rule.title).toMatch(/^[A-Z]/);
      expect(rule.source).toMatch(/\S/);
      expect(parseCalendarDate(rule.reviewed)).not.toBeNull();
      expect(FINDING_KINDS).toContain(rule.kind);
      expect(URGENCIES).toContain(rule.urgency);
    }
  });

  test("names what has no published basis", () => {
    for (const { id, thresholds, source } of RULES) {
      const isHouse = Object.values(thresholds).some(({ basis }) => basis === "house");
      if (isHouse)
        expect([id, source]).toEqual([
          id,
          expect.stringMatching(/program defaults? without a published basis/i),
        ]);
    }
  });

  test("has wording that leaves the decision to a clinician", () => {
    for (const { wording } of RULES) {
      expect(wording.consider).toMatch(/consider/i);
      expect(wording.consider).not.toMatch(/\b(must|increase|reduce|discharge|transfer|admit)\b/i);
      expect(wording.clears).toMatch(/^\S.*[^.\s]$/);
    }
  });

  test("is superseded only by rules of the table, never by itself", () => {
    const ids = new Set(RULES.map(({ id }) => id));
    for (const { id, supersededBy } of RULES) {
      for (const superseder of supersededBy) {
        if ("rule" in superseder) {
          expect(ids).toContain(superseder.rule);
          expect(superseder.rule).not.toBe(id);
        }
      }
    }
  });

  test("the safety rules, those that run around a stay, and the order of the table", () => {
    expect(RULES.filter(({ safety }) => safety).map(({ id }) => id)).toEqual([
      "suicidal-ideation",
      "risk-assessment-overdue",
      "item-9-unknown",
      "c-ssrs-risk",
    ]);
    expect(RULES.filter(({ runs }) => runs === "around_stay").map(({ id }) => id)).toEqual([
      "suicidal-ideation",
      "risk-assessment-overdue",
      "c-ssrs-risk",
    ]);
    const ruleSet1 = [
      "suicidal-ideation",
      "risk-assessment-overdue",
      "item-9-unknown",
      "c-ssrs-risk",
      "clinical-event",
      "reliable-deterioration",
      "loss-of-gains",
      "severe-persisting",
      "early-non-response",
      "not-on-track",
      "better-on-paper",
      "unexpected-positive",
      "repeated-positives",
      "screen-not-given",
      "expected-drug-absent",
      "moud-stopped",
      "no-contact",
      "consecutive-absences",
      "low-attendance",
      "under-dose",
      "measure-overdue",
      "baseline-missing",
      "sessions-unmarked",
      "length-of-stay",
      "step-down-ready",
    ];
    expect(RULES.map(({ id }) => id).filter((id) => ruleSet1.includes(id))).toEqual(ruleSet1);
  });
});

describe("the order of findings", () => {
  test("urgency, kind, patient, table, episode; text by code point", () => {
    type Place = readonly [
      urgency: Urgency,
      kind: FindingKind,
      patient: string,
      rule: string,
      episode?: string,
    ];
    const of = (...[urgency, kind, patient_id, rule, episode_id = "e"]: Place) => ({
      urgency,
      kind,
      patient_id,
      rule,
      episode_id,
    });
    const order = [
      of("immediate", "escalate", "z", "risk-assessment-overdue"),
      of("same_day", "escalate", "z", "no-contact"),
      of("same_day", "review", "a", "consecutive-absences"),
      of("same_day", "data", "a", "item-9-unknown"),
      of("this_week", "review", "10", "better-on-paper"),
      of("this_week", "review", "9", "better-on-paper"),
      of("this_week", "review", "B", "better-on-paper", "E"),
      of("this_week", "review", "B", "better-on-paper", "a"),
      of("this_week", "review", "B", "low-attendance", "A"),
      of("this_week", "review", "a", "early-non-response"),
      of("this_week", "step_down", "a", "step-down-ready"),
      of("routine", "review", "a", "under-dose"),
    ];
    fc.assert(
      fc.property(shuffled(order), (given) => {
        expect(given.toSorted(compareFindings)).toEqual(order);
      }),
    );
  });
});
