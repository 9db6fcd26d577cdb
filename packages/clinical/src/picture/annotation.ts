import type { Thresholds } from "../rules/threshold.ts";

/** A mark that a page draws for information: it explains a value, and no rule, criterion or outcome reads it. */
export interface Annotation {
  readonly id: string;
  /** What a page says beside the value. */
  readonly words: string;
  /** When the mark is drawn. */
  readonly meaning: string;
  readonly thresholds: Thresholds;
  readonly source: string;
  /** When definition and source were last reviewed, `YYYY-MM-DD`. */
  readonly reviewed: string;
}
