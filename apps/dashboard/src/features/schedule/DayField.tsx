import type { CalendarDate } from "@soundings/clinical";
import { useEffect, useId, useRef } from "react";
import buttons from "../../ui/buttons.module.css";
import classes from "./schedule.module.css";
import { dayBeside } from "./words.ts";

interface DayFieldProps {
  /** The day of the page; null until it is known. */
  readonly day: CalendarDate | null;
  readonly today: CalendarDate | null;
  /** Undefined for today. */
  readonly onChoose: (day: string | undefined) => void;
}

const EARLIEST = "1990-01-01";
const LATEST = "2100-01-01";

/** The day before, the day itself, the day after. */
export function DayField({ day, today, onChoose }: DayFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const shown = day ?? "";
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = shown;
  }, [shown]);
  const choose = (chosen: string) => {
    if (chosen < EARLIEST || chosen > LATEST || chosen === day) return;
    onChoose(chosen === today ? undefined : chosen);
  };
  const step = (by: -1 | 1) => {
    if (day === null) return;
    const next = dayBeside(day, by);
    if (field.current) field.current.value = next;
    choose(next);
  };
  return (
    <div className={classes.day}>
      <button type="button" className={buttons.plain} onClick={() => step(-1)}>
        <span aria-hidden="true">←</span>
        <span className="visually-hidden">The day before</span>
      </button>
      <label htmlFor={id}>Day</label>
      <input
        id={id}
        ref={field}
        type="date"
        className={classes.date}
        defaultValue={shown}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      <button type="button" className={buttons.plain} onClick={() => step(1)}>
        <span aria-hidden="true">→</span>
        <span className="visually-hidden">The day after</span>
      </button>
      {day !== null && day === today ? <span className={classes.today}>today</span> : null}
      {day !== null && today !== null && day !== today ? (
        <button type="button" className={buttons.word} onClick={() => onChoose(undefined)}>
          Back to today
        </button>
      ) : null}
    </div>
  );
}
