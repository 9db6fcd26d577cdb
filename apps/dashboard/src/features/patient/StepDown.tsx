import type { CalendarDate, CriterionView, StepDownCard } from "@soundings/clinical";
import type { PatientPage } from "@soundings/contract";
import { Link } from "@tanstack/react-router";
import { useMay } from "../../lib/me.ts";
import { datesInWords, dateWords } from "../../ui/dates.ts";
import { MarkWord } from "../../ui/marks/MarkWord.tsx";
import { CRITERION_MARKS } from "../../ui/marks/states.ts";
import { counted } from "../../ui/numbers.ts";
import { usePatientAddress } from "./address.ts";
import classes from "./step-down.module.css";
import { evidenceOf, metSinceWords, summaryOf } from "./step-down-words.ts";

interface MissingProps {
  readonly criteria: readonly CriterionView[];
  readonly near: CalendarDate;
}

function Missing({ criteria, near }: MissingProps) {
  if (criteria.length === 0) return null;
  return (
    <div className={classes.missing}>
      <p className={classes.missingTitle}>
        Missing to decide: {counted(criteria.length, "criterion", "criteria")}
      </p>
      <ul>
        {criteria.map(({ id, label, detail }) => (
          <li key={id}>
            {label}: {datesInWords(detail, near)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Evidence({ criterion, near }: { criterion: CriterionView; near: CalendarDate }) {
  const values = evidenceOf(criterion);
  if (values.length === 0) return null;
  return (
    <details className={classes.values}>
      <summary>
        {counted(values.length, "value")}
        <span className="visually-hidden"> of {criterion.label}</span>
      </summary>
      <ul>
        {values.map(({ type, id, on, text }) => (
          <li key={`${type}${id}${text}`}>
            <time dateTime={on}>{dateWords(on, near)}</time> {datesInWords(text, near)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Criterion({ criterion, page }: { criterion: CriterionView; page: PatientPage }) {
  const { label, state, detail } = criterion;
  const since = metSinceWords(criterion, page.course, page.asOf);
  return (
    <tr data-state={state}>
      <th scope="row">
        <span className={classes.label}>{label}</span>
        <div className={classes.basis}>
          <span className={classes.detail}>{datesInWords(detail, page.asOf)}</span>
          <Evidence criterion={criterion} near={page.asOf} />
        </div>
      </th>
      <td style={{ color: CRITERION_MARKS[state].tone }}>
        <MarkWord mark={CRITERION_MARKS[state]} />
        {since ? <span className={classes.since}>{since}</span> : null}
      </td>
    </tr>
  );
}

function Card({ card, page }: { card: StepDownCard; page: PatientPage }) {
  const missing = card.criteria.filter(({ state }) => state === "no_data");
  return (
    <>
      <p className={classes.summary}>{summaryOf(card, page.course, page.asOf)}</p>
      <Missing criteria={missing} near={page.asOf} />
      <table className={classes.table}>
        <caption className="visually-hidden">Criteria for stepping down</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Criterion</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {card.criteria.map((criterion) => (
            <Criterion key={criterion.id} criterion={criterion} page={page} />
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The card with everything that a payer asks, on paper or on its way outside. */
function ReviewLink() {
  const { patientId, search } = usePatientAddress();
  const may = useMay();
  if (!may("patient.paper")) return null;
  return (
    <p className={classes.review}>
      <Link
        to="/patients/$patientId/papers"
        params={{ patientId }}
        search={{ paper: "review", episodeId: search.episodeId, asOf: search.asOf }}
      >
        Concurrent review page
      </Link>
    </p>
  );
}

/** Whether less support can be considered: each criterion with the values that made it so. */
export function StepDown({ page }: { page: PatientPage }) {
  const { stepDown } = page;
  if (stepDown === null) {
    return (
      <div className={classes.card}>
        <h2 id="step-down" className={classes.title}>
          Step-down
        </h2>
        <p className={classes.summary}>
          No card: it stands for active stays in partial hospitalization and intensive outpatient programs.
        </p>
      </div>
    );
  }
  return (
    <section className={classes.card} aria-labelledby="step-down">
      <h2 id="step-down" className={classes.title}>
        Step-down
      </h2>
      <Card card={stepDown} page={page} />
      <ReviewLink />
    </section>
  );
}
