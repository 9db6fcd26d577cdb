import {
  addDays,
  type CalendarDate,
  dateOf,
  type Instant,
  instantToMs,
  type Problem,
  type RejectionCode,
  type ZoneName,
} from "@soundings/clinical";

const DAY_MS = 86_400_000;

/** What "now" means for the cells of a file. */
export interface Clock {
  readonly zone: ZoneName;
  /** The last civil date of the site that is not in the future: tomorrow. */
  readonly lastDate: CalendarDate;
  /** The last moment that is not in the future, in ms since 1970: a day after now. */
  readonly lastMs: number;
}

/** The clock of a site: its zone and the present moment. */
export function clockOf(zone: ZoneName, now: Instant): Clock {
  return { zone, lastDate: addDays(dateOf(now, zone), 1), lastMs: instantToMs(now) + DAY_MS };
}

/** Why a cell is not taken. One object per reason, made with the format; the sentence never holds the cell's text. */
export class CellFault {
  readonly code: RejectionCode;
  readonly #sentence: (column: string) => string;

  constructor(code: RejectionCode, sentence: (column: string) => string) {
    this.code = code;
    this.#sentence = sentence;
  }

  /** The fault as the problem of that column. */
  problemOf(column: string): Problem {
    return { column, code: this.code, message: this.#sentence(column) };
  }
}

/** How the text of a cell becomes a value and back. Texts are trimmed and never empty. */
export interface CellFormat<T> {
  /** The form in words, after "write it as", for example `a calendar date, YYYY-MM-DD`. */
  readonly expects: string;
  /** The codes that may stand here, where there is a list. */
  readonly codes: readonly string[] | null;
  /** `earlier` holds the values of the row's columns before this one, by property. */
  parse(text: string, clock: Clock, earlier: Readonly<Record<string, unknown>>): T | CellFault;
  /** The canonical text, which `parse` reads as the same value. */
  format(value: T): string;
  /** Whether a text that is taken has a form that deserves a warning. */
  unusual(text: string): boolean;
}

type FormatParts<T> = Pick<CellFormat<T>, "expects" | "parse"> & Partial<CellFormat<T>>;

/** A format from its parts: no list of codes, nothing unusual, written as the value's own text. */
export function defineFormat<T>(parts: FormatParts<T>): CellFormat<T> {
  return { codes: null, format: String, unusual: () => false, ...parts };
}

/** A fault that asks for the expected form. */
export function formFault(code: RejectionCode, expects: string): CellFault {
  return new CellFault(code, (column) => `Write ${column} as ${expects}.`);
}

/** A fault that asks for a value within bounds, put as a whole clause after the column's name. */
export function rangeFault(bounds: string): CellFault {
  return new CellFault("out_of_range", (column) => `Correct ${column}, which ${bounds}.`);
}

/** The memory of a function of short texts, forgotten whole when it grows. */
export function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const results = new Map<string, T>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = compute(text);
    if (results.size >= 20_000) results.clear();
    if (text.length <= 64) results.set(text, result);
    return result;
  };
}
