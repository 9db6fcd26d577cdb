import { addDays, type CalendarDate, type EpisodePicture } from "@soundings/clinical";
import type { TimeRange } from "./time-scale.ts";

/** The part of what is known that a timeline shows. */
export type SpanId = "all" | "stay" | "12" | "4";

export interface SpanChoice {
  readonly id: SpanId;
  /** Undefined in `all` of a single stay, which says from when. */
  readonly label?: string;
  readonly from: CalendarDate;
}

const earlier = (a: CalendarDate, b: CalendarDate) => (a < b ? a : b);
const later = (a: CalendarDate, b: CalendarDate) => (a > b ? a : b);

/** The first day of the stay that is drawn: admission, or before it the first record that is no medication change. */
function stayStart({
  admittedOn,
  measures,
  events,
  decisions,
  screens,
  sessions,
  ...picture
}: EpisodePicture) {
  const records = [
    ...measures.flatMap(({ marks }) => marks),
    ...events,
    ...decisions,
    ...screens,
    ...sessions,
  ];
  const first = records.reduce((day, { on }) => earlier(day, on), admittedOn);
  return later(first, picture.from);
}

/** What can be shown, the longest first; only what differs from the stay. */
export function spanChoices(picture: EpisodePicture, hasOtherStays = false): readonly SpanChoice[] {
  const start = earlier(stayStart(picture), picture.to);
  const last = (days: number) => addDays(picture.to, 1 - days);
  const choices: readonly SpanChoice[] = [
    { id: "all", ...(hasOtherStays ? { label: "All stays" } : {}), from: picture.from },
    { id: "stay", label: "Whole stay", from: start },
    { id: "12", label: "12 weeks", from: last(84) },
    { id: "4", label: "4 weeks", from: last(28) },
  ];
  return choices.filter(({ id, from }) => {
    if (id === "all") return hasOtherStays || from < start;
    return id === "stay" || from > start;
  });
}

/** The chosen part, and more where something must be in sight that is earlier, such as what a chosen finding rests on. */
export function rangeOf(picture: EpisodePicture, span: SpanId, inSight: readonly CalendarDate[]): TimeRange {
  const choices = spanChoices(picture);
  const chosen = choices.find(({ id }) => id === span) ?? choices.find(({ id }) => id === "stay");
  const from = inSight.reduce(earlier, chosen?.from ?? picture.from);
  return { from: later(from, picture.from), to: picture.to };
}
