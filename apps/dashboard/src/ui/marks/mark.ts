/** One path of a mark, in a box from −6 to 6 both ways, so that a screen and a chart draw the same thing. */
export interface Stroke {
  readonly d: string;
  readonly paint: "fill" | "line" | "dash";
}

/** One sign and what it says. The gallery, the screens and the charts draw from these objects and from nothing else. */
export interface Mark {
  readonly id: string;
  /** What a person reads or hears in place of the sign. */
  readonly word: string;
  readonly meaning: string;
  /** A character, for signs that are set as text. */
  readonly symbol?: string;
  /** Paths, for signs that are drawn; an empty list is a sign that leaves its place empty. */
  readonly strokes?: readonly Stroke[];
  /** A color of the theme. */
  readonly tone: string;
}

export const CIRCLE = "M5 0A5 5 0 1 1-5 0A5 5 0 1 1 5 0Z";
export const SQUARE = "M-4.5-4.5H4.5V4.5H-4.5Z";
export const CROSS = "M-4-4L4 4M-4 4L4-4";
export const BLOCK = "M-5.5-5.5H5.5V5.5H-5.5Z";
