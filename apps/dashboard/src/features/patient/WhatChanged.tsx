import type { ChangeSentence, SentencePart } from "@soundings/clinical";
import type { PatientPage } from "@soundings/contract";
import { Link } from "@tanstack/react-router";
import { evidenceKey } from "../../charts/evidence.ts";
import { datesInWords, dateWords } from "../../ui/dates.ts";
import { usePatientAddress } from "./address.ts";
import { clausesOf, spanWords, weightOf } from "./change-words.ts";
import classes from "./changed.module.css";
import type { ChosenPoint } from "./use-point.ts";

interface PartProps {
  readonly part: SentencePart;
  readonly page: PatientPage;
  readonly point: ChosenPoint | null;
  readonly onPoint: (point: ChosenPoint | null) => void;
}

function Part({ part: { text, record }, page, point, onPoint }: PartProps) {
  const { patientId, search } = usePatientAddress();
  const { asOf: near, picture } = page;
  const words = datesInWords(text, near);
  // A medication can be older than the stay: a link to a day that is not drawn would lead nowhere.
  if (record === null || record.on < picture.from) return words;
  const isChosen =
    point !== null && evidenceKey(point.type, point.id) === evidenceKey(record.type, record.id);
  return (
    <Link
      to="/patients/$patientId"
      params={{ patientId }}
      search={search}
      hash="timeline"
      activeOptions={{ includeHash: true }}
      className={classes.value}
      aria-current={isChosen}
      data-hint={`${dateWords(record.on, near)}: show it in the timeline`}
      onClick={(event) => {
        event.preventDefault();
        onPoint(isChosen ? null : { ...record, text });
      }}
    >
      {words}
    </Link>
  );
}

interface WhatChangedProps {
  readonly page: PatientPage;
  readonly point: ChosenPoint | null;
  readonly onPoint: (point: ChosenPoint | null) => void;
}

function Sentence({ sentence, ...rest }: { sentence: ChangeSentence } & Omit<PartProps, "part">) {
  return (
    <li className={classes.sentence}>
      <h3 className={classes.span}>{spanWords(sentence, rest.page.asOf)}</h3>
      <p>
        {clausesOf(sentence.parts).map((clause) => (
          <span key={clause[0]?.at} className={classes.clause} data-weight={weightOf(clause) ?? undefined}>
            {clause.map(({ at, part }) => (
              <Part key={at} part={part} {...rest} />
            ))}
          </span>
        ))}
      </p>
    </li>
  );
}

/** Three sentences from the values; every number leads to its day. */
export function WhatChanged({ page, point, onPoint }: WhatChangedProps) {
  const { sentences } = page.course;
  return (
    <section className={classes.changed} aria-labelledby="what-changed">
      <h2 id="what-changed" className={classes.title}>
        What changed
      </h2>
      {sentences.length === 0 ? (
        <p className={classes.none}>No data to compare: nothing is known of this stay yet.</p>
      ) : (
        <ul>
          {sentences.map((sentence) => (
            <Sentence key={sentence.span} sentence={sentence} page={page} point={point} onPoint={onPoint} />
          ))}
        </ul>
      )}
    </section>
  );
}
