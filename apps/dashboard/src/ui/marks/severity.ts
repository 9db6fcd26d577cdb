import type { Mark } from "./mark.ts";

export interface BandMark extends Mark {
  readonly tint: string;
}

const band = (index: number, word: string, meaning: string): BandMark => ({
  id: `band-${word.replace(" ", "-")}`,
  word,
  meaning,
  tone: "var(--ink)",
  tint: `var(--band-${index})`,
});

/** The names of the bands are the instruments'; their limits come with the instrument, never from here. */
export const BAND_MARKS: readonly BandMark[] = [
  band(0, "minimal", "The lowest band. It is not called well, or free of symptoms."),
  band(1, "mild", "The second band."),
  band(2, "moderate", "The third band."),
  band(3, "moderately severe", "A band of the PHQ-9 only."),
  band(4, "severe", "The highest band."),
];

export function tintOfBand(name: string | null): string {
  return BAND_MARKS.find((mark) => mark.word === name)?.tint ?? "transparent";
}
