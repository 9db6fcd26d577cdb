import type { CalendarDate } from "@soundings/clinical";
import { CORRECTED } from "../ui/marks/states.ts";
import { counted } from "../ui/numbers.ts";
import classes from "./crosshair.module.css";
import type { DayFacts } from "./day-facts.ts";
import type { Frame } from "./frame.ts";
import { xOf } from "./time-scale.ts";

const WIDTH = 264;
const AWAY = 14;
/** More than so many lines hide what they are about. */
const MOST = 14;

function standingWords(standing: readonly string[]): string {
  const more = standing.length - MOST;
  const words = standing.slice(0, MOST).join(" · ");
  return more > 0 ? `${words} · and ${more} more` : words;
}

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
  const records = facts.records.slice(0, MOST);
  const more = facts.records.length - records.length;
  const place = placeOf(frame, xOf(frame.scale, date));
  return (
    <div className={classes.rail} aria-hidden="true">
      <div className={classes.card} style={place} data-docked={frame.narrow || undefined}>
        <p className={classes.cardHeading}>{facts.heading}</p>
        <p className={classes.cardPlace}>{facts.place}</p>
        <ul className={classes.cardRecords}>
          {records.length === 0 ? <li>Nothing recorded for this day.</li> : null}
          {records.map(({ key, text }) => (
            <li key={key}>
              {text}
              {frame.corrected.has(key) ? `, ${CORRECTED.word}` : ""}
            </li>
          ))}
          {more > 0 ? <li>and {counted(more, "more record")} of this day in the tables below</li> : null}
        </ul>
        {facts.standing.length > 0 ? (
          <p className={classes.cardStanding}>{standingWords(facts.standing)}</p>
        ) : null}
      </div>
    </div>
  );
}
