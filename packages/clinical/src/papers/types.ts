import type { CalendarDate } from "../calendar/types.ts";
import type { EpisodePicture } from "../picture/types.ts";

/** What can be put on paper. */
export const PAPER_KINDS = ["summary", "review", "patient_copy"] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** The parts of a record that can be chosen to be in a paper, or left out of it. */
export const PAPER_PARTS = [
  "identity",
  "course",
  "attendance",
  "measures",
  "screens",
  "medications",
  "events",
  "decisions",
] as const;
export type PaperPart = (typeof PAPER_PARTS)[number];

export interface PaperTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One part of a paper: a heading over lines, over a table, or over the picture of the episode. */
export type PaperSection =
  | { readonly kind: "lines"; readonly heading: string; readonly lines: readonly string[] }
  | { readonly kind: "table"; readonly heading: string; readonly table: PaperTable }
  | { readonly kind: "picture"; readonly heading: string; readonly picture: EpisodePicture };

/**
 * A paper before it is set: the page on the screen and the PDF are made of the same one. No section is blank: what is not
 * known says so in words.
 */
export interface Paper {
  readonly kind: PaperKind;
  readonly title: string;
  readonly asOf: CalendarDate;
  /** A label and a text each: who, which program, since when. */
  readonly about: readonly (readonly [label: string, text: string])[];
  readonly sections: readonly PaperSection[];
  /** Parts of the record that were not chosen. Their lanes are not drawn: an empty lane would say that nothing was. */
  readonly leftOut: readonly PaperPart[];
  /** Stands at the foot: what this is and how to read it. */
  readonly foot: string;
}
