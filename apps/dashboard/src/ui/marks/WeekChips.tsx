import type { MeasureWeek } from "@soundings/clinical";
import { counted } from "../numbers.ts";
import { hintStop } from "./hint-stop.ts";
import classes from "./marks.module.css";
import { tintOfBand } from "./severity.ts";
import { weekWords } from "./week-words.ts";
import { EARLIER_WEEKS, INCOMPLETE_WEEK, WEEK_MARKS } from "./weeks.ts";

function inside(week: MeasureWeek): string | number | undefined {
  if (week.score !== null) return week.score;
  return week.incomplete ? INCOMPLETE_WEEK.symbol : WEEK_MARKS[week.state].symbol;
}

/** One week: a number on its band's tint, or an empty place of the same width. */
export function WeekChip({ week }: { week: MeasureWeek }) {
  const scored = week.score !== null;
  return (
    <span
      className={classes.chip}
      data-hint={weekWords(week)}
      data-hollow={week.prorated || undefined}
      data-late={week.state === "late" || undefined}
      data-due={week.state === "due" || undefined}
      data-hole={(!scored && week.state !== "due") || undefined}
      style={scored ? { "--tint": tintOfBand(week.band) } : undefined}
    >
      {inside(week)}
    </span>
  );
}

interface WeekChipsProps {
  /** "PHQ-9": what the weeks are of. */
  readonly name: string;
  readonly weeks: readonly MeasureWeek[];
  /** How many weeks find room; of a longer stay the latest ones are shown and the earlier ones counted. */
  readonly limit: number;
}

/** One chip a program week, holes included, as one stop for the keyboard. */
export function WeekChips({ name, weeks, limit }: WeekChipsProps) {
  const shown = weeks.length > limit ? weeks.slice(1 - limit) : weeks;
  const earlier = weeks.length - shown.length;
  const left = earlier > 0 ? [`${counted(earlier, "earlier week")} on the patient's page`] : [];
  const words = [...left, ...shown.map(weekWords)];
  return (
    <span
      className={classes.weeks}
      role="img"
      aria-label={`${name} by program week. ${words.join(". ")}`}
      {...hintStop(`${name}\n${words.join("\n")}`)}
    >
      {earlier > 0 ? (
        <span className={classes.earlier} data-hint={left.join()}>
          +{earlier} {EARLIER_WEEKS.symbol}
        </span>
      ) : null}
      {shown.map((week) => (
        <WeekChip key={week.week} week={week} />
      ))}
    </span>
  );
}
