import { addDays, dayNumberOf } from "../../calendar/civil.ts";
import type { CalendarDate } from "../../calendar/types.ts";
import type { CohortQuestion } from "../question.ts";

const DAYS_OF_A_QUARTER = 365.25 / 4;

/** The first day of the quarter that lies `back` quarters before that of the date. */
function quarterStart(date: CalendarDate, back: number): CalendarDate {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const first = (Math.floor(months / 3) - back) * 3;
  const year = String(Math.floor(first / 12)).padStart(4, "0");
  const month = String((first % 12) + 1).padStart(2, "0");
  return `${year}-${month}-01` as CalendarDate;
}

/**
 * The question as an answer to it may leave the program: as many whole calendar quarters as the period asked is long, one at least, the last
 * being the last that had ended by then. Two reports whose periods differ by a few days would tell of the few people between them.
 *
 * @throws RangeError for a period reversed, and for a therapist: nothing about one leaves the program.
 */
export function leavingQuestion(question: CohortQuestion): CohortQuestion {
  const { from, to, asOf, filter } = question;
  if (from > to) throw new RangeError("the period ends before it begins");
  if (filter.therapist !== undefined) throw new RangeError("nothing about a therapist leaves the program");
  const goesOn = asOf < to;
  const last = goesOn ? asOf : to;
  const following = quarterStart(addDays(last, 1), 0);
  const days = dayNumberOf(to) - dayNumberOf(from) + 1;
  const quarters = Math.max(1, Math.round(days / DAYS_OF_A_QUARTER));
  return { from: quarterStart(following, quarters), to: addDays(following, -1), asOf, filter };
}
