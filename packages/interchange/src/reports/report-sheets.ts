import type { OutcomesReport, ReportBlock, ReportCell, ReportSection } from "@soundings/clinical";
import type { WorkbookSheet } from "../papers/workbook.ts";

type Row = WorkbookSheet["rows"][number];
type Table = Extract<ReportBlock, { kind: "table" }>;

const NAMES: Readonly<Record<ReportSection["id"], string>> = {
  program: "Program",
  change: "Change",
  stay: "Stay",
  groups: "Groups",
  context: "Context",
  method: "Method",
  quality: "Data quality",
};

function written({ text, value }: ReportCell): string | number | null {
  return value ?? text;
}

/** A table under its caption and its columns. A value in words keeps them, a number is a number, and what is withheld says so. */
function tableRows({ caption, columns, rows }: Table): readonly Row[] {
  return [
    [caption],
    columns.map((column) => (column === "" ? " " : column)),
    ...rows.map((row) => row.map(written)),
    [" "],
  ];
}

function blockRows(block: ReportBlock): readonly Row[] {
  switch (block.kind) {
    case "table":
      return tableRows(block);
    case "list":
      return block.lines.map((line) => [line]);
    case "figure":
      return [];
    default:
      return [[block.text]];
  }
}

function filled(rows: readonly Row[]): WorkbookSheet["rows"] {
  const most = Math.max(1, ...rows.map(({ length }) => length));
  return rows.map((row) => [...row, ...Array.from({ length: most - row.length }, () => " ")]);
}

function sheetOf({ id, heading, blocks }: ReportSection): WorkbookSheet {
  const rows = filled(blocks.flatMap(blockRows));
  const blank = Array.from({ length: (rows[0]?.length ?? 1) - 1 }, () => " ");
  return { name: NAMES[id], columns: [heading, ...blank], rows };
}

/** The numbers of a report, one sheet a section; the first says what it is of. The same numbers as the PDF, shares as fractions of 1. */
export function reportSheets({ about, sections, synthetic }: OutcomesReport): readonly WorkbookSheet[] {
  const strip: readonly Row[] = synthetic
    ? [["Synthetic data", "The patients of this report are invented."]]
    : [];
  return [
    {
      name: "About",
      columns: ["What", "Text"],
      rows: [...strip, ...about.map(([label, text]) => [label, text])],
    },
    ...sections.map(sheetOf),
  ];
}
