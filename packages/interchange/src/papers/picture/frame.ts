import { addDays, type CalendarDate, daysBetween, type EpisodePicture } from "@soundings/clinical";

/** What every lane of one picture shares: the same day stands on the same place in each. Lengths are points. */
export interface Frame {
  readonly doc: PDFKit.PDFDocument;
  readonly picture: EpisodePicture;
  /** Left edge of the lane names, and both edges of the days. */
  readonly names: number;
  readonly left: number;
  readonly right: number;
  readonly dayWidth: number;
  /** Size of the letters in the picture. */
  readonly size: number;
}

/** A lane before it is drawn: how high it is, and how to draw it from its top on. */
export interface Lane {
  readonly height: number;
  draw(top: number): void;
}

const NAMES_WIDTH = 78;
const LABELS_WIDTH = 66;

export function frameOf(
  doc: PDFKit.PDFDocument,
  picture: EpisodePicture,
  { x, width, size }: { x: number; width: number; size: number },
): Frame {
  const left = x + NAMES_WIDTH;
  const right = x + width - LABELS_WIDTH;
  const days = Math.max(1, daysBetween(picture.from, picture.to) + 1);
  return { doc, picture, names: x, left, right, dayWidth: (right - left) / days, size };
}

/** The morning of a day, held to the picture. */
export function startOf({ picture, left, right, dayWidth }: Frame, day: CalendarDate): number {
  return Math.min(right, Math.max(left, left + daysBetween(picture.from, day) * dayWidth));
}

/** The middle of a day. */
export function middleOf(frame: Frame, day: CalendarDate): number {
  return startOf(frame, day) + frame.dayWidth / 2;
}

/** The end of a last day; of what goes on, the edge of the picture. */
export function endOf(frame: Frame, day: CalendarDate | null): number {
  return day === null ? frame.right : startOf(frame, addDays(day, 1));
}

/** Things on one line that would touch are put on further lines. Answers the line of each, in the order given. */
export function packed(places: readonly number[], width: number): readonly number[] {
  const ends: number[] = [];
  return places.map((x) => {
    const free = ends.findIndex((end) => end <= x);
    const row = free === -1 ? ends.length : free;
    ends[row] = x + width;
    return row;
  });
}
