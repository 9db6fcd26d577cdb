import type { CountsByFile, FileCounts } from "./batches.ts";

type Count = Exclude<keyof FileCounts, "rows">;

/** Counts what becomes of the rows of each file. */
export class Tally {
  readonly #files = new Map<string, { -readonly [Name in keyof FileCounts]: number }>();

  open(file: string): void {
    if (!this.#files.has(file)) {
      this.#files.set(file, { rows: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 });
    }
  }

  count(file: string, outcome: Count): void {
    this.open(file);
    const counts = this.#files.get(file);
    if (counts === undefined) return;
    counts.rows += 1;
    counts[outcome] += 1;
  }

  /** A row that had been accepted is rejected after all. */
  takeBack(file: string, outcome: Count): void {
    const counts = this.#files.get(file);
    if (counts === undefined) return;
    counts[outcome] -= 1;
    counts.rejected += 1;
  }

  rejected(): number {
    return [...this.#files.values()].reduce((sum, counts) => sum + counts.rejected, 0);
  }

  files(): CountsByFile {
    return Object.fromEntries([...this.#files].map(([file, counts]) => [file, { ...counts }]));
  }
}
