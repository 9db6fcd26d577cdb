import type { Estimate } from "../answers.ts";
import type { Rate } from "../json.ts";
import type { ReportBlock, ReportCell } from "./report.types.ts";
import { decimal, percent, percents, whole } from "./words.ts";

/** One word for all that is withheld: which is small and which only guards a small one is itself not told. */
const WITHHELD = "withheld";
const NO_DATA = "no data";

export function words(text: string): ReportCell {
  return { text, value: null, withheld: false };
}

const NOTHING: ReportCell = words(NO_DATA);
const KEPT: ReportCell = { text: WITHHELD, value: null, withheld: true };

function shown(may: boolean, value: number | null, text: (value: number) => string): ReportCell {
  if (!may) return KEPT;
  return value === null ? NOTHING : { text: text(value), value, withheld: false };
}

export function count(may: boolean, value: number): ReportCell {
  return shown(may, value, whole);
}

export function share(may: boolean, value: number | null): ReportCell {
  return shown(may, value, percent);
}

/** The value is rounded as its words are: a file holds no more than the page. */
export function number(may: boolean, value: number | null, places: number): ReportCell {
  const scale = 10 ** places;
  const rounded = value === null ? null : Math.round(value * scale) / scale;
  return shown(may, rounded, (known) => decimal(known, places));
}

interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

export function shareInterval(may: boolean, { low, high }: Interval): ReportCell {
  if (!may) return KEPT;
  return low === null || high === null ? NOTHING : words(percents(low, high));
}

export function numberInterval(may: boolean, { low, high }: Interval, places: number): ReportCell {
  if (!may) return KEPT;
  if (low === null || high === null) return NOTHING;
  return words(`${decimal(low, places)} to ${decimal(high, places)}`);
}

/** Of how many, how many, their share and its interval. */
export function rateCells(may: boolean, rate: Rate): readonly ReportCell[] {
  return [
    count(may, rate.denominator),
    count(may, rate.numerator),
    share(may, rate.rate),
    shareInterval(may, rate),
  ];
}

/** The share with how many it is of, in one cell. */
export function shareOf(may: boolean, rate: Rate): ReportCell {
  return shown(may, rate.rate, (known) => `${percent(known)} of ${whole(rate.denominator)}`);
}

/** Of how many, the mean and its interval. */
export function meanCells(may: boolean, { n, value, low, high }: Estimate): readonly ReportCell[] {
  return [count(may, n), number(may, value, 1), numberInterval(may, { low, high }, 1)];
}

export function paragraph(text: string): ReportBlock {
  return { kind: "paragraph", text };
}

export function note(text: string): ReportBlock {
  return { kind: "note", text };
}

export function subheading(text: string): ReportBlock {
  return { kind: "subheading", text };
}

export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly ReportCell[])[],
): ReportBlock {
  return { kind: "table", caption, columns, rows };
}
