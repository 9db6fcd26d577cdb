import { useTRPC } from "../../../lib/trpc.ts";
import { AnswerBlock } from "../parts/AnswerBlock.tsx";
import { OutcomesFrame } from "../parts/OutcomesFrame.tsx";
import { QuestionBar } from "../parts/QuestionBar.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useQuestion } from "../parts/use-question.ts";
import { OverviewAnswer } from "./OverviewAnswer.tsx";
import { Waiting } from "./Waiting.tsx";

/** Whether patients get better here, compared with what, and how sure one can be. */
export function OverviewPage() {
  const trpc = useTRPC();
  const overview = useAnswer(trpc.outcomes.overview.queryOptions(useQuestion()));
  return (
    <OutcomesFrame page="overview" title="Program outcomes" question={<QuestionBar compares />}>
      <AnswerBlock of={overview} waiting={<Waiting />}>
        {(answer) => <OverviewAnswer overview={answer} />}
      </AnswerBlock>
    </OutcomesFrame>
  );
}
