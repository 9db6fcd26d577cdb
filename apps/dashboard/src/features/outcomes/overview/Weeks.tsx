import type { Overview, WeeksFigure } from "@soundings/clinical";
import { useMemo } from "react";
import { FigureView } from "../../../charts/figure/FigureView.tsx";
import { NoDataText } from "../../../ui/marks/NoDataText.tsx";
import { OutcomesLink } from "../parts/OutcomesLink.tsx";
import { Section } from "../parts/Section.tsx";
import { useLeaving } from "../parts/use-leaving.ts";
import { titleOf } from "./sections.ts";

/** In which weeks of their stay people were measured. */
export function Weeks({ overview: { weeks } }: { overview: Overview }) {
  const { saveAs } = useLeaving({ figure: "weeks" });
  const figure = useMemo<WeeksFigure>(() => ({ kind: "weeks", weeks }), [weeks]);
  return (
    <Section
      id="weeks"
      title={titleOf("weeks")}
      lead="Of those who stayed the whole week, how many have a scored PHQ-9 in it."
    >
      {weeks.length === 0 ? (
        <NoDataText missing="nobody stayed a whole week" />
      ) : (
        <FigureView figure={figure} label="Measurement by week of stay" widest={960} saveAs={saveAs} />
      )}
      <p>
        <OutcomesLink to="/outcomes/quality">What is missing, patient by patient: data quality</OutcomesLink>
      </p>
    </Section>
  );
}
