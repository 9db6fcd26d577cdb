import { type WorkbookSheet, workbookOf } from "@soundings/interchange";
import type { Document } from "./document.ts";

const NAMES: Readonly<Record<Document["parts"][number]["part"], string>> = {
  identity: "Identity",
  course: "Course",
  attendance: "Attendance",
  measures: "Measures",
  screens: "Screens",
  medications: "Medications",
  events: "Events",
  decisions: "Decisions",
};

const COLUMNS = ["date", "what", "value", "unit", "remark"];
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;
/** Stands where a column has nothing to say of a row, such as the unit of a word. */
const NOTHING_TO_SAY = "–";

/** A value that is a number, as a number. */
function numberOrText(value: string): string | number {
  return PLAIN_NUMBER.test(value) && value.length <= 15 ? Number(value) : value;
}

function sheetOf({ part, rows }: Document["parts"][number]): WorkbookSheet {
  return {
    name: NAMES[part],
    columns: COLUMNS,
    rows: rows.map(({ date, what, value, unit, remark }) => [
      date || NOTHING_TO_SAY,
      what,
      part === "measures" ? numberOrText(value) : value,
      unit || NOTHING_TO_SAY,
      remark || NOTHING_TO_SAY,
    ]),
  };
}

/** A document as a workbook: the notice and what it is on the first sheet, then a sheet for each part. */
export function documentAsWorkbook({ notice, about, parts }: Document): Promise<Uint8Array> {
  const first: WorkbookSheet = {
    name: "About",
    columns: ["what", "text"],
    rows: [["Notice", notice], ...about.map(([label, text]) => [label, text])],
  };
  return workbookOf([first, ...parts.map(sheetOf)]);
}
