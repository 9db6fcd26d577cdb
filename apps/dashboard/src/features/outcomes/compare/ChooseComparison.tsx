import { type ComparedId, DIMENSIONS, MEAN_IDS, RATE_IDS } from "@soundings/clinical";
import { ChoiceField } from "../../../ui/fields.tsx";
import { DIMENSION_WORDS } from "../parts/question-words.ts";
import { useAsk, useComparison } from "../parts/use-question.ts";
import classes from "./compare.module.css";
import { comparedName } from "./compared.ts";

/** What is compared and followed over time unless another is asked for. */
const FIRST_MEASURE = "reliable-improvement" satisfies ComparedId;
const FIRST_BY = "program";

const MEASURE_CHOICES = [
  {
    name: "Shares",
    choices: RATE_IDS.filter((id) => id !== FIRST_MEASURE).map((value) => ({
      value,
      label: comparedName(value),
    })),
  },
  { name: "Means", choices: MEAN_IDS.map((value) => ({ value, label: comparedName(value) })) },
];

const GROUP_CHOICES = [
  {
    choices: DIMENSIONS.filter((dimension) => dimension !== FIRST_BY).map((value) => ({
      value,
      label: DIMENSION_WORDS[value].name,
    })),
  },
];

/** The measure in the address. */
export function MeasureField({ value }: { value: ComparedId | undefined }) {
  const ask = useAsk();
  return (
    <ChoiceField
      label="Measure"
      all={comparedName(FIRST_MEASURE)}
      value={value === FIRST_MEASURE ? undefined : value}
      groups={MEASURE_CHOICES}
      onChoose={(measure) => ask({ measure })}
    />
  );
}

/** What is compared, and between which groups. */
export function ChooseComparison() {
  const { by, measure } = useComparison();
  const ask = useAsk();
  return (
    <search className={classes.choice} aria-label="Comparison">
      <span>Groups by</span>
      <ChoiceField
        label="Groups by"
        all={DIMENSION_WORDS[FIRST_BY].name}
        value={by === FIRST_BY ? undefined : by}
        groups={GROUP_CHOICES}
        onChoose={(chosen) => ask({ by: chosen })}
      />
      <span>compared on</span>
      <MeasureField value={measure} />
    </search>
  );
}
