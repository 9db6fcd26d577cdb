import type { Overview, RetentionFigure } from "@soundings/clinical";
import { useMemo } from "react";
import { FigureView } from "../../../charts/figure/FigureView.tsx";
import { NoDataText } from "../../../ui/marks/NoDataText.tsx";
import { Definition } from "../parts/Definition.tsx";
import { NumberLink } from "../parts/NumberLink.tsx";
import { intervalWords, percentWords } from "../parts/number-words.ts";
import { PlainTable } from "../parts/PlainTable.tsx";
import { Section } from "../parts/Section.tsx";
import { useLeaving } from "../parts/use-leaving.ts";
import classes from "./overview.module.css";
import { medianWords } from "./retention-words.ts";
import { titleOf } from "./sections.ts";

type Retained = Overview["all"]["retention"];

function rowOf({ day, survival, at_risk, low, high }: Retained["at"][number]) {
  const interval = intervalWords(low, high);
  return {
    key: String(day),
    cells: [
      `${day} days`,
      survival === null ? (
        <NoDataText key="s" missing="nobody was followed so long" />
      ) : (
        percentWords(survival)
      ),
      interval ?? (survival === null ? <NoDataText key="i" /> : "none at this end of the scale"),
      at_risk.toLocaleString("en-US"),
    ],
  };
}

function Left({ retention }: { retention: Retained }) {
  const { n, events, reason_unknown: unknown } = retention;
  return (
    <p>
      Of <NumberLink set={{ of: "retention", part: "all" }} count={n} who="admitted in the period" /> admitted
      in the period,{" "}
      <NumberLink
        set={{ of: "retention", part: "event" }}
        count={events}
        who="who left against advice or lost contact"
      />{" "}
      left against advice or lost contact. {medianWords(retention)}{" "}
      {unknown === 0 ? null : (
        <>
          For{" "}
          <NumberLink
            set={{ of: "retention", part: "reason-unknown" }}
            count={unknown}
            who="discharged without a reason"
          />{" "}
          more nobody recorded why they left: the curve takes them as not having left early, so it may be too
          high.
        </>
      )}
    </p>
  );
}

/** How long those admitted in the period stayed. */
export function Retention({ overview: { all } }: { overview: Overview }) {
  const { retention } = all;
  const { saveAs } = useLeaving({ figure: "retention" });
  const figure = useMemo<RetentionFigure>(
    () => ({ kind: "retention", n: retention.n, curve: retention.curve, at: retention.at }),
    [retention],
  );
  return (
    <Section
      id="retention"
      title={titleOf("retention")}
      lead={
        <>
          Share <Definition id="method-kaplan-meier">still in treatment or ended as planned</Definition>, by
          days since admission. It counts everyone admitted in the period, also those who are still here. A
          stay counts until it ends: late days are of the few who stayed so long, and the curve is no share of
          all admitted.
        </>
      }
    >
      {retention.n === 0 ? (
        <NoDataText missing="nobody was admitted in the period" />
      ) : (
        <>
          <Left retention={retention} />
          <div className={classes.side}>
            <FigureView
              figure={figure}
              label="Still in treatment or ended as planned"
              widest={720}
              saveAs={saveAs}
            />
            <PlainTable
              caption="Still in treatment or ended as planned, by days since admission"
              columns={["After", "Share", "95 % interval", "Still in treatment (at risk)"]}
              rows={retention.at.map(rowOf)}
            />
          </div>
        </>
      )}
    </Section>
  );
}
