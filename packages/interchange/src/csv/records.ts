import { isUtf8 } from "node:buffer";
import type { FileHandle } from "node:fs/promises";
import { FileWindow } from "./file-window.ts";
import { hasControlCharacter, isTooLong, MAX_CELL_CHARACTERS, MAX_RAW_CHARACTERS } from "./limits.ts";
import { type CellSpan, RecordScan } from "./record-scan.ts";

/** What is wrong with the form of a record, and the place of the cell where it shows, from 0. */
export interface CsvDefect {
  readonly code: "bad_quoting" | "bad_encoding" | "control_character" | "too_long" | "wrong_columns";
  readonly cell: number;
}

export interface CsvRecord {
  /** The physical line where the record starts, from 1; line feeds count. */
  readonly line: number;
  /** The cells without their quotes, untrimmed; null when the record could not be taken apart. */
  readonly cells: readonly string[] | null;
  /** The text of the record without its final line break; of a long one its beginning. */
  readonly raw: string;
  readonly defect: CsvDefect | null;
}

export interface CsvBatch {
  readonly records: readonly CsvRecord[];
  /** How far the file has been read, in bytes. */
  readonly bytesRead: number;
}

const LINE_FEED = 0x0a;
const QUOTE = 0x22;
/** A record that does not end within this many bytes is taken apart piece by piece. */
const PLAIN_BYTES = 64 * 1024;
const RECORDS_PER_BATCH = 1_000;
const REPLACEMENT = "\uFFFD";

const BLANK = Symbol("blank line");
const MORE = Symbol("more bytes are needed");
const END = Symbol("end of file");

/**
 * The records of a CSV file (UTF-8 with or without byte-order mark, RFC 4180, LF or CRLF), in batches, blank lines left
 * out. Memory is bounded whatever the file holds. A record that cannot be read is given as a defect and costs no other
 * record: after a quoting defect, reading resumes on the physical line after the one where the record started, so that an
 * unclosed quote does not swallow what follows. `chunk` is how many bytes are read at a time. Throws what the file system
 * throws.
 */
export async function* readCsvRecords(handle: FileHandle, chunk = 256 * 1024): AsyncGenerator<CsvBatch> {
  const reader = new CsvReader(new FileWindow(handle, chunk));
  await reader.start();
  while (true) {
    const { records, ended } = reader.take();
    if (records.length > 0 || ended) yield { records, bytesRead: reader.bytesRead };
    if (ended) return;
    if (records.length < RECORDS_PER_BATCH) await reader.fill();
  }
}

class CsvReader {
  readonly #window: FileWindow;
  /** Where the record being read starts, in the window and by line. */
  #position = 0;
  #line = 1;
  /** The next quote at or after the position, as far as it is known: -1 when it has to be looked for. */
  #nextQuote = -1;
  /** The record that is being taken apart byte by byte, and where it starts in the file. */
  #scan: RecordScan | null = null;
  #offset = 0;
  /** Set when that record is too much to hold: its beginning. Its bytes are no longer kept then. */
  #head: string | null = null;

  constructor(window: FileWindow) {
    this.#window = window;
  }

  get bytesRead(): number {
    return this.#window.base + this.#position;
  }

