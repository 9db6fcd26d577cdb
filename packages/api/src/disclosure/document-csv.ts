import { csvLine, neutralizeFormula } from "@soundings/interchange";
import type { Document } from "./document.ts";

const COLUMNS = ["part", "date", "what", "value", "unit", "remark"];

/**
 * A document for a spreadsheet: the notice on the first line, what it is a line each, an empty line, then the columns and
 * the rows. Texts that a spreadsheet would run are made harmless.
 */
export function documentAsCsv({ notice, about, parts }: Document): string {
  const rows = parts.flatMap(({ part, rows: of }) =>
    of.map(({ date, what, value, unit, remark }) => [part, date, what, value, unit, remark]),
  );
  const lines = [[notice], ...about.map(([label, text]) => [label, text]), [], COLUMNS, ...rows];
  return lines.map((cells) => csvLine(cells.map(neutralizeFormula))).join("");
}
