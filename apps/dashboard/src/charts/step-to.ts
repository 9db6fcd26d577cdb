import { type CalendarDate, daysBetween } from "@soundings/clinical";

interface Step {
  readonly dates: readonly CalendarDate[];
  readonly at: CalendarDate;
}

const WEEK = 7;

function nextDate({ dates, at }: Step): CalendarDate | undefined {
  return dates.find((date) => date > at);
}

function previousDate({ dates, at }: Step): CalendarDate | undefined {
  return dates.findLast((date) => date < at);
}

/** Where a key leads; undefined for a key that leads nowhere. */
export function stepTo(key: string, step: Step): CalendarDate | undefined {
  const { dates, at } = step;
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return nextDate(step) ?? at;
    case "ArrowLeft":
    case "ArrowDown":
      return previousDate(step) ?? at;
    case "PageUp":
      return dates.find((date) => daysBetween(at, date) >= WEEK) ?? dates.at(-1) ?? at;
    case "PageDown":
      return dates.findLast((date) => daysBetween(date, at) >= WEEK) ?? dates[0] ?? at;
    case "Home":
      return dates[0] ?? at;
    case "End":
      return dates.at(-1) ?? at;
    default:
      return undefined;
  }
}
