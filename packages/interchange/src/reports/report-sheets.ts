import type { OutcomesReport } from "@soundings/clinical";
import type { WorkbookSheet } from "../papers/workbook.ts";

/** The numbers of a report, one sheet a section; the first says what it is of, the last how it was made. */
export function reportSheets({ about }: OutcomesReport): readonly WorkbookSheet[] {
  return [{ name: "About", columns: ["what", "text"], rows: about.map(([label, text]) => [label, text]) }];
}
