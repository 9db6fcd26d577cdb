import { compareText } from "../findings/order.ts";
import type { ScreenResult } from "../records/types.ts";
import { ANALYTES, analyteName, listedAnalyte } from "../screens/analytes.ts";
import { type JudgedScreen, screenMark, screenText } from "../summary/screen-marks.ts";
import type { ResultMark, ScreenOnTimeline, ScreenResultMark } from "./types.ts";

const ORDER: ReadonlyMap<string, number> = new Map(ANALYTES.map(({ id }, place) => [id, place]));

interface NamedResult extends ScreenResult {
  readonly analyte: string;
}

function isNamed(result: ScreenResult): result is NamedResult {
  return result.analyte !== null;
}

/** The positive that counts for the analyte of the row; undefined when none does. */
function countedPositive(screen: JudgedScreen, row: NamedResult) {
  return screen.positives.find((positive) => positive.analyte === listedAnalyte(row.analyte)?.id);
}

function markOfPositive(screen: JudgedScreen, row: NamedResult): ResultMark {
  const counted = countedPositive(screen, row);
  if (counted === undefined || row.resultStatus === "preliminary") return "positive_not_counted";
  if (!counted.unexpected) return "prescribed";
  return counted.isNew ? "new_positive" : "carry_over";
}

function markOf(screen: JudgedScreen, row: NamedResult): ResultMark {
  if (row.result === "positive") return markOfPositive(screen, row);
  if (row.result === "inconclusive") return "inconclusive";
  return row.result === null || row.resultStatus === "preliminary" ? "pending" : "negative";
}

const MARK_WORDS: Readonly<Record<ResultMark, string>> = {
  negative: "negative",
  new_positive: "new positive",
  carry_over: "possible carry-over",
  prescribed: "positive, prescribed",
  expected_absent: "negative though prescribed",
  positive_not_counted: "positive, not counted",
  inconclusive: "inconclusive",
  pending: "pending",
};

function resultText(row: NamedResult, mark: ResultMark, until: string | null): string {
  const unit = row.unit === null ? "" : ` ${row.unit}`;
  const parts = [
    `${analyteName(row.analyte)} ${MARK_WORDS[mark]}${until === null ? "" : ` until ${until}`}`,
    row.method === "presumptive" ? "presumptive, not confirmed" : row.method,
    row.resultStatus === "preliminary" ? "preliminary" : null,
    row.value === null ? null : `${row.value}${unit}`,
    row.cutoff === null ? null : `cutoff ${row.cutoff}${unit}`,
  ];
  return parts.filter((part) => part !== null).join(", ");
}

function resultMark(screen: JudgedScreen, row: NamedResult): ScreenResultMark {
  const mark = markOf(screen, row);
  const until = mark === "carry_over" ? (countedPositive(screen, row)?.carryOverUntil ?? null) : null;
  const { analyte, method, result, resultStatus, value, unit, cutoff } = row;
  return {
    analyte,
    method,
    result,
    resultStatus,
    mark,
    carryOverUntil: until,
    value,
    unit,
    cutoff,
    text: resultText(row, mark, until),
    interference: null,
  };
}

/** In the order of the listed analytes, others after them by name, then by method. */
function compareRows(a: NamedResult, b: NamedResult): number {
  const place = (row: NamedResult): number => ORDER.get(row.analyte) ?? ORDER.size;
  return (
    place(a) - place(b) || compareText(a.analyte, b.analyte) || compareText(a.method ?? "", b.method ?? "")
  );
}

/** One screen with every result as a mark. */
export function screenOnTimeline(screen: JudgedScreen): ScreenOnTimeline {
  const { record, on, id } = screen.reading;
  const { scheduledOn, collectedAt, disposition, specimen, validity, results } = record;
  return {
    screenId: id,
    on,
    scheduledOn,
    collectedAt,
    disposition,
    specimen,
    validity,
    mark: screenMark(screen),
    text: screenText(screen),
    results: results
      .filter(isNamed)
      .toSorted(compareRows)
      .map((row) => resultMark(screen, row)),
    specimenFacts: [],
  };
}
