import {
  type BandsFigure,
  type BeforeAfterFigure,
  INSTRUMENT_IDS,
  INSTRUMENTS,
  type InstrumentId,
  type Overview,
} from "@soundings/clinical";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { FigureView } from "../../../charts/figure/FigureView.tsx";
import { NoDataText } from "../../../ui/marks/NoDataText.tsx";
import { Definition } from "../parts/Definition.tsx";
import { NumberLink } from "../parts/NumberLink.tsx";
import { FEW, fixed, rangeWords } from "../parts/number-words.ts";
import { PlainTable } from "../parts/PlainTable.tsx";
import { Part, Section } from "../parts/Section.tsx";
import { useLeaving } from "../parts/use-leaving.ts";
import { useQuestion } from "../parts/use-question.ts";
import { changeProblem } from "./change-words.ts";
import classes from "./overview.module.css";
import { titleOf } from "./sections.ts";

function dotsFigure(overview: Overview, id: InstrumentId): BeforeAfterFigure {
  const { maximum, reliableChange, caseness } = INSTRUMENTS[id];
  const dots = overview.beforeAfter[id];
  return { kind: "before_after", instrument: id, maximum, reliableChange, caseness, dots };
}

function bandsFigure(overview: Overview, id: InstrumentId): BandsFigure {
  const { pre, post } = overview.bands[id];
  const bands = INSTRUMENTS[id].bands.map(({ name }, place) => ({
    name,
    pre: pre[place] ?? 0,
    post: post[place] ?? 0,
  }));
  return { kind: "bands", instrument: id, n: overview.all.change[id].n, bands };
}

const withSd = (mean: number | null, sd: number | null) =>
  mean === null ? <NoDataText /> : `${fixed(mean)} (${fixed(sd)})`;

function rowOf(overview: Overview, id: InstrumentId) {
  const { n, mean_pre, sd_pre, mean_post, sd_post, mean_change, r, d, g, low, high } =
    overview.all.change[id];
  const range = rangeWords(low, high, 2);
  return {
    key: id,
    cells: [
      INSTRUMENTS[id].name,
      <NumberLink
        key="n"
        set={{ of: "paired", instrument: id }}
        count={n}
        who={`paired on the ${INSTRUMENTS[id].name}`}
      />,
      withSd(mean_pre, sd_pre),
      withSd(mean_post, sd_post),
      mean_change === null ? <NoDataText key="fall" /> : fixed(-mean_change),
      r === null ? <NoDataText key="r" /> : fixed(r, 2),
      d === null ? <NoDataText key="d" /> : fixed(d, 2),
      g === null ? <NoDataText key="g" /> : `${fixed(g, 2)}${range === null ? "" : `, ${range}`}`,
    ],
  };
}

function OfInstrument({ overview, id }: { overview: Overview; id: InstrumentId }) {
  const navigate = useNavigate();
  const question = useQuestion();
  const dots = useMemo(() => dotsFigure(overview, id), [overview, id]);
  const bands = useMemo(() => bandsFigure(overview, id), [overview, id]);
  const { name } = INSTRUMENTS[id];
  const { saveAs } = useLeaving({ figure: "bands", instrument: id });
  const open = (key: string) => {
    const dot = overview.beforeAfter[id].find(({ episodeId }) => episodeId === key);
    if (dot === undefined) return;
    // A place where very many stand names nobody: the list of all who are paired holds them.
    if (dot.patients !== undefined) {
      void navigate({ to: "/outcomes/patients", search: { ...question, set: `paired/${id}` } });
      return;
    }
    const { patientId, episodeId } = dot;
    void navigate({
      to: "/patients/$patientId",
      params: { patientId },
      search: { episodeId, asOf: question.asOf },
    });
  };
  if (dots.dots.length === 0) return null;
  return (
    <div className={classes.plots}>
      <Part title={`${name}: each dot is a person`}>
        <FigureView figure={dots} label={`${name} before and after`} onPick={open} widest={620} />
      </Part>
      <Part title={`${name}: people by severity`}>
        <FigureView figure={bands} label={`${name} severity before and after`} widest={620} saveAs={saveAs} />
      </Part>
    </div>
  );
}

const HEADS = [
  "Questionnaire",
  "People with both scores",
  "Before: mean (SD)",
  "After: mean (SD)",
  "Mean fall, points",
  "Correlation\u00a0r",
  "Effect size\u00a0d",
  "Effect size g, 95 % interval",
];

/** How far scores fell, how sure that is, and every person behind it. */
export function Change({ overview }: { overview: Overview }) {
  const problems = INSTRUMENT_IDS.flatMap((id) => changeProblem(id, overview.all.change[id], FEW) ?? []);
  return (
    <Section
      id="change"
      title={titleOf("change")}
      lead={
        <>
          From the baseline (before) to the last score (after). The{" "}
          <Definition id="method-effect-size">effect size</Definition> g is the mean fall in units of the
          spread at the beginning.
        </>
      }
    >
      {problems.map((problem) => (
        <p key={problem} className={classes.few}>
          {problem}
        </p>
      ))}
      <PlainTable
        caption="Change of scores of those with a score at the beginning and later"
        columns={HEADS}
        rows={INSTRUMENT_IDS.map((id) => rowOf(overview, id))}
        stacked={HEADS}
      />
      <div className={classes.side}>
        {INSTRUMENT_IDS.map((id) => (
          <OfInstrument key={id} overview={overview} id={id} />
        ))}
      </div>
    </Section>
  );
}
