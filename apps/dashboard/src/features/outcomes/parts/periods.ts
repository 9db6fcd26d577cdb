import { addDays, type CalendarDate, parseCalendarDate } from "@soundings/clinical";

export interface Period {
  readonly key: string;
  readonly name: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
/** Four of them end with the quarter before the day's own. */
const QUARTERS_BACK = [1, 2, 3, 4] as const;

/** The first day of a month that lies `month` months after the beginning of `year`; `month` may lie outside 0 to 11. */
function firstOf(year: number, month: number): CalendarDate | null {
  const [y, m] = [year + Math.floor(month / 12), ((month % 12) + 12) % 12];
  return parseCalendarDate(`${String(y).padStart(4, "0")}-${String(m + 1).padStart(2, "0")}-01`);
}

function span(key: string, name: string, from: CalendarDate | null, after: CalendarDate | null): Period[] {
  return from === null || after === null ? [] : [{ key, name, from, to: addDays(after, -1) }];
}

/** The periods that one asks for most, as of a day: this year so far, last year, and the four whole quarters before the day's own. */
export function periodsAt(day: CalendarDate): readonly Period[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1];
  const quarter = Math.floor(month / 3);
  const quarters = QUARTERS_BACK.flatMap((back) => {
    const first = (quarter - back) * 3;
    const from = firstOf(year, first);
    const at = ((first % 12) + 12) % 12;
    const name = `${MONTHS[at]}–${MONTHS[at + 2]} ${from?.slice(0, 4)}${back === 1 ? ", the last quarter" : ""}`;
    return span(`quarter-${back}`, name, from, firstOf(year, first + 3));
  });
  return [
    ...span("to-date", `${year} to date`, firstOf(year, 0), addDays(day, 1)),
    ...span("last-year", `the year ${year - 1}`, firstOf(year - 1, 0), firstOf(year, 0)),
    ...quarters,
  ];
}
