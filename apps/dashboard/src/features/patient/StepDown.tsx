import type { CalendarDate, CriterionView, StepDownCard } from "@soundings/clinical";
import { datesInWords } from "../../ui/dates.ts";
import { MarkWord } from "../../ui/marks/MarkWord.tsx";
import { CRITERION_MARKS } from "../../ui/marks/states.ts";
import { counted } from "../../ui/numbers.ts";
import classes from "./step-down.module.css";

function count(card: StepDownCard, state: CriterionView["state"]): number {
  return card.criteria.filter((criterion) => criterion.state === state).length;
}

/** `6 of 8 met, 1 not met, 1 without data`. */
function summaryOf(card: StepDownCard): string {
  const applicable = card.criteria.length - count(card, "not_applicable");
  const parts = [`${count(card, "met")} of ${applicable} met`];
  if (count(card, "not_met") > 0) parts.push(`${count(card, "not_met")} not met`);
  if (count(card, "no_data") > 0) parts.push(`${count(card, "no_data")} without data`);
  return parts.join(", ");
}

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

/** Whether less support can be considered: each criterion with the sentence that made it so. */
export function StepDown({ card, asOf }: { card: StepDownCard; asOf: CalendarDate }) {
  const missing = card.criteria.filter(({ state }) => state === "no_data");
  return (
    <section className={classes.card} aria-labelledby="step-down">
      <h2 id="step-down" className={classes.title}>
        Step-down
      </h2>
      <p className={classes.summary}>
        {card.ready ? "Ready to consider: every criterion is met or does not apply." : `${summaryOf(card)}.`}
      </p>
      <Missing criteria={missing} near={asOf} />
      <table className={classes.table}>
        <caption className="visually-hidden">Criteria for stepping down</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Criterion</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {card.criteria.map(({ id, label, state, detail }) => (
            <tr key={id} data-state={state}>
              <th scope="row">
                <span className={classes.label}>{label}</span>
                <span className={classes.detail}>{datesInWords(detail, asOf)}</span>
              </th>
              <td style={{ color: CRITERION_MARKS[state].tone }}>
                <MarkWord mark={CRITERION_MARKS[state]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
