/** One definition as a reader meets it: plain words first, the formula second. */
export interface Definition {
  /** Unique over all: the anchor of the page, and what a number on screen names. */
  readonly id: string;
  readonly name: string;
  /** Plain sentences. */
  readonly words: readonly string[];
  readonly formula: string | null;
  readonly source: string;
  /** Set by Soundings, without a published basis. */
  readonly ours: boolean;
  /** Null for what has no version of its own: it changes with the version of the definitions as a whole. */
  readonly version: number | null;
}

export interface DefinitionGroup {
  readonly id: string;
  readonly heading: string;
  /** What the definitions have in common, in one or two sentences. */
  readonly lead: string;
  readonly definitions: readonly Definition[];
}
