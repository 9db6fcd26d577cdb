import type { EntryKind } from "@soundings/contract";
import type { ReactNode } from "react";
import { dateWords } from "../../ui/dates.ts";
import { isMove } from "./draft.ts";
import classes from "./entries.module.css";
import { presentOf, withPresentUnit } from "./medications.ts";
import { ChoicePart, DayPart, MedicationPart, type PartsProps, PassagePart, TextPart } from "./parts.tsx";
import {
  ABOUTS,
  ADHERENCE_CHOICES,
  CHANGES,
  DECISIONS,
  EVENTS,
  LEVELS,
  resultChoices,
  resultLabel,
} from "./words.ts";

/** What is known of the named medication, so that a slip is seen before it is entered. */
function presentWords({ draft, present, today }: PartsProps): string | undefined {
  if (draft.medication.trim() === "") return undefined;
  const one = presentOf(present, draft.medication);
  if (one !== null)
    return `At present ${one.doseText || "with no dose on record"}, since ${dateWords(one.since, today)}.`;
  const isNew = draft.change === "start" || draft.change === "";
  return isNew ? undefined : "Not among the present medications of this page.";
}

function MedicationChangeForm(parts: PartsProps) {
  const { draft, put, present } = parts;
  const withUnit: PartsProps = {
    ...parts,
    put: (part) => put(withPresentUnit({ ...draft, ...part }, present)),
  };
  return (
    <>
      <ChoicePart
        parts={withUnit}
        field="change"
        label="Change"
        none="Choose what changed"
        choices={CHANGES}
      />
      <MedicationPart parts={withUnit} hint={presentWords(parts)} />
      {draft.change === "stop" ? null : (
        <div className={classes.three}>
          <TextPart parts={parts} field="dose" label="Dose" maxLength={60} inputMode="decimal" />
          <TextPart parts={parts} field="unit" label="Unit" maxLength={40} />
          <TextPart parts={parts} field="frequency" label="How often" maxLength={80} />
        </div>
      )}
      <DayPart parts={parts} field="on" label="Since" />
      <PassagePart parts={parts} field="reason" label="Reason" hint="May be left empty." maxLength={1000} />
    </>
  );
}

function EventForm(parts: PartsProps) {
  const { draft, put } = parts;
  const choices = resultChoices(draft.event);
  const result = resultLabel(draft.event);
  const kind: PartsProps = { ...parts, put: (part) => put({ ...part, result: "" }) };
  return (
    <>
      <ChoicePart parts={kind} field="event" label="What happened" none="Choose an event" choices={EVENTS} />
      <DayPart parts={parts} field="on" label="On" />
      {choices ? (
        <ChoicePart parts={parts} field="result" label={result} none="not known" choices={choices} />
      ) : (
        <TextPart parts={parts} field="result" label={result} hint="May be left empty." maxLength={200} />
      )}
      <PassagePart parts={parts} field="note" label="Note" hint="May be left empty." maxLength={2000} />
    </>
  );
}

function DecisionForm(parts: PartsProps) {
  return (
    <>
      <ChoicePart
        parts={parts}
        field="decision"
        label="Decision"
        none="Choose a decision"
        choices={DECISIONS}
      />
      {isMove(parts.draft.decision) ? (
        <ChoicePart parts={parts} field="levelOfCare" label="To" none="not decided yet" choices={LEVELS} />
      ) : null}
      <DayPart parts={parts} field="on" label="On" />
      <PassagePart parts={parts} field="reason" label="Reason" hint="May be left empty." maxLength={2000} />
    </>
  );
}

function NoteForm(parts: PartsProps) {
  return (
    <>
      <DayPart parts={parts} field="on" label="On" />
      <PassagePart
        parts={parts}
        field="text"
        label="Note"
        hint="A few sentences. It stands on the timeline under your name."
        rows={6}
        maxLength={2000}
      />
    </>
  );
}

function MedicationNoteForm(parts: PartsProps) {
  const { about } = parts.draft;
  return (
    <>
      <MedicationPart parts={parts} hint={presentWords(parts)} />
      <ChoicePart parts={parts} field="about" label="About" none="Choose one" choices={ABOUTS} />
      {about === "adherence" ? (
        <ChoicePart
          parts={parts}
          field="adherence"
          label="Taken"
          none="Choose one"
          choices={ADHERENCE_CHOICES}
        />
      ) : null}
      <PassagePart
        parts={parts}
        field="text"
        label={about === "side_effect" ? "Side effect" : "In words"}
        hint={about === "side_effect" ? undefined : "May be left empty."}
        maxLength={1000}
      />
      <DayPart parts={parts} field="on" label="On" />
    </>
  );
}

function InjectionForm(parts: PartsProps) {
  return (
    <>
      <MedicationPart parts={parts} />
      <TextPart parts={parts} field="dose" label="Dose" hint="As given, such as 400 mg." maxLength={100} />
      <DayPart
        parts={parts}
        field="givenOn"
        label="Given on"
        hint="Leave empty when the first one is still to come."
      />
      {parts.draft.givenOn === "" ? null : (
        <TextPart parts={parts} field="givenBy" label="Given by" hint="May be left empty." maxLength={120} />
      )}
      <TextPart
        parts={parts}
        field="intervalDays"
        label="Days to the next"
        hint="Such as 28 for every four weeks."
        inputMode="numeric"
        maxLength={3}
      />
      <DayPart
        parts={parts}
        field="nextDueOn"
        label="Next due on"
        hint="Follows from the days; change it if another day was agreed on."
        ahead
      />
    </>
  );
}

/** The fields of each kind of entry. */
export const FORMS: Readonly<Record<EntryKind, (parts: PartsProps) => ReactNode>> = {
  medication_change: MedicationChangeForm,
  event: EventForm,
  decision: DecisionForm,
  note: NoteForm,
  medication_note: MedicationNoteForm,
  injection: InjectionForm,
};
