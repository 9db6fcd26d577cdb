import { MAX_CELL_BYTES, MAX_CELLS, MAX_RECORD_BYTES } from "./limits.ts";

/**
 * The quoting of RFC 4180 as a table over bytes, with one allowance: spaces, tabs and carriage returns may stand around
 * the quotes, since space around a value is trimmed. The bytes that matter are ASCII, which no UTF-8 sequence contains,
 * so a record is taken apart before anybody knows whether its text is valid.
 */
const START = 0;
const PLAIN = 1;
const QUOTED = 2;
/** After a quote inside quotes: the first half of an escaped quote, or the end of the cell. */
const QUOTE = 3;
const CLOSED = 4;
const DONE = 5;
const BROKEN = 6;

const NOTHING = 0;
const OPEN = 1;
const LINE = 2;
const MARK = 3;
const ESCAPE = 4;
const CELL = 5;

type Step = readonly [state: number, action: number];

// Columns: other, space, comma, line feed, quote.
const STEPS: readonly (readonly Step[])[] = [
  /* START  */ [
    [PLAIN, NOTHING],
    [START, NOTHING],
    [START, CELL],
    [DONE, CELL],
    [QUOTED, OPEN],
  ],
  /* PLAIN  */ [
    [PLAIN, NOTHING],
    [PLAIN, NOTHING],
    [START, CELL],
    [DONE, CELL],
    [BROKEN, NOTHING],
  ],
  /* QUOTED */ [
    [QUOTED, NOTHING],
    [QUOTED, NOTHING],
    [QUOTED, NOTHING],
    [QUOTED, LINE],
    [QUOTE, MARK],
  ],
  /* QUOTE  */ [
    [BROKEN, NOTHING],
    [CLOSED, NOTHING],
    [START, CELL],
    [DONE, CELL],
    [QUOTED, ESCAPE],
  ],
  /* CLOSED */ [
    [BROKEN, NOTHING],
    [CLOSED, NOTHING],
    [START, CELL],
    [DONE, CELL],
    [BROKEN, NOTHING],
  ],
];

const BYTE_CLASS = new Uint8Array(256);
for (const space of [0x20, 0x09, 0x0d]) BYTE_CLASS[space] = 1;
BYTE_CLASS[0x2c] = 2;
BYTE_CLASS[0x0a] = 3;
BYTE_CLASS[0x22] = 4;

const NEXT_STATE = new Uint8Array(STEPS.flatMap((row) => row.map(([state]) => state)));
const ACTION = new Uint8Array(STEPS.flatMap((row) => row.map(([, action]) => action)));

/** Where one cell lies, in bytes from the start of its record, without its quotes. */
export interface CellSpan {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** Whether doubled quotes stand for single ones inside. */
  readonly escaped: boolean;
}

export type ScanOutcome = "more" | "done" | "broken";

/**
 * Takes one record apart, fed piece by piece. All positions are bytes from the record's start. After an overflow it only
 * looks for the end of the record, and nothing of the record needs to be kept.
 */
export class RecordScan {
  readonly spans: CellSpan[] = [];
  /** Where the next byte to look at lies. */
  at = 0;
  /** Of a broken record, where its first physical line ends, just after the line feed. */
  firstLineEnd = -1;
  /** Line breaks inside the record, without the one that ends it. */
  innerLines = 0;
  /** The cell being read; of a broken record the one where reading stopped. */
  cell = 0;
  /** The cell whose length, or whose record's length, was too much to hold; -1 while all fits. */
  overflow = -1;
  tooManyCells = false;
  #state = START;
  #cellStart = 0;
  #contentStart = 0;
  #contentEnd = 0;
  #quoted = false;
  #escaped = false;

  /** Reads on in `bytes[from, to)`, where `bytes[from]` is the byte at `this.at`. */
  advance(bytes: Uint8Array, from: number, to: number): ScanOutcome {
    const shift = from - this.at;
    let state = this.#state;
    let index = from;
    while (index < to && state < DONE) {
      const step = state * 5 + (BYTE_CLASS[bytes[index] ?? 0] ?? 0);
      state = NEXT_STATE[step] ?? BROKEN;
      const action = ACTION[step];
      if (action !== NOTHING) this.#act(action, index - shift);
      index += 1;
    }
    this.#state = state;
    this.at = index - shift;
    if (state === DONE) return "done";
    if (state === BROKEN && this.#foundFirstLineEnd(bytes, index, to)) return "broken";
    this.#limit();
    return "more";
  }

  /** The file has ended: what the record is then. */
  end(): ScanOutcome {
    if (this.#state === QUOTED || this.#state === BROKEN) {
      if (this.firstLineEnd < 0) this.firstLineEnd = this.at;
      return "broken";
    }
    this.#act(CELL, this.at);
    return "done";
  }

  /** Whether more was met than is held of one record. */
  get overflowed(): boolean {
    return this.overflow >= 0 || this.tooManyCells;
  }

  #act(action: number | undefined, at: number): void {
    switch (action) {
      case OPEN:
        this.#quoted = true;
        this.#contentStart = at + 1;
        break;
      case LINE:
        if (this.firstLineEnd < 0) this.firstLineEnd = at + 1;
        this.innerLines += 1;
        break;
      case MARK:
        this.#contentEnd = at;
        break;
      case ESCAPE:
        this.#escaped = true;
        break;
      default:
        this.#endCell(at);
    }
  }

  #endCell(at: number): void {
    if (at - this.#cellStart > MAX_CELL_BYTES && !this.overflowed) this.overflow = this.cell;
    if (!this.overflowed) {
      this.spans.push({
        start: this.#quoted ? this.#contentStart : this.#cellStart,
        end: this.#quoted ? this.#contentEnd : at,
        quoted: this.#quoted,
        escaped: this.#escaped,
      });
    }
    this.cell += 1;
    if (this.cell >= MAX_CELLS) this.tooManyCells = true;
    this.#cellStart = at + 1;
    this.#quoted = false;
    this.#escaped = false;
  }

  /** After a stray quote: whether it is known where the record's first physical line ends. */
  #foundFirstLineEnd(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.firstLineEnd >= 0) return true;
    const found = bytes.indexOf(0x0a, from);
    const end = found < 0 || found >= to ? to : found + 1;
    this.at += end - from;
    if (end <= from || bytes[end - 1] !== 0x0a) return false;
    this.firstLineEnd = this.at;
    return true;
  }

  #limit(): void {
    if (this.overflowed) return;
    if (this.at - this.#cellStart > MAX_CELL_BYTES || this.at > MAX_RECORD_BYTES) this.overflow = this.cell;
  }
}
