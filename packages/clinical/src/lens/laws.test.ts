import fc from "fast-check";
import { expect, test } from "vitest";
import { daysBetween } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { viewEpisode } from "../findings/episode-view.ts";
import { evaluateChart } from "../findings/evaluate.ts";
import { knownChart } from "../findings/known.ts";
import { drawEpisode } from "../picture/draw.ts";
import { EXAMPLE_SITE } from "../records/example-chart.ts";
import type { Chart } from "../records/types.ts";
import { anyAsOf } from "../rules/arbitrary-chart.ts";
import { asIfOn, shuffledChart } from "../rules/other-charts.ts";
import { trendOf } from "../trends/trend.ts";
import { anyOwnChart } from "./example-lens.ts";
import { medicationLens } from "./lens.ts";

const lens = (of: Chart, asOf: CalendarDate) => medicationLens(of, EXAMPLE_SITE, "e-1", asOf);
const trends = (of: Chart, asOf: CalendarDate) =>
  evaluateChart(of, EXAMPLE_SITE, asOf).map((evaluation) => trendOf(of, EXAMPLE_SITE, evaluation, asOf));

test("the order of records never matters", () => {
  const twice = anyOwnChart.chain((one) => fc.tuple(fc.constant(one), shuffledChart(one)));
  fc.assert(
    fc.property(twice, anyAsOf, ([one, other], asOf) => {
      expect(lens(other, asOf)).toEqual(lens(one, asOf));
      expect(trends(other, asOf)).toEqual(trends(one, asOf));
    }),
  );
});

test("what was not yet known changes nothing", () => {
  fc.assert(
    fc.property(anyOwnChart, anyAsOf, (one, asOf) => {
      const then = asIfOn(one, EXAMPLE_SITE, asOf);
      expect(lens(then, asOf)).toEqual(lens(one, asOf));
      expect(trends(then, asOf)).toEqual(trends(one, asOf));
    }),
  );
});

/** Every value compared, with what it is compared since. */
const comparedIn = (one: Chart, asOf: CalendarDate) =>
  lens(one, asOf).comparisons.flatMap(({ since, on, values }) =>
    values.map((value) => ({ ...value, since, day: on })),
  );

test("a change is there exactly when both of its values are, the later dated after the earlier", () => {
  fc.assert(
    fc.property(anyOwnChart, anyAsOf, (one, asOf) => {
      for (const { from, to, change, reliable, n } of comparedIn(one, asOf)) {
        const known = [from, to].filter((value) => value !== null);
        const [first, last] = known;
        const both = first !== undefined && last !== undefined;
        expect(change).toBe(both ? last.value - first.value : null);
        expect(both && first.on >= last.on).toBe(false);
        expect(change === null && reliable !== null).toBe(false);
        expect(n).toBeGreaterThanOrEqual(known.length);
      }
    }),
  );
});

test("since a change of medication: the first value lies up to its day, the second after it", () => {
  fc.assert(
    fc.property(anyOwnChart, anyAsOf, (one, asOf) => {
      for (const { from, to, day } of comparedIn(one, asOf).filter(({ since }) => since === "last_change")) {
        expect((from?.on ?? day) <= day).toBe(true);
        expect(to === null || to.on > day).toBe(true);
      }
    }),
  );
});

test("what is compared of an instrument is a score of its own assessment", () => {
  fc.assert(
    fc.property(anyOwnChart, anyAsOf, (one, asOf) => {
      const scores = new Map(
        knownChart(one, EXAMPLE_SITE, asOf).assessments.map(({ id, score, record, on }) => [
          id,
          [record.instrument, on, score.scored ? score.score : null],
        ]),
      );
      const ofInstruments = comparedIn(one, asOf).filter(({ id }) => id === "phq-9" || id === "gad-7");
      for (const { id, from, to } of ofInstruments) {
        for (const value of [from, to].filter((one) => one !== null)) {
          expect(scores.get(value.assessmentId)).toEqual([id, value.on, value.value]);
        }
      }
    }),
  );
});

test("every medication and every note of one known stands once, and present ones have windows", () => {
  fc.assert(
    fc.property(anyOwnChart, anyAsOf, (one, asOf) => {
      const { medications, unrecognized } = lens(one, asOf);
      const known = knownChart(one, EXAMPLE_SITE, asOf);
      const texts = known.medicationChanges.map(({ record }) => record.medication.toLowerCase());
      const keys = medications.map(({ medication }) => medication.toLowerCase());
      expect(new Set(keys).size).toBe(keys.length);
      for (const text of texts) expect(keys).toContain(text);
      for (const view of medications) {
        expect(view.current).toBe(view.daysOnDose !== null);
        expect(view.windows.length > 0).toBe(view.current);
        expect(view.current && view.ingredients.length === 0).toBe(unrecognized.includes(view.medication));
        if (view.current)
          expect(view.startedOn !== null && view.startedOn <= (view.doseSince ?? "")).toBe(true);
      }
      const ids = medications.flatMap(({ notes }) => notes.map(({ medicationNoteId }) => medicationNoteId));
      expect(new Set(ids).size).toBe(ids.length);
      for (const { on } of medications.flatMap(({ notes }) => notes)) expect(on <= asOf).toBe(true);
    }),
  );
});

test("the latest screen that counts says a drug is missing exactly when the rule finds it absent", () => {
  const DRUGS = ["buprenorphine", "methadone"];
  fc.assert(
    fc.property(anyOwnChart, anyAsOf, (one, asOf) => {
      const known = knownChart(one, EXAMPLE_SITE, asOf);
      const episode = known.episodes.find(({ episodeId }) => episodeId === "e-1");
      if (episode === undefined || episode.dischargedOn !== null) return;
      const { screens } = viewEpisode(known, EXAMPLE_SITE, episode);
      const latest = screens.findLast((screen) => screen.valid && screen.takesPart);
      const recent = latest !== undefined && daysBetween(latest.on, asOf) < 14;
      const drawn = drawEpisode(one, EXAMPLE_SITE, "e-1", asOf).screens;
      const results = drawn.find(({ screenId }) => recent && screenId === latest.id)?.results ?? [];
      const marked = results.some(
        ({ mark, analyte }) => mark === "expected_absent" && DRUGS.includes(analyte),
      );
      const byRule = evaluateChart(one, EXAMPLE_SITE, asOf)
        .filter((evaluation) => evaluation.episode.episodeId === "e-1")
        .flatMap(({ findings }) => findings)
        .some(
          ({ rule, headline }) => rule === "expected-drug-absent" && headline.includes("prescribed since"),
        );
      expect(marked).toBe(byRule);
    }),
    { numRuns: 500 },
  );
});

test("no two episodes of a patient rank alike, and a rank starts with its weightiest reason", () => {
  fc.assert(
    fc.property(anyOwnChart, anyAsOf, (one, asOf) => {
      const all = trends(one, asOf);
      expect(new Set(all.map(({ rank }) => rank)).size).toBe(all.length);
      const worst = all.toSorted((a, b) => (a.rank < b.rank ? -1 : 1))[0];
      if (all.some(({ reasons }) => reasons.includes("item_9"))) expect(worst?.reasons[0]).toBe("item_9");
    }),
  );
});