  async start(): Promise<void> {
    await this.fill();
    const { bytes, end } = this.#window;
    if (end >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#position = 3;
  }

  async fill(): Promise<void> {
    await this.#window.fill(this.#position);
    this.#position = 0;
    this.#nextQuote = -1;
  }

  /** The records that the window holds whole, up to a batch. */
  take(): { readonly records: CsvRecord[]; readonly ended: boolean } {
    const records: CsvRecord[] = [];
    while (records.length < RECORDS_PER_BATCH) {
      const next = this.#next();
      if (next === MORE) break;
      if (next === END) return { records, ended: true };
      if (next !== BLANK) records.push(next);
    }
    return { records, ended: false };
  }

  #next(): CsvRecord | typeof BLANK | typeof MORE | typeof END {
    if (this.#scan !== null) return this.#scanOn(this.#scan);
    const { end, atEnd } = this.#window;
    if (this.#position === end) return atEnd ? END : MORE;
    const lineFeed = this.#find(LINE_FEED);
    const lineEnd = lineFeed < 0 ? end : lineFeed;
    const complete = lineFeed >= 0 || atEnd;
    if (!complete && end - this.#position < PLAIN_BYTES) return MORE;
    if (!complete || this.#quoteBefore(lineEnd) || lineEnd - this.#position > PLAIN_BYTES)
      return this.#begin();
    return this.#plain(lineEnd) ?? this.#begin();
  }

  #find(byte: number): number {
    const { bytes, end } = this.#window;
    const found = bytes.indexOf(byte, this.#position);
    return found >= end ? -1 : found;
  }

  #quoteBefore(lineEnd: number): boolean {
    if (this.#nextQuote < this.#position) {
      const found = this.#find(QUOTE);
      this.#nextQuote = found < 0 ? this.#window.end : found;
    }
    return this.#nextQuote < lineEnd;
  }

  /** A record on one line without quotes; null when its bytes have to be looked at one by one. */
  #plain(lineEnd: number): CsvRecord | typeof BLANK | null {
    const raw = withoutReturn(this.#window.bytes.toString("utf8", this.#position, lineEnd));
    if (raw.includes(REPLACEMENT)) return null;
    const line = this.#line;
    this.#line += 1;
    this.#position = Math.min(lineEnd + 1, this.#window.end);
    const cells = raw.split(",");
    if (cells.length === 1 && raw.trim() === "") return BLANK;
    return { line, cells, raw, defect: textDefect(raw, cells) };
  }

  #begin(): CsvRecord | typeof BLANK | typeof MORE {
    this.#scan = new RecordScan();
    this.#offset = this.bytesRead;
    return this.#scanOn(this.#scan);
  }

  #scanOn(scan: RecordScan): CsvRecord | typeof BLANK | typeof MORE {
    const { bytes, base, end, atEnd } = this.#window;
    let outcome = scan.advance(bytes, this.#offset + scan.at - base, end);
    if (outcome === "more" && atEnd) outcome = scan.end();
    if (scan.overflowed) this.#letGo(scan);
    if (outcome === "more") return MORE;
    const record = outcome === "done" ? this.#finish(scan) : this.#giveUp(scan);
    this.#scan = null;
    this.#head = null;
    return record;
  }

  /** Keeps the beginning of a record that is too much to hold, and lets go of what has been looked at. */
  #letGo(scan: RecordScan): void {
    this.#head ??= this.#headOf(scan.at);
    this.#position = this.#offset + scan.at - this.#window.base;
  }

  #headOf(length: number): string {
    const held = Math.min(length, 4 * MAX_RAW_CHARACTERS);
    const text = this.#window.bytes.toString("utf8", this.#position, this.#position + held);
    return text.slice(0, MAX_RAW_CHARACTERS);
  }

  #finish(scan: RecordScan): CsvRecord | typeof BLANK {
    const line = this.#line;
    const start = this.#position;
    this.#line += scan.innerLines + 1;
    this.#position = this.#offset + scan.at - this.#window.base;
    if (this.#head === null) {
      return recordOf(this.#window.bytes.subarray(start, this.#position), scan.spans, line);
    }
    const code = scan.overflow >= 0 ? "too_long" : "wrong_columns";
    return { line, cells: null, raw: this.#head, defect: { code, cell: Math.max(scan.overflow, 0) } };
  }

  /** Gives up a record whose quotes do not match, and goes to the physical line after its first. */
  #giveUp(scan: RecordScan): CsvRecord {
    const line = this.#line;
    const text = this.#head ?? this.#headOf(scan.firstLineEnd);
    this.#line = line + 1;
    this.#position = this.#window.seek(this.#offset + scan.firstLineEnd);
    this.#nextQuote = -1;
    const raw = withoutReturn(text.split("\n", 1)[0] ?? "");
    return { line, cells: null, raw, defect: { code: "bad_quoting", cell: scan.cell } };
  }
}

function withoutReturn(text: string): string {
  return text.endsWith("\r") ? text.slice(0, -1) : text;
}

function recordOf(bytes: Buffer, spans: readonly CellSpan[], line: number): CsvRecord | typeof BLANK {
  const text = bytes.toString("utf8");
  const raw = withoutReturn(text.endsWith("\n") ? text.slice(0, -1) : text);
  if (spans.length === 1 && raw.trim() === "") return BLANK;
  // As many UTF-16 units as bytes means one unit a byte, so that places in the text are places in the bytes.
  const aligned = text.length === bytes.length;
  const cells = spans.map((span) => {
    const { start, end } = span;
    const content = aligned ? text.slice(start, end) : bytes.toString("utf8", start, end);
    return span.escaped ? content.replaceAll('""', '"') : content;
  });
  const last = spans.length - 1;
  if (spans[last]?.quoted === false) cells[last] = withoutReturn(cells[last] ?? "");
  if (text.includes(REPLACEMENT) && !isUtf8(bytes)) {
    const cell = spans.findIndex(({ start, end }) => !isUtf8(bytes.subarray(start, end)));
    return { line, cells, raw, defect: { code: "bad_encoding", cell: Math.max(cell, 0) } };
  }
  return { line, cells, raw, defect: textDefect(raw, cells) };
}

function textDefect(raw: string, cells: readonly string[]): CsvDefect | null {
  if (hasControlCharacter(raw)) {
    return { code: "control_character", cell: Math.max(cells.findIndex(hasControlCharacter), 0) };
  }
  if (raw.length <= MAX_CELL_CHARACTERS) return null;
  const cell = cells.findIndex(isTooLong);
  return cell < 0 ? null : { code: "too_long", cell };
}
