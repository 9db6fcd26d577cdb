import type { MedicationView } from "@soundings/clinical";
import type { PatientPage } from "@soundings/contract";
import { useRecordActions } from "../../../lib/record-actions.ts";
import buttons from "../../../ui/buttons.module.css";
import { datesInWords, dateWords } from "../../../ui/dates.ts";
import { counted } from "../../../ui/numbers.ts";
import { Comparisons } from "./Comparisons.tsx";
import { Drug } from "./Drug.tsx";
import { Injections } from "./Injections.tsx";
import classes from "./medication.module.css";
import { Strip } from "./Strip.tsx";
import { stoppedWords, unrecognizedWords } from "./words.ts";

const ENTRIES = [
  ["medication_change", "Add a medication change…"],
  ["medication_note", "Add a note on adherence or side effects…"],
  ["injection", "Add an injection…"],
] as const;

function AddLinks() {
  const { add } = useRecordActions();
  if (add === null) return null;
  return (
    <p className={classes.add}>
      {ENTRIES.map(([kind, words]) => (
        <button key={kind} type="button" className={buttons.word} onClick={() => add(kind)}>
          {words}
        </button>
      ))}
    </p>
  );
}

function Watches({ page }: { page: PatientPage }) {
  const { watches } = page.lens;
  if (watches.length === 0) return null;
  return (
    <ul className={classes.watches} aria-label="Watch">
      {watches.map(({ medication, text, since, until }) => (
        <li key={medication}>
          {datesInWords(text, page.asOf)}.{" "}
          <span className={classes.detail}>
            From {dateWords(since, page.asOf)} to {dateWords(until, page.asOf)}.
          </span>
        </li>
      ))}
    </ul>
  );
}

/** So many stand open; the others are folded. */
const OPEN = 12;

function Drugs({ views, page }: { views: readonly MedicationView[]; page: PatientPage }) {
  if (views.length === 0) return null;
  return (
    <ul className={classes.blocks}>
      {views.map((view) => (
        <Drug key={view.medication} view={view} page={page} />
      ))}
    </ul>
  );
}

interface FoldedProps {
  readonly words: string;
  readonly views: readonly MedicationView[];
  readonly page: PatientPage;
  /** Drawn as the others are, above their words. */
  readonly isDrawn?: boolean;
}

function Folded({ words, views, page, isDrawn = false }: FoldedProps) {
  if (views.length === 0) return null;
  return (
    <details className={classes.earlier}>
      <summary>{words}</summary>
      {isDrawn ? <Strip picture={page.picture} views={views} /> : null}
      <Drugs views={views} page={page} />
    </details>
  );
}

/** What the prescriber reads: doses over time, values since the last change, notes, screens, injections. */
export function Medication({ page }: { page: PatientPage }) {
  const { lens } = page;
  const present = lens.medications.filter(({ current }) => current);
  const more = present.slice(OPEN);
  const earlier = lens.medications.filter(({ current }) => !current);
  return (
    <section id="medication" className={classes.section} aria-labelledby="medication-title">
      <div className={classes.head}>
        <h2 id="medication-title">Medication</h2>
        <AddLinks />
      </div>
      <Watches page={page} />
      {present.length === 0 ? (
        <p className={classes.none}>
          No present medication is recorded. That does not say that nothing is taken.
        </p>
      ) : (
        <Strip picture={page.picture} views={present.slice(0, OPEN)} />
      )}
      <div className={classes.pair}>
        <div className={classes.part}>
          <h3>Since the last change and since admission</h3>
          <Comparisons comparisons={lens.comparisons} asOf={page.asOf} />
        </div>
        <div className={classes.part}>
          <h3>Injections</h3>
          <Injections injections={lens.injections} asOf={page.asOf} />
        </div>
      </div>
      {lens.unrecognized.length > 0 ? (
        <p className={classes.detail}>{unrecognizedWords(lens.unrecognized)}</p>
      ) : null}
      <Drugs views={present.slice(0, OPEN)} page={page} />
      <Folded views={more} page={page} words={counted(more.length, "more present medication")} isDrawn />
      <Folded views={earlier} page={page} words={stoppedWords(earlier, page.asOf)} />
    </section>
  );
}
