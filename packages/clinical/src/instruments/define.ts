import type { InstrumentId } from "../records/codes.ts";

/** Languages in which the texts of an instrument are held: U.S. English, and Spanish for the USA. */
export const TEXT_LANGUAGES = ["en", "es"] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

/** One question whose answers stand for 0, 1, 2 and 3, in that order. */
export interface ScaledQuestion {
  readonly question: string;
  readonly answers: readonly string[];
}

/** The published wording in one language, never adapted. `items` and `answers` are in the order of the form. */
export interface InstrumentText {
  readonly stem: string;
  readonly items: readonly string[];
  readonly answers: readonly string[];
  readonly difficulty: ScaledQuestion;
}

/** One scored item. `number` is its place on the form, from 1, and its column in the clinic export (`item_1` …). */
interface InstrumentItem {
  readonly number: number;
  /** Two or three words for a grid; never shown to the person who answers. */
  readonly topic: string;
  readonly loinc: string;
}

/** Scores from `from` to `to`, both included. */
interface Band {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** One instrument as data: wording, scoring, bands, and the numbers that rules and outcomes compare with. */
export interface Instrument {
  readonly id: InstrumentId;
  readonly version: number;
  readonly name: string;
  readonly title: string;
  readonly measures: string;
  readonly recallDays: number;
  readonly items: readonly InstrumentItem[];
  /** The highest answer of an item; the lowest is 0. */
  readonly answerMaximum: number;
  /** The highest total; the lowest is 0. */
  readonly maximum: number;
  /** The total is sum × items / answered, rounded half up, when at least this many items are answered. */
  readonly proratedFrom: number;
  /** From 0 to `maximum` without a gap. */
  readonly bands: readonly Band[];
  /** A score at or above it counts as a case. */
  readonly caseness: number;
  /** A change of at least this many points is reliable. */
  readonly reliableChange: number;
  /** A change of at least this many points matters to people who answer. */
  readonly minimalImportantChange: number;
  /** The item that asks about suicide, or null. It is never filled in. */
  readonly safetyItem: number | null;
  /** The functional difficulty item, 0 to 3, outside the total. */
  readonly difficulty: { readonly number: number; readonly loinc: string | null };
  readonly loinc: { readonly panel: string; readonly total: string; readonly answers: readonly string[] };
  readonly texts: Readonly<Record<TextLanguage, InstrumentText>>;
  /** Goes with every display of the texts. */
  readonly credit: string;
  readonly textSource: string;
  readonly sources: {
    readonly bands: string;
    readonly caseness: string;
    readonly reliableChange: string;
    readonly minimalImportantChange: string;
    readonly prorating: string;
  };
  /** When texts and numbers were last held against their sources, `YYYY-MM-DD`. */
  readonly reviewedOn: string;
}

/** An instrument, checked against itself; throws `RangeError` on a definition that cannot be scored or shown. */
export function defineInstrument(instrument: Instrument): Instrument {
  const problem = definitionProblem(instrument);
  if (problem !== null) throw new RangeError(`${instrument.name}: ${problem}`);
  return Object.freeze(instrument);
}

function definitionProblem(instrument: Instrument): string | null {
  const { items, bands, maximum } = instrument;
  if (items.some((item, place) => item.number !== place + 1)) return "items are not numbered from 1";
  if (maximum !== items.length * instrument.answerMaximum) return "the maximum is not the sum of the items'";
  const joined = bands.every(
    (band, place) => band.from === (place === 0 ? 0 : (bands[place - 1]?.to ?? 0) + 1),
  );
  if (!joined || bands.at(-1)?.to !== maximum) return "the bands leave a gap or end before the maximum";
  const complete = TEXT_LANGUAGES.every((language) => {
    const text = instrument.texts[language];
    const answers = instrument.answerMaximum + 1;
    const scaled = text.answers.length === answers && text.difficulty.answers.length === answers;
    return scaled && text.items.length === items.length;
  });
  return complete ? null : "a text lacks an item or an answer";
}
