import type { Overview } from "@soundings/clinical";
import buttons from "../../../ui/buttons.module.css";
import { dateWords } from "../../../ui/dates.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { filterWords, valueLabel } from "../parts/question-words.ts";
import { NO_FILTERS } from "../parts/search.ts";
import { useOptions } from "../parts/use-options.ts";
import { useAsk, useQuestion } from "../parts/use-question.ts";
import { emptyBecause } from "./empty-words.ts";

/** Nobody was discharged: which part of the question leaves nobody, and the nearest question that finds somebody. */
export function EmptyCohort({ overview: { question: asked } }: { overview: Pick<Overview, "question"> }) {
  const question = useQuestion();
  const options = useOptions();
  const ask = useAsk();
  const only = filterWords(question, options);
  const where =
    question.program === undefined ? "" : ` from ${valueLabel("program", question.program, options)}`;
  const title = `Nobody${only.length > 0 ? ` with ${only.join(", ")}` : ""} was discharged${where} from ${dateWords(asked.from)} to ${dateWords(asked.to)}.`;
  const reasons = emptyBecause(question, asked, options);
  return (
    <Notice kind="empty" title={title}>
      <ul>
        {reasons.map(({ words, change, step }) => (
          <li key={words}>
            {words}{" "}
            <button type="button" className={buttons.link} onClick={() => ask(change)}>
              {step}
            </button>
          </li>
        ))}
        {only.length > 1 ? (
          <li>
            <button type="button" className={buttons.link} onClick={() => ask(NO_FILTERS)}>
              Clear all filters
            </button>
          </li>
        ) : null}
      </ul>
    </Notice>
  );
}
