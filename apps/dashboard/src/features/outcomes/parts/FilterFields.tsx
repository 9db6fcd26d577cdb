import { DIMENSIONS, type Dimension } from "@soundings/clinical";
import type { OutcomesFilter, OutcomesOptions } from "@soundings/contract";
import { useState } from "react";
import buttons from "../../../ui/buttons.module.css";
import { type Choice, ChoiceField } from "../../../ui/fields.tsx";
import classes from "./question.module.css";
import { DIMENSION_WORDS } from "./question-words.ts";
import { NO_FILTERS, narrowingCount } from "./search.ts";
import { useAsk } from "./use-question.ts";

const FILTERS = DIMENSIONS.filter((dimension) => dimension !== "program");

function choicesOf(dimension: Dimension, options: OutcomesOptions | undefined): Choice[] | undefined {
  return options?.dimensions[dimension]?.map(({ value, label, discharged }) => ({
    value,
    label: `${label} (${discharged.toLocaleString("en-US")})`,
  }));
}

interface FilterFieldsProps {
  readonly question: OutcomesFilter;
  readonly options: OutcomesOptions | undefined;
}

/** Everything by which the question can be narrowed: folded away but for what is chosen. */
export function FilterFields({ question, options }: FilterFieldsProps) {
  const ask = useAsk();
  const [isOpen, setOpen] = useState(false);
  const count = narrowingCount(question);
  return (
    <div className={classes.filters} data-open={isOpen || undefined}>
      <button type="button" className={buttons.word} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? "Fewer filters" : "Filters"}
        {count > 0 ? ` (${count} chosen)` : ""}
      </button>
      {FILTERS.map((dimension) => {
        const choices = choicesOf(dimension, options);
        return (
          <div
            key={dimension}
            className={classes.filter}
            data-chosen={question[dimension] !== undefined || undefined}
          >
            <ChoiceField
              label={DIMENSION_WORDS[dimension].name}
              all={DIMENSION_WORDS[dimension].all}
              value={question[dimension]}
              groups={choices && [{ choices }]}
              onChoose={(value) => ask({ [dimension]: value })}
            />
          </div>
        );
      })}
      {count > 0 ? (
        <button type="button" className={buttons.word} onClick={() => ask(NO_FILTERS)}>
          Clear filters
        </button>
      ) : null}
    </div>
  );
}
