import { type OutcomesReport, parseCalendarDate } from "@soundings/clinical";
import { expect, test } from "vitest";
import { aboutWords, coverWords, documentOf, sinceWords, withheldCount } from "./words.ts";

function day(text: string) {
  const date = parseCalendarDate(text);
  if (date === null) throw new Error(text);
  return date;
}

test("a report is about its programs and what it was narrowed to", () => {
  const [from, to] = [day("2026-01-01"), day("2026-03-31")];
  const sex = [{ value: "female", label: "Female", discharged: 3 }];
  const options = { dimensions: { sex } } as unknown as Parameters<typeof aboutWords>[1];
  const about = (filter: Record<string, string>) =>
    aboutWords(
      {
        reportId: "r",
        madeAt: "2026-04-01T10:00:00.000Z" as never,
        by: "Somebody",
        question: { from, to, asOf: to, filter },
        programs: [
          { programId: "a", name: "Day" },
          { programId: "b", name: "Evening" },
        ],
        definitions: 1,
        rules: "1",
      },
      options,
    );
  expect(about({})).toBe("Day, Evening");
  expect(about({ sex: "female" })).toBe("Day, Evening; sex: Female");
  expect(about({ program: "a", payer: "Medicaid", sex: "not-recorded" })).toBe(
    "Day, Evening; payer: Medicaid; sex: not recorded",
  );
});

const cell = (withheld: boolean) => ({
  text: withheld ? "withheld" : "12",
  value: withheld ? null : 12,
  withheld,
});
const document = {
  version: 1,
  sections: [
    {
      id: "program",
      heading: "The program",
      blocks: [
        { kind: "note", text: "Read it so." },
        {
          kind: "table",
          caption: "Counts",
          columns: ["a", "b"],
          rows: [
            [cell(false), cell(true)],
            [cell(true), cell(false)],
          ],
        },
      ],
    },
  ],
};

test("a document of another version is not drawn", () => {
  expect(documentOf(document)).toBe(document);
  expect(documentOf({ ...document, version: 2 })).toBeNull();
  expect(documentOf(null)).toBeNull();
});

test("what is withheld is counted over all tables", () => {
  expect(withheldCount(document as unknown as OutcomesReport)).toBe(2);
});

test("it is said whether records have changed since", () => {
  const said = (recordsChangedAt: string | null) =>
    sinceWords({ madeAt: "2026-04-01T10:00:00.000Z", recordsChangedAt } as never, () => "Apr 2");
  expect(said(null)).toMatch(/not known/);
  expect(said("2026-03-31T10:00:00.000Z")).toMatch(/^No record/);
  expect(said("2026-04-02T10:00:00.000Z")).toMatch(/changed since, last on Apr 2/);
});

test("the days that a report covers are said, and nothing is computed of a period reversed", () => {
  const [from, to] = [day("2025-11-01"), day("2026-10-31")];
  const asked = { from, to, asOf: day("2026-11-22"), filter: { therapist: "T-1" } };
  expect(coverWords(asked)).toContain("Oct 1, 2025 – Sep 30, 2026");
  expect(coverWords({ ...asked, from: to, to: from })).toBe(
    "It covers the whole quarters nearest to the period.",
  );
  expect(coverWords(undefined)).toBe("It covers the whole quarters nearest to the period.");
});
