import {
  type ComparedId,
  type EpisodeSet,
  type Estimate,
  INSTRUMENTS,
  type InstrumentId,
  MEAN_IDS,
  MEASURES,
  type MeanId,
  type MeasurePart,
} from "@soundings/clinical";
import { fixed, intervalWords, percentWords, rangeWords } from "../parts/number-words.ts";

const INSTRUMENT_OF: Readonly<Record<MeanId, InstrumentId>> = {
  "phq-9-fall": "phq-9",
  "gad-7-fall": "gad-7",
};

export function isMean(id: ComparedId): id is MeanId {
  return MEAN_IDS.some((mean) => mean === id);
}

/** What is compared or followed, as a page names it. */
export function comparedName(id: ComparedId): string {
  if (isMean(id)) return `Mean fall of ${INSTRUMENTS[INSTRUMENT_OF[id]].name}`;
  return MEASURES.find((measure) => measure.id === id)?.name ?? id;
}

/** `62 %` of a share, `5.2 points` of a mean. */
export function valueWords(id: ComparedId, value: number | null): string {
  if (value === null || !isMean(id)) return percentWords(value);
  return `${fixed(value)}\u00a0points`;
}

/** `53–72 %`, `4.1 to 6.3 points`; null where there is none. */
export function rangeOf(id: ComparedId, low: number | null, high: number | null): string | null {
  if (!isMean(id)) return intervalWords(low, high);
  const range = rangeWords(low, high);
  return range === null ? null : `${range} points`;
}

/** `63 %, 53–72 %`, `5.2 points, 4.1 to 6.3`; `no data`. */
export function estimateWords(id: ComparedId, { value, low, high }: Estimate): string {
  const range = isMean(id) ? rangeWords(low, high) : intervalWords(low, high);
  return value === null || range === null ? valueWords(id, value) : `${valueWords(id, value)}, ${range}`;
}

/** What the n of a measure counts. */
export function countedOf(id: ComparedId): "weeks" | "stays" {
  return MEASURES.find((measure) => measure.id === id)?.of === "weeks" ? "weeks" : "stays";
}

/** Whom a part of a value counts. A mean has two parts: those with both scores, and the others. */
export function setOf(id: ComparedId, part: MeasurePart): EpisodeSet {
  if (!isMean(id)) return { of: "measure", measure: id, part };
  return { of: part === "left-out" ? "unpaired" : "paired", instrument: INSTRUMENT_OF[id] };
}

/** What the counts of a measure are, as the head of a column. */
export function countsTitle(id: ComparedId): string {
  if (isMean(id)) return "With both scores";
  return countedOf(id) === "weeks" ? "Weeks counted, out of" : "Counted, out of";
}
