import { MEASURE_IDS, type MeasureJson, NATIONAL_CONTEXT, type OutcomesJson } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import { contextFigure, latestYear, nationalWords, publishedOf, publishedWords } from "./national.ts";

function measures(one: MeasureJson): OutcomesJson["measures"] {
  return Object.fromEntries(MEASURE_IDS.map((id) => [id, one])) as OutcomesJson["measures"];
}

const OWN = { numerator: 61, denominator: 97, rate: 0.6289, low: 0.5296, high: 0.7185 };
const NOBODY = { numerator: 0, denominator: 0, rate: null, low: null, high: null };

describe("the national figures", () => {
  it("are said as published, with one decimal also where it is 0", () => {
    const [year] = NATIONAL_CONTEXT.years.filter(({ year: name }) => name === "2019-20");
    if (year === undefined) throw new Error("no such year");
    expect(publishedWords(publishedOf(year, "reliable-improvement"))).toBe("67.0\u00a0%");
    expect(publishedWords(null)).toBe("no data");
  });

  it("stand beside the program's own, of the latest year and without an interval", () => {
    const { rows, reference, axis } = contextFigure({ measures: measures(OWN) });
    expect(rows.map(({ key }) => key)).toEqual([
      "reliable-improvement",
      "reliable-deterioration",
      "recovery",
      "reliable-recovery",
    ]);
    expect(rows[0]).toMatchObject({ n: 97, value: 0.6289, low: 0.5296 });
    expect(rows[0]?.beside).toEqual({
      value: 0.675,
      low: null,
      high: null,
      label: `England ${latestYear()?.year}`,
    });
    expect(reference).toBeNull();
    expect(axis).toEqual({ from: 0, to: 1 });
  });

  it("leave the program's own unknown where nobody counts", () => {
    const [row] = contextFigure({ measures: measures(NOBODY) }).rows;
    expect(row).toMatchObject({ n: 0, value: null, low: null, high: null });
  });

  it("are said in one line with what they are of, and of other measures not at all", () => {
    expect(nationalWords("recovery")).toBe(
      "NHS Talking Therapies, England, 2024-25: 50.5\u00a0% of 635,185.",
    );
    expect(nationalWords("completion")).toBeNull();
    expect(nationalWords("phq-9-fall")).toBeNull();
  });
});
