import type { IntervalsFigure } from "@soundings/clinical";
import { countWords, intervalWords, sentence, valueWords, withInterval } from "../parts/words.ts";

export type Row = IntervalsFigure["rows"][number];
export type Unit = IntervalsFigure["unit"];
export type Estimate = Pick<Row, "value" | "low" | "high">;

const nWords = (n: number | null): string => (n === null ? "n withheld" : `n = ${countWords(n)}`);

/** Why there is no value: an n that is not given has been withheld. */
export const missing = ({ n }: Row): string => (n === null ? "withheld" : "no data");

function estimateWords({ value, low, high }: Estimate, unit: Unit): string | null {
  return value === null ? null : `${valueWords(value, unit)}${withInterval(low, high, unit)}`;
}

/** A row as a sentence. */
export function rowWords(row: Row, unit: Unit): string {
  const own = estimateWords(row, unit) ?? missing(row);
  const n = row.n === null ? (row.value === null ? "" : ", n withheld") : `, ${nWords(row.n)}`;
  const beside = row.beside ? `; ${row.beside.label}: ${estimateWords(row.beside, unit) ?? "no data"}` : "";
  return sentence(`${row.label}: ${own}${n}${beside}`);
}

/** "46 % (39–53 %)". */
export function valueText(row: Estimate, unit: Unit): string {
  if (row.value === null) return "";
  const interval = intervalWords(row.low, row.high, unit);
  return interval === null ? valueWords(row.value, unit) : `${valueWords(row.value, unit)} (${interval})`;
}
