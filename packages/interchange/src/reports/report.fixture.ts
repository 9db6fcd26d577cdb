import type { CalendarDate, Instant, OutcomesReport, ReportCell } from "@soundings/clinical";
import type { ReportSetting } from "./report-pdf.ts";

/** A small report for examples. Used by tests only. */

const day = (text: string) => text as CalendarDate;

export const SETTING: ReportSetting = {
  madeAt: "2026-11-22T17:00:00.000Z" as Instant,
  made: "Nov 22, 2026, 9:00 AM Pacific time",
};

export function words(text: string): ReportCell {
  return { text, value: null, withheld: false };
}

export function told(text: string, value: number): ReportCell {
  return { text, value, withheld: false };
}

const KEPT: ReportCell = { text: "withheld", value: null, withheld: true };

const LEAVING = { suppressed: true } as const;
const JSON_OF_NOTHING = {
  all: LEAVING,
  completers: LEAVING,
  yearBefore: LEAVING,
} as unknown as OutcomesReport["json"];

export function reportWith(given: Partial<OutcomesReport> = {}): OutcomesReport {
  return {
    version: 1,
    title: "Program outcomes",
    synthetic: false,
    about: [
      ["Program", "Harbor IOP"],
      ["Period", "Oct 1, 2025 to Sep 30, 2026"],
    ],
    question: { from: day("2025-10-01"), to: day("2026-09-30"), asOf: day("2026-11-22"), filter: {} },
    definitions: 1,
    rules: "1",
    madeOn: day("2026-11-22"),
    sections: [
      {
        id: "program",
        heading: "What came of it",
        blocks: [
          { kind: "paragraph", text: "An intensive outpatient program treats people at home." },
          { kind: "subheading", text: "In short" },
          { kind: "list", lines: ["Of 120 stays, 61 improved.", "How far the PHQ-9 fell: withheld."] },
          {
            kind: "table",
            caption: "By payer",
            columns: ["Group", "Of", "Share", "95 % interval"],
            rows: [
              [words("Large"), told("1,120", 1_120), told("63 %", 0.625), words("60–65 %")],
              [words("=Others"), KEPT, KEPT, KEPT],
            ],
          },
          {
            kind: "figure",
            caption: "From discharged to analyzed",
            figure: {
              kind: "flow",
              boxes: [
                { key: "discharged", label: "Discharged", count: 1_260, out: null },
                {
                  key: "paired",
                  label: "Analyzed",
                  count: null,
                  out: { key: "out", label: "Not measured", count: null },
                },
              ],
            },
          },
          ...(["phq-9", "gad-7"] as const).map((instrument) => ({
            kind: "figure" as const,
            caption: `Bands of the ${instrument}`,
            figure: {
              kind: "bands" as const,
              instrument,
              n: null,
              bands: [
                { name: "minimal", pre: null, post: 455 },
                { name: "mild", pre: 206, post: 473 },
              ],
            },
          })),
        ],
      },
      { id: "method", heading: "Method", blocks: [{ kind: "note", text: "Wilson 1927." }] },
    ],
    json: JSON_OF_NOTHING,
    ...given,
  };
}
