import { type InstrumentId, instrumentOf } from "@soundings/clinical";

export type Unit = "percent" | "points" | "effect";

const signed = (text: string): string => text.replace("-", "−");

/** No break between a number and its sign. */
const PERCENT = "\u00a0%";

/** A round share at an axis. */
export const shareTick = (value: number): string => `${Math.round(value * 100)}${PERCENT}`;

function percent(value: number): string {
  const whole = Math.round(value * 100);
  if (whole === 100 && value < 1) return `over 99${PERCENT}`;
  if (whole === 0 && value > 0) return `under 1${PERCENT}`;
  return `${whole}${PERCENT}`;
}

const DIGITS = { points: 1, effect: 2 } as const;

/** "46 %", "−5.2", "0.83". A share that is not quite all or nothing is never called 100 % or 0 %. */
export function valueWords(value: number, unit: Unit): string {
  if (unit === "percent") return percent(value);
  const text = value.toFixed(DIGITS[unit]);
  return signed(Number(text) === 0 ? text.replace("-", "") : text);
}

/** "39–53 %", "−6.1 to −4.3"; null where it is not known. */
export function intervalWords(low: number | null, high: number | null, unit: Unit): string | null {
  if (low === null || high === null) return null;
  if (unit !== "percent") return `${valueWords(low, unit)} to ${valueWords(high, unit)}`;
  return `${Math.round(low * 100)}–${Math.round(high * 100)}${PERCENT}`;
}

/** ", 95 % interval 39–53 %", or that there is none. */
export function withInterval(low: number | null, high: number | null, unit: Unit): string {
  const words = intervalWords(low, high, unit);
  return words === null ? ", without an interval" : `, 95\u00a0% interval ${words}`;
}

export const countWords = (count: number): string => count.toLocaleString("en-US");

/** "1 patient", "1,204 patients". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${countWords(count)} ${count === 1 ? one : many}`;
}

/** A count that is not given has been withheld: a count is known wherever it is counted. */
export const countOrWithheld = (count: number | null): string =>
  count === null ? "withheld" : countWords(count);

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** `2026-03-14` as "Mar 14, 2026". */
export function dateWords(date: string): string {
  const [year, month, day] = date.split("-");
  const name = MONTHS[Number(month) - 1];
  return year && name && day ? `${name} ${Number(day)}, ${year}` : date;
}

export const instrumentName = (id: InstrumentId): string => instrumentOf(id).name;

/** A sentence begins with a capital and ends with a period. */
export function sentence(text: string): string {
  const ended = /[.!?]$/.test(text) ? text : `${text}.`;
  return `${ended.charAt(0).toUpperCase()}${ended.slice(1)}`;
}
