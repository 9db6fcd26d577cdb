import {
  LEVELS_OF_CARE,
  type LevelOfCare,
  MODALITIES,
  SERVICES,
  type Service,
  SPECIMENS,
} from "@soundings/clinical";
import buttons from "../../ui/buttons.module.css";
import { codeWords } from "../../ui/code-words.ts";
import { SelectField, TextField } from "../../ui/form.tsx";
import { capital } from "../../ui/role-words.ts";
import { nextKey } from "./draft.ts";
import { LinesField, NumberField, type PartProps, SeveralField, SwitchField } from "./fields.tsx";
import classes from "./programs.module.css";
import { Section } from "./Section.tsx";
import { codeLabel, levelWords, readByWords } from "./words.ts";

const FOCUSES = ["mental_health", "substance_use", "dual_diagnosis"] as const;
const LEVEL_CHOICES = LEVELS_OF_CARE.map((level) => ({ value: level, label: levelWords(level) }));
const SERVICE_CHOICES = SERVICES.map((service) => ({ value: service, label: codeLabel(service) }));
const SPECIMEN_CHOICES = SPECIMENS.map((specimen) => ({
  value: specimen,
  label: capital(codeWords(specimen)),
}));

export function CarePart(part: PartProps) {
  const { draft, problems, rules, onChange } = part;
  return (
    <Section title="Care and hours">
      <div className={classes.fields}>
        <TextField
          label="Name"
          maxLength={120}
          autoComplete="off"
          value={draft.name}
          error={problems.name}
          onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
        />
        <SelectField
          label="Level of care"
          hint={readByWords("levelOfCare", rules)}
          choices={LEVEL_CHOICES}
          value={draft.levelOfCare}
          onChange={({ currentTarget }) => onChange({ levelOfCare: currentTarget.value as LevelOfCare })}
        />
        <NumberField part={part} name="hoursPerWeekMin" label="Hours a week, at least" />
        <NumberField part={part} name="daysPerWeekMin" label="Days a week, at least" />
        <NumberField part={part} name="daysPerWeekMax" label="Days a week, at most" />
        <NumberField part={part} name="sessionHoursMin" label="Hours of a session, at least" />
        <NumberField part={part} name="sessionHoursMax" label="Hours of a session, at most" />
        <TextField
          label="Time zone"
          hint="That of the site, or empty. Every program of a site is in one zone."
          maxLength={64}
          autoComplete="off"
          value={draft.timeZone}
          error={problems.timeZone}
          onChange={({ currentTarget }) => onChange({ timeZone: currentTarget.value })}
        />
        <SeveralField
          legend="What it treats"
          codes={FOCUSES}
          chosen={draft.focus}
          wordsOf={codeLabel}
          onChange={(focus) => onChange({ focus })}
        />
      </div>
    </Section>
  );
}

export function LengthPart(part: PartProps) {
  return (
    <Section title="Planned length">
      <div className={classes.fields}>
        <NumberField part={part} name="plannedWeeksMin" label="Weeks, at least" />
        <NumberField part={part} name="plannedWeeksMax" label="Weeks, at most" />
      </div>
    </Section>
  );
}

export function TracksPart(part: PartProps) {
  const { draft, onChange } = part;
  return (
    <Section title="Tracks, and in person or virtual">
      <div className={classes.fields}>
        <LinesField part={part} name="tracks" label="Tracks" hint="One on each line, such as morning." />
        <SeveralField
          legend="In person or virtual"
          codes={MODALITIES}
          chosen={draft.modalities}
          wordsOf={codeLabel}
          onChange={(modalities) => onChange({ modalities })}
        />
      </div>
    </Section>
  );
}

export function ServicesPart({ draft, problems, onChange }: PartProps) {
  const change = (key: number, with_: Partial<(typeof draft.services)[number]>) =>
    onChange({ services: draft.services.map((one) => (one.key === key ? { ...one, ...with_ } : one)) });
  const add = () =>
    onChange({ services: [...draft.services, { key: nextKey(draft.services), service: "group", name: "" }] });
  return (
    <Section title="Services">
      <ul className={classes.items}>
        {draft.services.map(({ key, service, name }, place) => (
          <li key={key} className={classes.item}>
            <SelectField
              label={`Kind of service ${place + 1}`}
              choices={SERVICE_CHOICES}
              value={service}
              onChange={({ currentTarget }) => change(key, { service: currentTarget.value as Service })}
            />
            <TextField
              label={`Name of service ${place + 1}`}
              maxLength={80}
              autoComplete="off"
              value={name}
              error={problems[`services.${place}`]}
              onChange={({ currentTarget }) => change(key, { name: currentTarget.value })}
            />
            <button
              type="button"
              className={buttons.link}
              onClick={() => onChange({ services: draft.services.filter((one) => one.key !== key) })}
            >
              Remove<span className="visually-hidden"> service {name || place + 1}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className={buttons.link} onClick={add}>
        Add a service
      </button>
    </Section>
  );
}

export function MeasuresPart(part: PartProps) {
  const { draft, problems, onChange } = part;
  return (
    <Section title="Screening and measures">
      <div className={classes.fields}>
        <NumberField
          part={part}
          name="screensPerWeek"
          label="Screens a week"
          hint="0 where none is asked for; empty where it is not laid down."
        />
        <SelectField
          label="Specimen"
          none="not laid down"
          choices={SPECIMEN_CHOICES}
          value={draft.specimen}
          error={problems.specimen}
          onChange={({ currentTarget }) => onChange({ specimen: currentTarget.value })}
        />
        <NumberField part={part} name="measureEveryDays" label="Days from one PHQ-9 and GAD-7 to the next" />
      </div>
      <SwitchField
        part={part}
        name="random"
        label="Screens on days that the patient does not know beforehand"
      />
    </Section>
  );
}

export function SchedulePart(part: PartProps) {
  return (
    <Section title="How the schedule adapts">
      <SwitchField part={part} name="tapers" label="Fewer days a week as the patient progresses" />
      <SwitchField
        part={part}
        name="followsRisk"
        label="Days and hours follow the risk that a clinician sees"
      />
      <SwitchField part={part} name="fitsShiftWork" label="Fits people who work in shifts" />
    </Section>
  );
}

export function CoursePart(part: PartProps) {
  const { draft, onChange } = part;
  return (
    <>
      <Section title="First week and reviews">
        <div className={classes.fields}>
          <LinesField part={part} name="firstWeek" label="What the first week holds" />
          <NumberField
            part={part}
            name="progressReviewEveryDays"
            label="Days from one progress review to the next"
          />
        </div>
      </Section>
      <Section title="Before, after and beside">
        <div className={classes.fields}>
          <LinesField part={part} name="feeders" label="Where patients come from" />
          <SelectField
            label="Steps down to"
            none="not laid down"
            choices={LEVEL_CHOICES}
            value={draft.stepDownTo ?? ""}
            onChange={({ currentTarget }) =>
              onChange({ stepDownTo: LEVELS_OF_CARE.find((level) => level === currentTarget.value) ?? null })
            }
          />
          <LinesField part={part} name="aftercare" label="Aftercare" />
          <LinesField
            part={part}
            name="coordination"
            label="With whom care is coordinated, and on what ground"
          />
        </div>
        <SwitchField part={part} name="returnAfterCrisis" label="Patients may return after a crisis" />
      </Section>
    </>
  );
}
