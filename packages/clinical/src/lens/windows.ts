import { addDays } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import type { ReviewWindow } from "./types.ts";

/** A stretch of days after a start or change of dose, both ends included. */
interface ReviewWindowDefinition {
  readonly name: string;
  readonly fromDay: number;
  readonly toDay: number;
}

/**
 * When the effect of a start or change of dose is usually reviewed. The weeks are those of measurement-based care and of
 * guidelines that wait 4 to 8 weeks before judging (Taylor 2006, PMC2211759; de Vries 2018, BJPsych 214:4). That the first
 * two are a week wide, so that one weekly score falls into each, is a program default without a published basis.
 */
export const REVIEW_WINDOWS: readonly ReviewWindowDefinition[] = [
  { name: "2 weeks", fromDay: 11, toDay: 17 },
  { name: "4 weeks", fromDay: 25, toDay: 31 },
  { name: "6–8 weeks", fromDay: 42, toDay: 56 },
];

function stateOf(from: CalendarDate, to: CalendarDate, asOf: CalendarDate): ReviewWindow["state"] {
  if (asOf < from) return "ahead";
  return asOf <= to ? "open" : "past";
}

/** The review windows after a start or change of dose, as of a date. */
export function reviewWindows(changedOn: CalendarDate, asOf: CalendarDate): readonly ReviewWindow[] {
  return REVIEW_WINDOWS.map(({ name, fromDay, toDay }) => {
    const from = addDays(changedOn, fromDay);
    const to = addDays(changedOn, toDay);
    return { name, from, to, state: stateOf(from, to, asOf) };
  });
}
