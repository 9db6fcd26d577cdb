import type { InstrumentId } from "../records/codes.ts";
import type { Assessment } from "../records/types.ts";
import type { Instrument } from "./define.ts";
import { instrumentOf } from "./instruments.ts";

/** What an assessment comes to. `answered` counts the items that make the total, `score` is an integer. */
export type Score =
  | {
      readonly scored: true;
      readonly score: number;
      /** The score was raised from fewer items than there are. */
      readonly prorated: boolean;
      readonly answered: number;
      /** The source stated a total and no item is known. */
      readonly totalOnly: boolean;
      readonly band: string;
    }
  | { readonly scored: false; readonly answered: number };

/** sum × items / answered, rounded half up, in integers. */
function prorate(sum: number, items: number, answered: number): number {
  return Math.floor((2 * sum * items + answered) / (2 * answered));
}

/** The answers of the items that make the total, in order: PHQ-9 1 to 9, GAD-7 1 to 7. */
export function scoredItems(
  assessment: Pick<Assessment, "instrument" | "items">,
): readonly (number | null)[] {
  return instrumentOf(assessment.instrument).items.map((item) => assessment.items[item.number - 1] ?? null);
}

function bandWithin(instrument: Instrument, score: number): string {
  const band = instrument.bands.find((one) => score >= one.from && score <= one.to);
  if (band === undefined)
    throw new RangeError(`${instrument.name} totals go from 0 to ${instrument.maximum}`);
  return band.name;
}

/** The severity band of a score, 0 to the instrument's maximum; throws `RangeError` outside. */
export function bandOf(instrumentId: InstrumentId, score: number): string {
  return bandWithin(instrumentOf(instrumentId), score);
}

/**
 * The score of one assessment. A stated total is the score, however many items are known; else all items answered give
 * their sum, and nearly all (7 or 8 of the PHQ-9, 6 of the GAD-7) a prorated one. Anything less is not scored.
 */
export function scoreOf(assessment: Pick<Assessment, "instrument" | "items" | "total">): Score {
  const instrument = instrumentOf(assessment.instrument);
  const answers = scoredItems(assessment).filter((answer) => answer !== null);
  const answered = answers.length;
  if (assessment.total !== null) {
    const score = assessment.total;
    const band = bandWithin(instrument, score);
    return { scored: true, score, prorated: false, answered, totalOnly: answered === 0, band };
  }
  if (answered < instrument.proratedFrom) return { scored: false, answered };
  const sum = answers.reduce((total, answer) => total + answer, 0);
  const score = prorate(sum, instrument.items.length, answered);
  const prorated = answered < instrument.items.length;
  return { scored: true, score, prorated, answered, totalOnly: false, band: bandWithin(instrument, score) };
}
