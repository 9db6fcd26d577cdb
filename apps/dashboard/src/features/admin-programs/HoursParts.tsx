import type { CalendarDate } from "@soundings/clinical";
import buttons from "../../ui/buttons.module.css";
import { CheckField, DateField, SelectField, TextField } from "../../ui/form.tsx";
import { nextKey, weekFrom } from "./draft.ts";
import type { PartProps } from "./fields.tsx";
import classes from "./programs.module.css";
import { Section } from "./Section.tsx";
import type { WorkingDay } from "./typed.ts";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

export function WorkingHoursPart({ draft, problems, onChange }: PartProps) {
  const change = (place: number, with_: Partial<WorkingDay>) =>
    onChange({
      workingHours: draft.workingHours.map((day, other) => (other === place ? { ...day, ...with_ } : day)),
    });
  return (
    <Section title="Working hours" hint="In the program's time zone.">
      <ul className={classes.items}>
        {WEEKDAYS.map((name, place) => {
          const day = draft.workingHours[place];
          return day === undefined ? null : (
            <li key={name} className={classes.day}>
              <CheckField
                label={name}
                checked={day.open}
                onChange={({ currentTarget }) => change(place, { open: currentTarget.checked })}
              />
              {day.open ? (
                <>
                  <TextField
                    label={`${name}, from`}
                    type="time"
                    value={day.from}
                    error={problems[`workingHours.${place}`]}
                    onChange={({ currentTarget }) => change(place, { from: currentTarget.value })}
                  />
                  <TextField
                    label={`${name}, until`}
                    type="time"
                    value={day.until}
                    onChange={({ currentTarget }) => change(place, { until: currentTarget.value })}
                  />
                </>
              ) : (
                <span className={classes.hint}>closed</span>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

export function HolidaysPart({ draft, problems, onChange }: PartProps) {
  const change = (key: number, with_: Partial<(typeof draft.holidays)[number]>) =>
    onChange({ holidays: draft.holidays.map((one) => (one.key === key ? { ...one, ...with_ } : one)) });
  const add = () =>
    onChange({ holidays: [...draft.holidays, { key: nextKey(draft.holidays), on: "", name: "" }] });
  return (
    <Section title="Holidays">
      <ul className={classes.items}>
        {draft.holidays.map(({ key, on, name }, place) => (
          <li key={key} className={classes.item}>
            <DateField
              label={`Day of holiday ${place + 1}`}
              value={on}
              error={problems[`holidays.${place}`]}
              onChange={({ currentTarget }) => change(key, { on: currentTarget.value })}
            />
            <TextField
              label={`Name of holiday ${place + 1}`}
              maxLength={80}
              autoComplete="off"
              value={name}
              onChange={({ currentTarget }) => change(key, { name: currentTarget.value })}
            />
            <button
              type="button"
              className={buttons.link}
              onClick={() => onChange({ holidays: draft.holidays.filter((one) => one.key !== key) })}
            >
              Remove<span className="visually-hidden"> holiday {name || place + 1}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className={buttons.link} onClick={add}>
        Add a holiday
      </button>
    </Section>
  );
}

const GONE = "This person can no longer be put on call. Choose another, or remove the line.";

interface OnCallProps extends PartProps {
  readonly people: readonly { readonly personId: string; readonly name: string }[];
  readonly today: CalendarDate | undefined;
}

export function OnCallPart({ draft, problems, onChange, people, today }: OnCallProps) {
  const change = (key: number, with_: Partial<(typeof draft.onCall)[number]>) =>
    onChange({ onCall: draft.onCall.map((one) => (one.key === key ? { ...one, ...with_ } : one)) });
  const add = () => {
    const days = today === undefined ? { from: "", until: "" } : weekFrom(today);
    onChange({ onCall: [...draft.onCall, { key: nextKey(draft.onCall), personId: "", phone: "", ...days }] });
  };
  const choices = people.map(({ personId, name }) => ({ value: personId, label: name }));
  const isGone = (personId: string) =>
    personId !== "" && people.every((person) => person.personId !== personId);
  return (
    <Section title="On call, and the crisis line">
      <TextField
        label="Crisis line"
        hint="What patients in a crisis are told to call, beside 988 and 911."
        maxLength={60}
        autoComplete="off"
        value={draft.crisisLine}
        error={problems.crisisLine}
        onChange={({ currentTarget }) => onChange({ crisisLine: currentTarget.value })}
      />
      <ul className={classes.items}>
        {draft.onCall.map(({ key, personId, phone, from, until }, place) => (
          <li key={key} className={classes.duty}>
            <SelectField
              label={`Person on call ${place + 1}`}
              none="Choose a person"
              choices={
                isGone(personId) ? [...choices, { value: personId, label: "somebody who has left" }] : choices
              }
              value={personId}
              error={isGone(personId) ? GONE : problems[`onCall.${place}`]}
              onChange={({ currentTarget }) => change(key, { personId: currentTarget.value })}
            />
            <TextField
              label={`Phone of person ${place + 1}`}
              type="tel"
              maxLength={40}
              autoComplete="off"
              value={phone}
              onChange={({ currentTarget }) => change(key, { phone: currentTarget.value })}
            />
            <DateField
              label={`First day of person ${place + 1}`}
              value={from}
              onChange={({ currentTarget }) => change(key, { from: currentTarget.value })}
            />
            <DateField
              label={`Last day of person ${place + 1}`}
              value={until}
              onChange={({ currentTarget }) => change(key, { until: currentTarget.value })}
            />
            <button
              type="button"
              className={buttons.link}
              onClick={() => onChange({ onCall: draft.onCall.filter((one) => one.key !== key) })}
            >
              Remove<span className="visually-hidden"> person on call {place + 1}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className={buttons.link} onClick={add}>
        Add a person on call
      </button>
    </Section>
  );
}
