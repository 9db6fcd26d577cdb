import type { ComparedValue, ValueOnDay } from "@soundings/clinical";
import { dateWords } from "./dates.ts";

/** `19`, or `19 (prorated)`: a score that was worked out from some of the answers says so wherever it stands. */
const valueWords = ({ value, prorated }: ValueOnDay) => (prorated ? `${value} (prorated)` : String(value));

/** `14 → 19`, or the one value that is known; null without any. */
export function fromTo({ from, to }: Pick<ComparedValue, "from" | "to">): string | null {
  if (from === null) return to === null ? null : valueWords(to);
  return to === null || to.on <= from.on ? valueWords(from) : `${valueWords(from)} → ${valueWords(to)}`;
}

/** `Oct 18 to Nov 17, n 5`: the days of both values, and how many values lie from the one to the other. */
export function daysWords({ from, to, n }: Pick<ComparedValue, "from" | "to" | "n">, near: string): string {
  const first = from ?? to;
  if (first === null) return "";
  const last = to !== null && to.on > first.on ? ` to ${dateWords(to.on, near)}` : "";
  return `${dateWords(first.on, near)}${last}, n ${n}`;
}

/** What is missing where a value has no change. */
export function missingChange({ from, to, name }: Pick<ComparedValue, "from" | "to" | "name">): string {
  if (from === null && to === null) return `no ${name}`;
  return from === null ? "none before" : "none since";
}

/** `today`, `3 days`, `5 weeks`: how long a dose is held, in whole weeks from the first one on. */
export function heldWords(days: number): string {
  if (days <= 0) return "from today";
  if (days < 7) return days === 1 ? "1 day" : `${days} days`;
  const weeks = Math.floor(days / 7);
  return weeks === 1 ? "1 week" : `${weeks} weeks`;
}

const CHANGES_SAID = 3;

/** The changes of one day, of many the first: `Lithium stopped; Sertraline stopped; Trazodone started and 9 more that day`. */
export function changesWords(text: string): string {
  const changes = text.split("; ");
  if (changes.length <= CHANGES_SAID + 1) return text;
  const said = changes.slice(0, CHANGES_SAID).join("; ");
  return `${said} and ${changes.length - CHANGES_SAID} more that day`;
}
