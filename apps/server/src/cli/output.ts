import type { Writable } from "node:stream";
import { CommandError } from "@soundings/api";

const CHUNK_CHARACTERS = 1 << 16;

/** The program that read our output has left, as `head` does; there is nobody to tell. */
export class ReaderGone extends Error {}

const WHY: Readonly<Record<string, string>> = {
  ENOSPC: "its disk is full",
  EDQUOT: "its disk quota is used up",
  EIO: "its disk reported an error",
};

function reasonOf({ code }: NodeJS.ErrnoException): string {
  return WHY[code ?? ""] ?? `the system says ${code ?? "no more"}`;
}

/** What was to be printed cannot be written, as on a full disk. The message is a sentence for whoever ran the command. */
export class OutputFailed extends CommandError {
  readonly reason: string;

  constructor(cause: NodeJS.ErrnoException) {
    const reason = reasonOf(cause);
    super(
      `Standard output could not be written completely (${reason}), so do not rely on what was printed. Make room or choose another place.`,
      { cause },
    );
    this.reason = reason;
  }
}

function failureOf(error: NodeJS.ErrnoException): Error {
  return error.code === "EPIPE" ? new ReaderGone() : new OutputFailed(error);
}

export interface Output {
  write(text: string): Promise<void>;
  /** Everything written so far has left this process. */
  flush(): Promise<void>;
}

/**
 * Writes no faster than the reader reads, so that an answer of any length is never held in memory.
 * @throws ReaderGone when the other end of the pipe was closed; OutputFailed when it cannot be written for another reason.
 */
export function createOutput(stream: Writable): Output {
  let waiting = "";
  let failure: Error | null = null;
  let wake: (() => void) | null = null;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    failure ??= failureOf(error);
    wake?.();
  });
  const push = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const settle = (error?: NodeJS.ErrnoException | null) => {
        wake = null;
        if (error) failure ??= failureOf(error);
        if (failure) reject(failure);
        else resolve();
      };
      wake = settle;
      if (failure) settle();
      else stream.write(text, settle);
    });
  const flush = async () => {
    const text = waiting;
    waiting = "";
    if (text !== "") await push(text);
  };
  return {
    async write(text) {
      waiting += text;
      if (waiting.length >= CHUNK_CHARACTERS) await flush();
    },
    flush,
  };
}

/** One element a line, written as it comes. */
export async function writeJsonArray(out: Output, items: Iterable<unknown>, indent = ""): Promise<void> {
  let first = true;
  for (const item of items) {
    await out.write(`${first ? "[" : ","}\n${indent}  ${JSON.stringify(item)}`);
    first = false;
  }
  await out.write(first ? "[]" : `\n${indent}]`);
}

export async function writeJson(out: Output, value: unknown): Promise<void> {
  await out.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Columns as wide as their widest cell; the columns named in `right` hold numbers. */
export function table(rows: readonly (readonly string[])[], right: ReadonlySet<number> = new Set()): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        right.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return rows.map((row) => `${line(row)}\n`).join("");
}

export const count = (value: number) => value.toLocaleString("en-US");

export const plural = (value: number, one: string, many = `${one}s`) =>
  `${count(value)} ${value === 1 ? one : many}`;
