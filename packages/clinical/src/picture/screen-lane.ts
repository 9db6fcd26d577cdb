import type { Known } from "../findings/known.ts";
import { compareText } from "../findings/order.ts";
import type { MedicationChange, ScreenResult } from "../records/types.ts";
import { ANALYTES, analyteName, listedAnalyte } from "../screens/analytes.ts";
import { interferenceText } from "../screens/interference.ts";
import { specimenFactName, specimenFactValue } from "../screens/specimen-facts.ts";
import { type JudgedScreen, screenMark, screenText } from "../summary/screen-marks.ts";
import type { ResultMark, ScreenOnTimeline, ScreenResultMark, SpecimenFact } from "./types.ts";

/** The medication changes of the patient, whatever the episode. */
type Changes = readonly Known<MedicationChange>[];

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

/** A negative that counts, though the drug itself is prescribed: a valid specimen, and no positive that counts before it. */
function markOfNegative({ absent }: JudgedScreen, row: NamedResult): ResultMark {
  const analyte = listedAnalyte(row.analyte);
  return analyte !== null && absent.includes(analyte.id) ? "expected_absent" : "negative";
}

function markOf(screen: JudgedScreen, row: NamedResult): ResultMark {
  if (row.result === "positive") return markOfPositive(screen, row);
  if (row.result === "inconclusive") return "inconclusive";
  if (row.result === null || row.resultStatus === "preliminary") return "pending";
  return markOfNegative(screen, row);
}

/** Whether the laboratory has settled the analyte of the row on the same screen. */
function isSettled({ reading }: JudgedScreen, row: NamedResult): boolean {
  const analyte = listedAnalyte(row.analyte);
  return analyte !== null && reading.counted.get(analyte.id)?.method === "definitive";
}

/** Only for a positive that is not definitive, and that no definitive result of the same screen has settled. */
function interferenceOf(screen: JudgedScreen, row: NamedResult, changes: Changes): string | null {
  const analyte = listedAnalyte(row.analyte);
  if (analyte === null || row.result !== "positive" || row.method === "definitive") return null;
  if (isSettled(screen, row)) return null;
  return interferenceText(analyte.id, changes, screen.reading.on);
}

/** A presumptive result raises no doubt where a definitive one of the same screen stands beside it. */
function methodText(screen: JudgedScreen, row: NamedResult): string | null {
  if (row.method !== "presumptive") return row.method;
  return isSettled(screen, row) ? "presumptive; see the definitive result" : "presumptive, not confirmed";
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

function resultText(screen: JudgedScreen, row: NamedResult, mark: ResultMark, until: string | null): string {
  const unit = row.unit === null ? "" : ` ${row.unit}`;
  const parts = [
    `${analyteName(row.analyte)} ${MARK_WORDS[mark]}${until === null ? "" : ` until ${until}`}`,
    methodText(screen, row),
    row.resultStatus === "preliminary" ? "preliminary" : null,
    row.value === null ? null : `${row.value}${unit}`,
    row.cutoff === null ? null : `cutoff ${row.cutoff}${unit}`,
  ];
  return parts.filter((part) => part !== null).join(", ");
}

function resultMark(screen: JudgedScreen, row: NamedResult, changes: Changes): ScreenResultMark {
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
    text: resultText(screen, row, mark, until),
    interference: interferenceOf(screen, row, changes),
  };
}

/** In the order of the listed analytes, others after them by name, then by method. */
function compareRows(a: NamedResult, b: NamedResult): number {
  const place = (row: NamedResult): number => ORDER.get(row.analyte) ?? ORDER.size;
  return (
    place(a) - place(b) || compareText(a.analyte, b.analyte) || compareText(a.method ?? "", b.method ?? "")
  );
}

function specimenFacts(rows: readonly NamedResult[]): readonly SpecimenFact[] {
  return rows.flatMap((row) => {
    const name = specimenFactName(row.analyte);
    return name === null ? [] : [{ name, value: specimenFactValue(row), unit: row.unit }];
  });
}

/**
 * One screen with every result as a mark. Rows that say something of the specimen itself, such as its creatinine, are no
 * results: they stand apart.
 */
export function screenOnTimeline(screen: JudgedScreen, changes: Changes): ScreenOnTimeline {
  const { record, on, id } = screen.reading;
  const { scheduledOn, collectedAt, disposition, specimen, validity, results } = record;
  const rows = results.filter(isNamed).toSorted(compareRows);
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
    results: rows
      .filter((row) => specimenFactName(row.analyte) === null)
      .map((row) => resultMark(screen, row, changes)),
    specimenFacts: specimenFacts(rows),
  };
}
