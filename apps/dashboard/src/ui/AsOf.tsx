import { type ReactNode, useEffect, useId, useRef } from "react";
import classes from "./AsOf.module.css";
import { dateWords } from "./dates.ts";
import { usePause } from "./use-pause.ts";

const EARLIEST = "1990-01-01";
/** A day that is typed is a valid one several times before it is the one that is meant. */
const PAUSE_MS = 400;

interface AsOfFieldProps {
  /** The day that the page stands for; null until it is known. */
  readonly day: string | null;
  /** Today at the site; null until it is known. */
  readonly today: string | null;
  /** An earlier day, or undefined for today. */
  readonly onChoose: (day: string | undefined) => void;
}

/** The day that a page stands for, always in sight, and the way to an earlier one. */
export function AsOfField({ day, today, onChoose }: AsOfFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const pause = usePause(PAUSE_MS);
  const shown = day ?? "";
  useEffect(() => {
    if (field.current && field.current.value !== shown && !pause.isAsked()) field.current.value = shown;
  }, [shown, pause]);
  const choose = (chosen: string) => {
    if (chosen < EARLIEST || chosen === day || today === null || chosen > today) return;
    onChoose(chosen === today ? undefined : chosen);
  };
  const leave = (input: HTMLInputElement) => {
    if (pause.isAsked()) choose(input.value);
    pause.drop();
    if (input.value < EARLIEST || (today !== null && input.value > today)) input.value = shown;
  };
  return (
    <div className={classes.control}>
      <label htmlFor={id}>As of</label>
      <input
        id={id}
        ref={field}
        type="date"
        className={classes.input}
        defaultValue={shown}
        min={EARLIEST}
        max={today ?? undefined}
        onChange={({ currentTarget }) => pause.ask(() => choose(currentTarget.value))}
        onBlur={({ currentTarget }) => leave(currentTarget)}
      />
      <span className={classes.paper}>{day === null ? "no data" : dateWords(day)}</span>
      {day !== null && day === today ? <span className={classes.today}>today</span> : null}
      {day === null || today === null || day === today ? null : (
        <span className={classes.paper}>, printed {dateWords(today)}</span>
      )}
    </div>
  );
}

interface AsOfStripProps {
  readonly day: string;
  /** The link to the page of today. */
  readonly back: ReactNode;
  readonly children?: ReactNode;
}

/** Stays in sight while a page stands for another day than today. */
export function AsOfStrip({ day, back, children }: AsOfStripProps) {
  return (
    <div className={classes.strip} role="status">
      <strong>
        As of <time dateTime={day}>{dateWords(day)}</time>, not today.
      </strong>
      <span>Everything here is computed from what was known on that day.{children}</span>
      {back}
    </div>
  );
}
