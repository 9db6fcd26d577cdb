import type { QualityAnswer } from "@soundings/clinical";
import { Link } from "@tanstack/react-router";
import { useTRPC } from "../../../lib/trpc.ts";
import { Bar } from "../../../ui/Skeleton.tsx";
import { EmptyCohort } from "../overview/EmptyCohort.tsx";
import { AnswerBlock } from "../parts/AnswerBlock.tsx";
import { OutcomesFrame } from "../parts/OutcomesFrame.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useQuestion } from "../parts/use-question.ts";
import { ByTherapist } from "./ByTherapist.tsx";
import { ByWeek } from "./ByWeek.tsx";
import { Checks } from "./Checks.tsx";
import classes from "./quality.module.css";

function Waiting() {
  return (
    <div className={classes.section} aria-busy="true">
      <Bar width={32} />
      <Bar width={48} />
      <Bar width={40} />
    </div>
  );
}

function Found({ answer }: { answer: QualityAnswer }) {
  if (answer.discharged === 0) return <EmptyCohort overview={answer} />;
  if (answer.tooFew) return <Checks answer={answer} />;
  return (
    <>
      <Checks answer={answer} />
      <ByWeek answer={answer} />
      <ByTherapist answer={answer} />
    </>
  );
}

/** What is missing, late or impossible in the records behind the figures: lists to work through. */
export function QualityPage() {
  const trpc = useTRPC();
  const answer = useAnswer(trpc.outcomes.quality.queryOptions(useQuestion()));
  return (
    <OutcomesFrame page="quality" title="Data quality">
      <p className={classes.lead}>
        The records of the same discharged patients as the figures. Each check leads to its list, and each
        line of a list to the record. What is missing in the records of patients in treatment now stands in
        the <Link to="/caseload">caseload</Link>.
      </p>
      <AnswerBlock of={answer} waiting={<Waiting />}>
        {(ready) => <Found answer={ready} />}
      </AnswerBlock>
    </OutcomesFrame>
  );
}
