import { type FlowFigure, type Overview, setNamed } from "@soundings/clinical";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { FigureView } from "../../../charts/figure/FigureView.tsx";
import { NumberLink } from "../parts/NumberLink.tsx";
import { Section } from "../parts/Section.tsx";
import { useLeaving } from "../parts/use-leaving.ts";
import { useQuestion } from "../parts/use-question.ts";
import { titleOf } from "./sections.ts";

function flowFigure({ all: { flow } }: Overview): FlowFigure {
  const without = flow.discharged - flow.with_pre;
  const unpaired = flow.with_pre - flow.paired_both;
  return {
    kind: "flow",
    boxes: [
      { key: "discharged", label: "Discharged", count: flow.discharged, out: null },
      {
        key: "with-pre",
        label: "With a score at the beginning",
        count: flow.with_pre,
        out: { key: "without-pre", label: "Without any score at the beginning", count: without },
      },
      {
        key: "paired-both",
        label: "Both questionnaires, at the beginning and later",
        count: flow.paired_both,
        out: {
          key: "not-paired-with-pre",
          label: "Without a first or a later score on one of the two",
          count: unpaired,
        },
      },
    ],
  };
}

/** How many of those discharged can be said anything about. */
export function Flow({ overview }: { overview: Overview }) {
  const navigate = useNavigate();
  const question = useQuestion();
  const figure = useMemo(() => flowFigure(overview), [overview]);
  const { saveAs } = useLeaving({ figure: "flow" });
  const { admitted, stillActive, all } = overview;
  const open = (set: string) => {
    if (setNamed(set) !== null) void navigate({ to: "/outcomes/patients", search: { ...question, set } });
  };
  return (
    <Section
      id="flow"
      title={titleOf("flow")}
      lead="Every stay counts once: somebody who was here twice is two. Each box opens its people."
    >
      <FigureView
        figure={figure}
        label="From discharged to analyzed"
        onPick={open}
        widest={960}
        saveAs={saveAs}
      />
      <p>
        <NumberLink
          set={{ of: "paired", instrument: "phq-9" }}
          count={all.flow.paired_phq9}
          who="paired on the PHQ-9"
        />{" "}
        have a PHQ-9 at the beginning and later,{" "}
        <NumberLink
          set={{ of: "paired", instrument: "gad-7" }}
          count={all.flow.paired_gad7}
          who="paired on the GAD-7"
        />{" "}
        a GAD-7. In the same period{" "}
        <NumberLink set={{ of: "admitted" }} count={admitted} who="admitted in the period" /> were admitted;{" "}
        <NumberLink
          set={{ of: "retention", part: "active" }}
          count={stillActive}
          who="admitted in the period and still in treatment"
        />{" "}
        of them are still in treatment.
      </p>
    </Section>
  );
}
