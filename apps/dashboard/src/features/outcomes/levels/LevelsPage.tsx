import type { LevelsAnswer, LevelsFigure } from "@soundings/clinical";
import { FigureView } from "../../../charts/figure/FigureView.tsx";
import { useTRPC } from "../../../lib/trpc.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { Bar } from "../../../ui/Skeleton.tsx";
import { useOpenPatients } from "../compare/use-open-patients.ts";
import { AnswerBlock } from "../parts/AnswerBlock.tsx";
import { OutcomesFrame } from "../parts/OutcomesFrame.tsx";
import { Section } from "../parts/Section.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useLeaving } from "../parts/use-leaving.ts";
import { useQuestion } from "../parts/use-question.ts";
import { Ends, Returns, Stays } from "./AfterFlow.tsx";
import { linkSet } from "./figures.ts";
import { LinkTables } from "./LinkTables.tsx";
import classes from "./levels.module.css";
import { FLOW_MEANS } from "./words.ts";

function Waiting() {
  return (
    <div className={classes.waiting} aria-busy="true">
      <Bar width={32} />
      <Bar width={48} />
      <Bar width={40} />
    </div>
  );
}

function Flow({ answer: { links } }: { answer: LevelsAnswer }) {
  const open = useOpenPatients();
  const figure: LevelsFigure = { kind: "levels", links };
  const { saveAs, whyNot } = useLeaving({ figure: "levels" });
  return (
    <Section id="flow" title="From where to where" lead={FLOW_MEANS}>
      <FigureView
        figure={figure}
        label="Flow through levels of care"
        onPick={(key) => {
          const set = linkSet(key);
          if (set !== null) open(set);
        }}
        saveAs={saveAs}
      />
      {whyNot === null ? null : <p className={classes.note}>{whyNot}</p>}
      <LinkTables links={links} />
    </Section>
  );
}

function Found({ answer }: { answer: LevelsAnswer }) {
  if (answer.links.length === 0) {
    return (
      <Notice kind="empty" title="Nobody was discharged or admitted in this period.">
        Choose another period, or take out a filter.
      </Notice>
    );
  }
  return (
    <>
      <Flow answer={answer} />
      <div className={classes.parts}>
        <Stays stays={answer.stays} />
        <Ends ends={answer.ends} />
        <Returns returned={answer.returned} />
      </div>
    </>
  );
}

/** How patients move through levels of care, how long they stay, how stays end and who comes back. */
export function LevelsPage() {
  const trpc = useTRPC();
  const state = useAnswer(trpc.outcomes.levels.queryOptions(useQuestion()));
  return (
    <OutcomesFrame page="levels" title="Levels of care">
      <AnswerBlock of={state} waiting={<Waiting />}>
        {(answer) => <Found answer={answer} />}
      </AnswerBlock>
    </OutcomesFrame>
  );
}
