import { studentT95 } from "./student.ts";

/** A mean with its standard deviation (n − 1) and the 95 % interval of Student's t. */
export interface MeanEstimate {
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
  /** Null with fewer than two values, and when all are the same: nothing then says how far the mean may be off. */
  readonly low: number | null;
  readonly high: number | null;
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Mean, SD and t interval: mean ± t(n − 1) × SD / √n. */
export function meanOf(values: readonly number[]): MeanEstimate {
  const n = values.length;
  if (n === 0) return { n, mean: null, sd: null, low: null, high: null };
  const mean = sumOf(values) / n;
  if (n === 1) return { n, mean, sd: null, low: null, high: null };
  const sd = Math.sqrt(sumOf(values.map((value) => (value - mean) ** 2)) / (n - 1));
  if (values.every((value) => value === values[0])) return { n, mean, sd: 0, low: null, high: null };
  const half = (studentT95(n - 1) * sd) / Math.sqrt(n);
  return { n, mean, sd, low: mean - half, high: mean + half };
}
