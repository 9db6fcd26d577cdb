import type { OverTime } from "@soundings/clinical";
import { FigureView } from "../../../charts/figure/FigureView.tsx";
import { useTRPC } from "../../../lib/trpc.ts";
import { ChoiceField } from "../../../ui/fields.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Bar } from "../../../ui/Skeleton.tsx";
import { MeasureField } from "../compare/ChooseComparison.tsx";
import { comparedName, setOf } from "../compare/compared.ts";
import { useOpenPatients } from "../compare/use-open-patients.ts";
import { NotesPanel } from "../notes/NotesPanel.tsx";
import { useNotes } from "../notes/use-notes.ts";
import { AnswerBlock } from "../parts/AnswerBlock.tsx";
import { Definition } from "../parts/Definition.tsx";
import { OutcomesFrame } from "../parts/OutcomesFrame.tsx";
import { Section } from "../parts/Section.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useLeaving } from "../parts/use-leaving.ts";
import { useAsk, useOverTime } from "../parts/use-question.ts";
import { controlOf, notesOn } from "./figures.ts";
import { GroupView } from "./GroupView.tsx";
import { markSentences } from "./marks.ts";
import { PointTable } from "./PointTable.tsx";
import classes from "./time.module.css";
import { chartWords, fewExpectedWords, noMarksWords, openWords, RULES, SAVED_BY_QUARTER } from "./words.ts";

function Waiting() {
  return (
    <div className={classes.waiting} aria-busy="true">
      <Bar width={32} />
      <Bar width={48} />
      <Bar width={40} />
    </div>
  );
}

function ChooseTime() {
  const { measure, every } = useOverTime();
  const ask = useAsk();
  return (
    <search className={classes.choice} aria-label="Chart">
      <MeasureField value={measure} />
      <span>by</span>
      <ChoiceField
        label="Every"
        all="month"
        value={every === "month" ? undefined : every}
        groups={[{ choices: [{ value: "quarter", label: "quarter" }] }]}
        onChoose={(chosen) => ask({ every: chosen })}
      />
      <span>of discharge</span>
    </search>
  );
}

function Marks({ answer }: { answer: OverTime }) {
  const sentences = markSentences(answer);
  if (sentences.length === 0) return <p>{noMarksWords(answer)}</p>;
  return (
    <ul className={classes.marks}>
      {sentences.map(({ key, words }) => (
        <li key={key}>{words}</li>
      ))}
    </ul>
  );
}

const CHART_METHODS = {
  p: "method-p-chart",
  xmr: "method-xmr-chart",
  run: "method-run-chart",
} as const;

function Chart({ answer }: { answer: OverTime }) {
  const open = useOpenPatients();
  const { notes } = useNotes();
  const { saveAs } = useLeaving(
    { figure: "over_time", measure: answer.measure },
    `${comparedName(answer.measure)} by quarter of discharge`,
  );
  const { measure, points } = answer;
  if (points.length === 0) {
    return (
      <Notice kind="empty" title="No whole month or quarter with a discharge lies in this period.">
        Choose a longer period, or take out a filter.
      </Notice>
    );
  }
  return (
    <>
      <FigureView
        figure={controlOf(answer, notesOn(answer, notes ?? []))}
        label={`${comparedName(measure)} by ${answer.every} of discharge`}
        onPick={(key) => {
          const point = points.find(({ from }) => from === key);
          if (point) open(setOf(measure, "denominator"), { from: point.from, to: point.to });
        }}
        saveAs={saveAs}
      />
      <Marks answer={answer} />
    </>
  );
}

/** How the chart is to be read. */
function Reading({ answer }: { answer: OverTime }) {
  const { whyNot } = useLeaving({ figure: "over_time", measure: answer.measure });
  if (answer.points.length === 0) return null;
  const openPeriod = openWords(answer);
  const few = fewExpectedWords(answer);
  return (
    <div className={classes.reading}>
      {few === null ? null : <p className={classes.read}>{few}</p>}
      {openPeriod === null ? null : <p className={classes.read}>{openPeriod}</p>}
      <p className={classes.note}>
        {chartWords(answer)}{" "}
        <Definition id={CHART_METHODS[answer.chart]}>How the limits are computed</Definition>
      </p>
      <p className={classes.note}>
        {RULES} <Definition id="method-rule-marks">The rules exactly</Definition>
      </p>
      <p className={classes.note}>{whyNot ?? SAVED_BY_QUARTER}</p>
    </div>
  );
}

/** A measure by month or quarter with the rules of control charts, and when a whole track moved together. */
export function TimePage() {
  const trpc = useTRPC();
  const { instrument, ...asked } = useOverTime();
  const state = useAnswer(trpc.outcomes.overTime.queryOptions(asked));
  return (
    <OutcomesFrame page="time" title="Outcomes over time">
      <ChooseTime />
      <AnswerBlock of={state} waiting={<Waiting />}>
        {(answer) => (
          <>
            <Section id="chart" title={comparedName(answer.measure)}>
              <Chart answer={answer} />
            </Section>
            <div className={classes.pair}>
              <NotesPanel />
              <Reading answer={answer} />
            </div>
            {answer.points.length === 0 ? null : (
              <Section id="values" title={`Values by ${answer.every}`}>
                <PointTable answer={answer} />
              </Section>
            )}
          </>
        )}
      </AnswerBlock>
      <GroupView instrument={instrument} />
    </OutcomesFrame>
  );
}
