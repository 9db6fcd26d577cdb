import type { MeasureWeek } from "@soundings/clinical";
import { dateWords } from "../dates.ts";
import { INCOMPLETE_WEEK, PRORATED_WEEK, WEEK_MARKS } from "./weeks.ts";

function valueWords(week: MeasureWeek): string {
  const notes = [
    week.band,
    week.prorated ? PRORATED_WEEK.word : null,
    week.state === "late" ? WEEK_MARKS.late.word : null,
    week.on ? dateWords(week.on) : null,
  ];
  return `${week.score}, ${notes.filter((note) => note !== null).join(", ")}`;
}

/** "Week 4: 14, moderate, Mar 3, 2026" or "Week 5: refused". */
export function weekWords(week: MeasureWeek): string {
  const state = WEEK_MARKS[week.state].word;
  const what = week.score === null ? state : valueWords(week);
  const incomplete = week.incomplete ? `; ${INCOMPLETE_WEEK.word} questionnaire` : "";
  return `Week ${week.week + 1}: ${what}${incomplete}`;
}
