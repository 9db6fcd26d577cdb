import type { MedicationView } from "@soundings/clinical";
import type { PatientPage } from "@soundings/contract";
import { datesInWords, dateWords } from "../../../ui/dates.ts";
import { ScreenSymbol } from "../../../ui/marks/index.ts";
import { counted } from "../../../ui/numbers.ts";
import { changesOf } from "./history.ts";
import classes from "./medication.module.css";
import { ADHERENCE_WORDS, doseWords, windowWords } from "./words.ts";

interface DrugProps {
  readonly view: MedicationView;
  readonly page: PatientPage;
}

/** What was changed, when, by whom and why: the latest first. */
function Changes({ view, page }: DrugProps) {
  const changes = changesOf(page.picture, view.medication);
  const nameOf = (id: string | null) => (id === null ? null : (page.staffNames[id] ?? id));
  if (changes.length === 0) return <p className={classes.none}>Its changes lie outside the days shown.</p>;
  return (
    <ul className={classes.lines}>
      {changes.map((change) => (
        <li key={change.medicationChangeId}>
          <span className={classes.day}>{dateWords(change.on, page.asOf)}</span>{" "}
          {datesInWords(change.text, page.asOf)}
          <span className={classes.detail}>
            {nameOf(change.prescriberId) ?? "prescriber: no data"}
            {change.reason === null ? "; reason: no data" : `; ${change.reason}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Notes({ view, asOf }: { view: MedicationView; asOf: string }) {
  if (view.notes.length === 0) return <p className={classes.none}>No note on adherence or side effects.</p>;
  return (
    <ul className={classes.lines}>
      {view.notes.map((note) => (
        <li key={note.medicationNoteId}>
          <span className={classes.day}>{dateWords(note.on, asOf)}</span>{" "}
          {note.kind === "side_effect" ? "Side effects" : "Adherence"}
          {note.adherence === null ? "" : `: ${ADHERENCE_WORDS[note.adherence]}`}
          {note.text === null ? "" : `${note.adherence === null ? ":" : "."} ${note.text}`}
          <span className={classes.detail}>{note.by}</span>
        </li>
      ))}
    </ul>
  );
}

const FOUND_OPEN = 3;

function FoundLines({ found, asOf }: { found: MedicationView["found"]; asOf: string }) {
  return (
    <ul className={classes.lines}>
      {found.map((one) => (
        <li key={`${one.screenId} ${one.analyte} ${one.text}`} className={classes.found}>
          <span className={classes.day}>{dateWords(one.on, asOf)}</span>
          <ScreenSymbol mark={one.mark} />
          <span>{datesInWords(one.text, asOf)}</span>
        </li>
      ))}
    </ul>
  );
}

function Found({ view, asOf }: { view: MedicationView; asOf: string }) {
  if (view.ingredients.length === 0) {
    return <p className={classes.none}>No rule recognizes it. Drug screens are read without it.</p>;
  }
  if (view.found.length === 0)
    return <p className={classes.none}>No screen reports something that answers to it.</p>;
  const earlier = view.found.slice(FOUND_OPEN);
  return (
    <>
      <FoundLines found={view.found.slice(0, FOUND_OPEN)} asOf={asOf} />
      {earlier.length > 0 ? (
        <details className={classes.earlier}>
          <summary>{counted(earlier.length, "earlier result")}</summary>
          <FoundLines found={earlier} asOf={asOf} />
        </details>
      ) : null}
    </>
  );
}

function Facts({ view, page }: DrugProps) {
  const prescriber =
    view.prescriberId === null ? null : (page.staffNames[view.prescriberId] ?? view.prescriberId);
  return (
    <div className={classes.facts}>
      <h3 className={classes.drug}>{`${view.medication} ${view.doseText}`.trim()}</h3>
      <p>{doseWords(view, page.asOf)}</p>
      <p className={classes.detail}>
        {view.startedOn === null ? "start: no data" : `started ${dateWords(view.startedOn, page.asOf)}`} ·{" "}
        {prescriber ?? "prescriber: no data"}
      </p>
      {view.windows.length > 0 ? (
        <ul className={classes.windows} aria-label="Review windows">
          {view.windows.map((window) => (
            <li key={window.name} data-state={window.state}>
              {windowWords(window, page.asOf)}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** One medication: its dose and windows, its changes, what was noted, and what screens found of it. */
export function Drug(props: DrugProps) {
  const { view, page } = props;
  return (
    <li className={classes.block}>
      <Facts {...props} />
      <div>
        <h4 className={classes.label}>Changes</h4>
        <Changes {...props} />
      </div>
      <div>
        <h4 className={classes.label}>Adherence and side effects</h4>
        <Notes view={view} asOf={page.asOf} />
      </div>
      <div>
        <h4 className={classes.label}>Prescribed and found</h4>
        <Found view={view} asOf={page.asOf} />
      </div>
    </li>
  );
}
