import type { CalendarDate } from "@soundings/clinical";
import { CORRECTED } from "../ui/marks/states.ts";
import classes from "./crosshair.module.css";
import type { DayFacts } from "./day-facts.ts";
import type { Frame } from "./frame.ts";
import { xOf } from "./time-scale.ts";

const WIDTH = 264;
const AWAY = 14;

/** On the side of the line that has more room; at the foot of a small window. */
function placeOf(frame: Frame, x: number) {
  if (frame.narrow) return {};
  const right = x + AWAY + WIDTH <= frame.width;
  const left = right ? x + AWAY : Math.max(0, x - AWAY - WIDTH);
  return { transform: `translateX(${left}px)` };
}

interface DayCardProps {
  readonly frame: Frame;
  readonly date: CalendarDate;
  readonly facts: DayFacts;
}

/** What was so on one day, in words. The slider says the same to a screen reader. */
export function DayCard({ frame, date, facts }: DayCardProps) {
  return (
    <div
      className={classes.card}
      style={placeOf(frame, xOf(frame.scale, date))}
      data-docked={frame.narrow || undefined}
      aria-hidden="true"
    >
      <p className={classes.cardHeading}>{facts.heading}</p>
      <p className={classes.cardPlace}>{facts.place}</p>
      <ul className={classes.cardRecords}>
        {facts.records.length === 0 ? <li>Nothing recorded for this day.</li> : null}
        {facts.records.map(({ key, text }) => (
          <li key={key}>
            {text}
            {frame.corrected.has(key) ? `, ${CORRECTED.word}` : ""}
          </li>
        ))}
      </ul>
      {facts.standing.length > 0 ? (
        <p className={classes.cardStanding}>{facts.standing.join(" · ")}</p>
      ) : null}
    </div>
  );
}
