import { useTRPC } from "../../../lib/trpc.ts";
import { Bar } from "../../../ui/Skeleton.tsx";
import { AnswerBlock } from "../parts/AnswerBlock.tsx";
import { OutcomesFrame } from "../parts/OutcomesFrame.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useComparison } from "../parts/use-question.ts";
import { ChooseComparison } from "./ChooseComparison.tsx";
import { Comparison } from "./Comparison.tsx";
import classes from "./compare.module.css";

function Waiting() {
  return (
    <div className={classes.waiting} aria-busy="true">
      <Bar width={32} />
      <Bar width={48} />
      <Bar width={40} />
      <Bar width={44} />
    </div>
  );
}

/** The same measure between groups: intervals, a funnel and the model of severity, never an order by outcome. */
export function ComparePage() {
  const trpc = useTRPC();
  const state = useAnswer(trpc.outcomes.comparison.queryOptions(useComparison()));
  return (
    <OutcomesFrame page="compare" title="Groups compared">
      <ChooseComparison />
      <AnswerBlock of={state} waiting={<Waiting />}>
        {(comparison) => <Comparison comparison={comparison} />}
      </AnswerBlock>
    </OutcomesFrame>
  );
}
