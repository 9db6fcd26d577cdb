import { expect, test } from "vitest";
import { wordsOf } from "../medications/recognize.ts";
import { day, medicationChange } from "../records/example-chart.ts";
import { INTERFERENCES, interferenceText } from "./interference.ts";

const taken = (medication: string) => {
  const record = medicationChange("m", "2026-02-02", { medication });
  return [{ record, on: record.changedOn, id: "m", recordedMs: null, recordedOn: null }];
};

test.each(INTERFERENCES.flatMap((one) => one.words.map((word) => [word, one] as const)))(
  "%s is found in a text, and its sentence names the medication and where it is from",
  (word, { medication, analytes, source }) => {
    expect(wordsOf(word)).toEqual([word]);
    for (const analyte of analytes) {
      const text = interferenceText(analyte, taken(`${word.toUpperCase()} 10 mg`), day("2026-02-10")) ?? "";
      expect(text.toLowerCase()).toContain(medication);
      expect(text).toContain(source);
      expect(text).toContain("consider a definitive test");
    }
  },
);

test("each medication stands once, by its own name too", () => {
  expect(new Set(INTERFERENCES.map(({ medication }) => medication)).size).toBe(INTERFERENCES.length);
  for (const { medication, words } of INTERFERENCES) expect(words).toContain(medication);
});
