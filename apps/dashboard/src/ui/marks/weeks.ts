import type { WeekState } from "@soundings/clinical";
import type { Mark } from "./mark.ts";

const gray = "var(--ink-3)";

const week = (id: string, words: readonly [string, string], symbol = ""): Mark => ({
  id: `week-${id}`,
  symbol,
  word: words[0],
  meaning: words[1],
  tone: gray,
});

/** What became of one expected weekly measure. The symbol is the letter that stands in the empty place. */
export const WEEK_MARKS: Readonly<Record<WeekState, Mark>> = {
  done: week("done", ["done", "Scored in its week."]),
  late: week("late", ["recorded late", "Scored, but known only after the week: the chip has a tail."]),
  refused: week("refused", ["refused", "An empty place with r: the patient declined."], "r"),
  absent: week("absent", ["absent", "An empty place with a: the patient was not there."], "a"),
  not_asked: week("not-asked", ["not asked", "An empty place with n: nobody asked."], "n"),
  unable: week("unable", ["unable", "An empty place with u: the patient could not answer."], "u"),
  missing: week("missing", ["no measure", "An empty place: no measure, and no reason is known."]),
  due: week("due", ["due", "This week's measure is not in yet."]),
};

/** An unscored assessment lies in the week. */
export const INCOMPLETE_WEEK = week(
  "incomplete",
  ["incomplete", "Answered in part; too few items for a score."],
  "×",
);
/** Stands for the weeks before those that find room. */
export const EARLIER_WEEKS: Mark = {
  id: "week-earlier",
  symbol: "wk",
  word: "earlier weeks",
  meaning: "So many weeks come before the first that is shown; the patient's page has them.",
  tone: gray,
};
/** Scored from an incomplete set of items. */
export const PRORATED_WEEK = week("prorated", [
  "prorated",
  "Scored from an incomplete set of items: the chip is hollow.",
]);
