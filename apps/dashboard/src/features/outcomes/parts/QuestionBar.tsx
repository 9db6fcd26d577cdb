import type { OutcomesOptions } from "@soundings/contract";
import { AsOfField } from "../../../ui/AsOf.tsx";
import { ChoiceField } from "../../../ui/fields.tsx";
import { FilterFields } from "./FilterFields.tsx";
import { PeriodFields } from "./PeriodFields.tsx";
import classes from "./question.module.css";
import { AGAINST_WORDS, type AgainstKind, questionSentence } from "./question-words.ts";
import { useOptions } from "./use-options.ts";
import { useAsk, useQuestion } from "./use-question.ts";

/** In short, so that the question stays on one line. */
const AGAINST_LABELS: Readonly<Record<AgainstKind, string>> = {
  ...AGAINST_WORDS,
  previous_year: "a year before",
};

const AGAINST = (Object.keys(AGAINST_WORDS) as AgainstKind[]).map((value) => ({
  value,
  label: AGAINST_LABELS[value],
}));

interface QuestionBarProps {
  /** Whether the answer can be laid beside another one. */
  readonly compares?: boolean;
}

function choicesOfPrograms(options: OutcomesOptions | undefined) {
  const values = options?.dimensions.program;
  return values && [{ choices: values.map(({ value, label }) => ({ value, label })) }];
}

/** The question as a sentence whose words can be changed. */
export function QuestionBar({ compares = false }: QuestionBarProps) {
  const question = useQuestion();
  const options = useOptions();
  const ask = useAsk();
  return (
    <search className={classes.bar} aria-label="Question">
      <div className={classes.sentence}>
        <span className={classes.pair}>
          <span>People discharged from</span>
          <ChoiceField
            label="Program"
            all="all programs"
            value={question.program}
            groups={choicesOfPrograms(options)}
            onChoose={(program) => ask({ program })}
          />
        </span>
        <PeriodFields question={question} options={options} />
        {compares ? (
          <span className={`${classes.pair} ${classes.compared}`}>
            <span>compared with</span>
            <ChoiceField
              label="Compared with"
              all="nothing"
              value={question.against}
              groups={[{ choices: AGAINST }]}
              onChoose={(against) => ask({ against })}
            />
          </span>
        ) : null}
        <AsOfField
          day={question.asOf ?? options?.today ?? null}
          today={options?.today ?? null}
          onChoose={(asOf) => ask({ asOf })}
        />
      </div>
      <FilterFields question={question} options={options} />
      <p className={classes.paper}>{questionSentence(question, options)}</p>
    </search>
  );
}
