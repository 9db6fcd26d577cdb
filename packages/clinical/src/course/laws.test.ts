import fc from "fast-check";
import { expect, test } from "vitest";
import { knownChart } from "../findings/known.ts";
import { drawEpisode } from "../picture/draw.ts";
import { chart } from "../records/example-chart.ts";
import type { Chart, Site } from "../records/types.ts";
import { anyAsOf, anyChart, anySite } from "../rules/arbitrary-chart.ts";
import { anyOwn, asIfOn, shuffledChart } from "../rules/other-charts.ts";
import { courseOf } from "./course.ts";

const anyOwnedChart: fc.Arbitrary<Chart> = fc
  .tuple(anyChart, anyOwn)
  .map(([given, own]) => ({ ...given, own }));

const both = (given: Chart, site: Site, asOf: Parameters<typeof courseOf>[3]) => ({
  course: courseOf(given, site, "e-1", asOf),
  picture: drawEpisode(given, site, "e-1", asOf),
});

test("the order of records never matters", () => {
  const asked = fc
    .tuple(anyOwnedChart, anySite, anyAsOf)
    .chain(([given, site, asOf]) =>
      fc.tuple(fc.constant(given), shuffledChart(given), fc.constant(site), fc.constant(asOf)),
    );
  fc.assert(
    fc.property(asked, ([given, other, site, asOf]) => {
      expect(both(other, site, asOf)).toEqual(both(given, site, asOf));
    }),
  );
});

test("what is dated or recorded after the date never changes its answer", () => {
  fc.assert(
    fc.property(anyOwnedChart, anySite, anyAsOf, (given, site, asOf) => {
      expect(both(asIfOn(given, site, asOf), site, asOf)).toEqual(both(given, site, asOf));
    }),
  );
});

test("every sentence is one, and what it links to is a record known on the date", () => {
  fc.assert(
    fc.property(anyOwnedChart, anySite, anyAsOf, (given, site, asOf) => {
      const known = knownChart(given, site, asOf);
      const ids: Readonly<Record<string, readonly { readonly id: string; readonly on: string }[]>> = {
        assessment: known.assessments,
        session: known.sessions,
        screen: known.screens,
        medication_change: known.medicationChanges,
      };
      const { sentences } = courseOf(given, site, "e-1", asOf);
      expect(sentences.map(({ span }) => span)).toEqual(["last_week", "admission", "last_medication_change"]);
      for (const { since, parts } of sentences) {
        const text = parts.map((part) => part.text).join("");
        expect(text).toMatch(/^[A-Z0-9].*[^.;, ]\.$/);
        expect(text).not.toMatch(/ {2}|undefined|null|NaN|;;|: ;/);
        if (since !== null) expect(since <= asOf).toBe(true);
        for (const { record } of parts) {
          if (record === null) continue;
          expect(ids[record.type]?.some(({ id, on }) => id === record.id && on === record.on)).toBe(true);
        }
      }
    }),
  );
});

test("item 9 above 0 is said first and heads what worsens", () => {
  fc.assert(
    fc.property(anyChart, anySite, anyAsOf, (given, site, asOf) => {
      const { moves, sentences } = courseOf(given, site, "e-1", asOf);
      const first = moves.worsening[0];
      const text = sentences[0]?.parts.map((part) => part.text).join("") ?? "";
      const isRaised = first?.safety === true && first.to.answer >= 1;
      expect(/^Item 9 answered [123] /.test(text)).toBe(isRaised);
      expect(moves.worsening.filter(({ safety }) => safety).length).toBeLessThanOrEqual(1);
    }),
  );
});

test("what moved moved that way, and no list is longer than five", () => {
  fc.assert(
    fc.property(anyChart, anySite, anyAsOf, (given, site, asOf) => {
      const { worsening, improving } = courseOf(given, site, "e-1", asOf).moves;
      expect(Math.max(worsening.length, improving.length)).toBeLessThanOrEqual(5);
      for (const { change, safety } of worsening) expect(change > 0 || safety).toBe(true);
      for (const { change } of improving) expect(change).toBeLessThan(0);
      for (const { from, to, change } of [...worsening, ...improving]) {
        expect(to.answer - from.answer).toBe(change);
        expect(from.on <= to.on).toBe(true);
      }
    }),
  );
});

test("a cluster is the sum of known answers or nothing, one point a date", () => {
  fc.assert(
    fc.property(anyChart, anySite, anyAsOf, (given, site, asOf) => {
      for (const { points, items, max } of courseOf(given, site, "e-1", asOf).clusters) {
        expect(new Set(points.map(({ on }) => on)).size).toBe(points.length);
        for (const { value, answered, assessmentId } of points) {
          const record = given.assessments.find((one) => one.assessmentId === assessmentId);
          const answers = items.map((number) => record?.items[number - 1] ?? null);
          expect(answered).toBe(answers.filter((answer) => answer !== null).length);
          expect(value === null).toBe(answers.includes(null));
          if (value !== null) expect(value >= 0 && value <= max).toBe(true);
        }
      }
    }),
  );
});

test("a gain lies between neighbors that take part, and is at least the reliable change", () => {
  fc.assert(
    fc.property(anyChart, anySite, anyAsOf, (given, site, asOf) => {
      for (const lane of drawEpisode(given, site, "e-1", asOf).measures) {
        const points = lane.marks
          .filter(({ takesPart }) => takesPart)
          .map(({ assessmentId }) => assessmentId);
        for (const { from, to, reversedOn } of lane.gains) {
          expect(points.indexOf(to.assessmentId)).toBe(points.indexOf(from.assessmentId) + 1);
          expect(from.score - to.score).toBeGreaterThanOrEqual(lane.reliableChange);
          if (reversedOn !== null) expect(reversedOn > to.on).toBe(true);
        }
      }
    }),
  );
});

test("a chart without records says no data, of everything", () => {
  fc.assert(
    fc.property(anySite, anyAsOf, (site, asOf) => {
      const { sentences, moves, clusters } = courseOf(chart(), site, "e-1", asOf);
      for (const { parts } of sentences) {
        expect(parts.map((part) => part.text).join("")).toMatch(/^No data since [a-z ]+: no /);
        expect(parts.every(({ record }) => record === null)).toBe(true);
      }
      expect(moves).toEqual({ worsening: [], improving: [], administrations: { "phq-9": 0, "gad-7": 0 } });
      expect(clusters.flatMap(({ points }) => points)).toEqual([]);
      const { measures, notes, injections } = drawEpisode(chart(), site, "e-1", asOf);
      expect([...measures.flatMap(({ gains }) => gains), ...notes, ...injections]).toEqual([]);
    }),
  );
});
