import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DISCHARGE_REASONS, INSTRUMENT_IDS } from "../records/codes.ts";
import { EXAMPLE_SITE } from "../records/example-chart.ts";
import { anyFacts, facts, HALF_YEAR, measured } from "./example-facts.ts";
import type { EpisodeFacts } from "./facts.types.ts";
import { leftOutOf } from "./left-out.ts";
import { MEASURES } from "./measures.ts";
import { LEFT_OUT_WORDS, membersOf } from "./members.ts";
import { outcomesOf } from "./outcomes.ts";
import { overviewOf } from "./overview.ts";
import { setNamed } from "./sets.ts";

function listed(all: readonly EpisodeFacts[], name: string) {
  const set = setNamed(name);
  if (set === null) throw new RangeError(`no set ${name}`);
  return membersOf(all, EXAMPLE_SITE, HALF_YEAR, set);
}
const ids = (all: readonly EpisodeFacts[], name: string) =>
  listed(all, name).map(({ facts: { episodeId } }) => episodeId);

describe("laws of the lists behind numbers", () => {
  it("each list has as many episodes as its number says, for every measure and part", () => {
    fc.assert(
      fc.property(anyFacts, (all) => {
        const json = outcomesOf(all, EXAMPLE_SITE, HALF_YEAR);
        const discharged = listed(all, "discharged").map((one) => one.facts);
        const leftOut = leftOutOf(discharged);
        for (const { id, of, units, events } of MEASURES) {
          const { numerator, denominator } = json.measures[id];
          const part = (name: string) => listed(all, `measure/${id}/${name}`);
          const sum = (members: ReturnType<typeof part>, count: (one: EpisodeFacts) => number) =>
            members.reduce((total, one) => total + count(one.facts), 0);
          expect(sum(part("numerator"), events)).toBe(numerator);
          expect(sum(part("denominator"), units)).toBe(denominator);
          expect(part("denominator").length + part("left-out").length).toBe(discharged.length);
          expect(leftOut[id].reduce((total, { count }) => total + count, 0)).toBe(part("left-out").length);
          for (const { reason, count } of leftOut[id])
            expect(part("left-out").filter(({ why }) => why === LEFT_OUT_WORDS[reason])).toHaveLength(count);
          if (of === "weeks") {
            expect(sum(part("others"), (one) => units(one) - events(one))).toBe(denominator - numerator);
            continue;
          }
          expect(part("numerator")).toHaveLength(numerator);
          expect(part("others")).toHaveLength(denominator - numerator);
        }
      }),
    );
  });

  it("so have the boxes of the flow, the ends and the curve", () => {
    fc.assert(
      fc.property(anyFacts, (all) => {
        const overview = overviewOf(all, EXAMPLE_SITE, HALF_YEAR, null);
        const { flow, retention } = overview.all;
        expect(listed(all, "discharged")).toHaveLength(flow.discharged);
        expect(listed(all, "with-pre")).toHaveLength(flow.with_pre);
        expect(listed(all, "without-pre")).toHaveLength(flow.discharged - flow.with_pre);
        expect(listed(all, "paired/phq-9")).toHaveLength(flow.paired_phq9);
        expect(listed(all, "paired/gad-7")).toHaveLength(flow.paired_gad7);
        expect(listed(all, "paired-both")).toHaveLength(flow.paired_both);
        expect(listed(all, "not-paired-both")).toHaveLength(flow.discharged - flow.paired_both);
        for (const instrument of INSTRUMENT_IDS) {
          const paired = ids(all, `paired/${instrument}`);
          expect(overview.beforeAfter[instrument].map(({ episodeId }) => episodeId)).toEqual(paired);
          expect(ids(all, `unpaired/${instrument}`)).toHaveLength(flow.discharged - paired.length);
          for (const side of ["pre", "post"] as const)
            expect(overview.bands[instrument][side].reduce((sum, count) => sum + count, 0)).toBe(
              paired.length,
            );
        }
        for (const { reason, count } of overview.ended)
          expect(listed(all, `ended/${reason ?? "unknown"}`)).toHaveLength(count);
        expect(overview.ended).toHaveLength(DISCHARGE_REASONS.length + 1);
        expect(listed(all, "admitted")).toHaveLength(retention.n);
        expect(listed(all, "retention/all")).toHaveLength(overview.admitted);
        expect(listed(all, "retention/event")).toHaveLength(retention.events);
        expect(listed(all, "retention/reason-unknown")).toHaveLength(retention.reason_unknown);
        expect(listed(all, "retention/active")).toHaveLength(overview.stillActive);
        const parts = ["event", "planned-or-other", "active", "reason-unknown"];
        expect(parts.flatMap((part) => ids(all, `retention/${part}`)).toSorted()).toEqual(
          ids(all, "retention/all").toSorted(),
        );
        const weeks = overview.weeks.reduce(
          (sum, { expected, measured: found }) => ({
            units: sum.units + expected,
            events: sum.events + found,
          }),
          { units: 0, events: 0 },
        );
        expect([weeks.events, weeks.units]).toEqual([
          overview.all.measures["weekly-measurement"].numerator,
          overview.all.measures["weekly-measurement"].denominator,
        ]);
      }),
    );
  });
});

describe("why somebody is in a list", () => {
  const all = [
    measured([null, null], [null, null], { episodeId: "e-1" }),
    measured([12, 3], [null, null], { episodeId: "e-2" }),
    measured([12, null], [9, null], { episodeId: "e-3" }),
    measured([12, 3], [9, null], { episodeId: "e-4" }),
    measured([9, 3], [7, 2], { episodeId: "e-5" }),
    measured([12, 3], [7, 2], { episodeId: "e-6" }),
  ];

  it("left out: the first reason that holds", () => {
    const why = listed(all, "measure/recovery/left-out").map((one) => [one.facts.episodeId, one.why]);
    expect(why).toEqual([
      ["e-1", LEFT_OUT_WORDS["no-phq9-baseline"]],
      ["e-2", LEFT_OUT_WORDS["no-gad7-baseline"]],
      ["e-3", LEFT_OUT_WORDS["no-later-phq9"]],
      ["e-4", LEFT_OUT_WORDS["no-later-gad7"]],
      ["e-5", LEFT_OUT_WORDS["below-caseness"]],
    ]);
    expect(overviewOf(all, EXAMPLE_SITE, HALF_YEAR, null).leftOut.recovery).toHaveLength(5);
  });

  it("weeks, sessions and screens: how many", () => {
    const one = facts({
      weeks: { expected: 3, measured: [1] },
      attendance: { attended: 4, countable: 6 },
      screens: { negative: 1, submitted: 2, scheduled: 3, longestRun: 1 },
    });
    const short = facts({ episodeId: "e-2", weeks: { expected: 0, measured: [] } });
    expect(listed([one, short], "measure/weekly-measurement/others").map(({ why }) => why)).toEqual([
      "1 of 3 whole weeks with a PHQ-9",
    ]);
    expect(listed([one, short], "measure/weekly-measurement/left-out").map(({ why }) => why)).toEqual([
      LEFT_OUT_WORDS["no-whole-week"],
    ]);
    expect(listed([one, short], "attendance").map(({ why }) => why)).toEqual(["4 of 6 sessions attended"]);
    expect(listed([one, short], "screens").map(({ why }) => why)).toEqual([
      "1 of 3 scheduled screens negative",
    ]);
  });
});
