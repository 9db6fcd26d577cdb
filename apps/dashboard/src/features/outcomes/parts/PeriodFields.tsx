import { parseCalendarDate } from "@soundings/clinical";
import type { OutcomesFilter, OutcomesOptions } from "@soundings/contract";
import { useEffect, useId, useRef } from "react";
import { ChoiceField } from "../../../ui/fields.tsx";
import { usePause } from "../../../ui/use-pause.ts";
import { type Period, periodsAt } from "./periods.ts";
import classes from "./question.module.css";
import { isReversed } from "./search.ts";
import { useAsk } from "./use-question.ts";

const EARLIEST = "1990-01-01";
const LATEST = "2199-12-31";
/** A day that is typed is a valid one several times before it is the one that is meant. */
const PAUSE_MS = 400;
const OTHER = "other";

interface DayProps {
  readonly label: string;
  readonly day: string | undefined;
  /** The words that say what is wrong with it. */
  readonly wrongId: string | undefined;
  readonly onChoose: (day: string) => void;
}

function Day({ label, day = "", wrongId, onChoose }: DayProps) {
  const field = useRef<HTMLInputElement>(null);
  const pause = usePause(PAUSE_MS);
  useEffect(() => {
    if (field.current && field.current.value !== day && !pause.isAsked()) field.current.value = day;
  }, [day, pause]);
  const choose = (chosen: string) => {
    if (chosen >= EARLIEST && chosen <= LATEST && chosen !== day) onChoose(chosen);
  };
  const leave = (input: HTMLInputElement) => {
    if (pause.isAsked()) choose(input.value);
    pause.drop();
    if (input.value < EARLIEST || input.value > LATEST) input.value = day;
  };
  return (
    <input
      ref={field}
      type="date"
      className={classes.day}
      aria-label={label}
      aria-invalid={wrongId !== undefined || undefined}
      aria-describedby={wrongId}
      defaultValue={day}
      min={EARLIEST}
      max={LATEST}
      onChange={({ currentTarget }) => pause.ask(() => choose(currentTarget.value))}
      onBlur={({ currentTarget }) => leave(currentTarget)}
    />
  );
}

function presets(options: OutcomesOptions | undefined): readonly Period[] {
  const day = parseCalendarDate(options?.question.asOf ?? "");
  return day === null ? [] : periodsAt(day);
}

function chosenOf({ from, to }: OutcomesFilter, periods: readonly Period[]): string | undefined {
  if (from === undefined && to === undefined) return undefined;
  return periods.find((period) => period.from === from && period.to === to)?.key ?? OTHER;
}

interface PeriodFieldsProps {
  readonly question: OutcomesFilter;
  readonly options: OutcomesOptions | undefined;
}

/** The period, by its name and by its two days. */
export function PeriodFields({ question, options }: PeriodFieldsProps) {
  const ask = useAsk();
  const id = useId();
  const periods = presets(options);
  const chosen = chosenOf(question, periods);
  const from = question.from ?? options?.question.from;
  const to = question.to ?? options?.question.to;
  const wrongId = isReversed({ from, to }) ? id : undefined;
  const others = chosen === OTHER ? [{ value: OTHER, label: "other days" }] : [];
  const choices = [...periods.map(({ key, name }) => ({ value: key, label: name })), ...others];
  return (
    <>
      <span className={classes.pair}>
        <span>in</span>
        <ChoiceField
          label="Period"
          all="the last 12 whole months"
          value={chosen}
          groups={options && [{ choices }]}
          onChoose={(key) => {
            const period = periods.find((one) => one.key === key);
            ask({ from: period?.from, to: period?.to });
          }}
        />
      </span>
      <span className={classes.days}>
        <Day
          label="First day of the period"
          day={from}
          wrongId={wrongId}
          onChoose={(day) => ask({ from: day, to })}
        />
        <span>to</span>
        <Day
          label="Last day of the period"
          day={to}
          wrongId={wrongId}
          onChoose={(day) => ask({ from, to: day })}
        />
      </span>
      {wrongId === undefined ? null : (
        <p id={id} className={classes.wrong} role="alert">
          The period ends before it begins.
        </p>
      )}
    </>
  );
}
