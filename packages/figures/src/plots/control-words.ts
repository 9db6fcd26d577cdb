import type { ControlFigure, RuleMark } from "@soundings/clinical";
import { countWords, sentence, valueWords } from "../parts/words.ts";

export type Point = ControlFigure["points"][number];

/** The letter of a run; a point outside is a shape. */
export const RULES: Readonly<Record<RuleMark, { readonly letter: string; readonly words: string }>> = {
  outside: { letter: "", words: "outside the limits" },
  seven_one_side: { letter: "s", words: "7 on one side of the center" },
  seven_in_a_row: { letter: "r", words: "7 in a row rising or falling" },
  two_of_three: { letter: "t", words: "2 of 3 near a limit" },
};

/** One period as a sentence. */
export function pointWords(point: Point, unit: ControlFigure["unit"]): string {
  const { label, value, n, low, high, open, marks } = point;
  const when = open ? `${label}, not ended yet` : label;
  if (value === null) return sentence(`${when}: ${n === null ? "withheld" : "no data"}`);
  const limits =
    low === null || high === null ? "" : `, limits ${valueWords(low, unit)} to ${valueWords(high, unit)}`;
  const stands = marks.length === 0 ? "" : `; ${marks.map((mark) => RULES[mark].words).join(", ")}`;
  return sentence(
    `${when}: ${valueWords(value, unit)}, n ${n === null ? "withheld" : `= ${countWords(n)}`}${limits}${stands}`,
  );
}

const CHARTS = { p: "p chart", xmr: "XmR chart", run: "run chart" } as const;

/** The kind of chart, and how far its limits can be trusted. */
export function chartWords({ chart, trial }: ControlFigure): string {
  return `${CHARTS[chart]}${trial && chart !== "run" ? ", trial limits from fewer than 12 periods" : ""}`;
}

/** A chart in words: its center, its range, the latest period, and what stands out. */
export function spokenOf(figure: ControlFigure): string {
  const { points, unit, center } = figure;
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const latest = points.filter(({ value }) => value !== null).at(-1);
  if (!latest) return "No data.";
  const middle = center === null ? "No center." : `Center ${valueWords(center, unit)}.`;
  const range = `${values.length} periods from ${valueWords(Math.min(...values), unit)} to ${valueWords(Math.max(...values), unit)}.`;
  const marked = points.filter(({ marks }) => marks.length > 0);
  const stands =
    marked.length === 0 ? "No period stands out." : marked.map((point) => pointWords(point, unit)).join(" ");
  return `${sentence(chartWords(figure))} ${middle} ${range} Latest: ${pointWords(latest, unit)} ${stands}`;
}
