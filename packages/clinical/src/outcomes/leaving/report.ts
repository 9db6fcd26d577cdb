import { leavingQuestion } from "./question.ts";
import type { OutcomesReport, ReportInput } from "./report.types.ts";

/** The report that leaves the program. @throws RangeError as `leavingQuestion` does. */
export function reportOf({ question }: ReportInput): OutcomesReport {
  throw new RangeError(`no report yet for ${leavingQuestion(question).from}`);
}
