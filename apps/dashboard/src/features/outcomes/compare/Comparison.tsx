import type { GroupComparison } from "@soundings/clinical";
import { FigureView } from "../../../charts/figure/FigureView.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { NationalLine } from "../context/NationalLine.tsx";
import { Definition } from "../parts/Definition.tsx";
import { DIMENSION_WORDS, valueLabel } from "../parts/question-words.ts";
import { Part, Section } from "../parts/Section.tsx";
import { useLeaving } from "../parts/use-leaving.ts";
import { useOptions } from "../parts/use-options.ts";
import classes from "./compare.module.css";
import { comparedName, setOf } from "./compared.ts";
import { funnelOf, inOrderOfNames, intervalsOf, type NameOf } from "./figures.ts";
import { GroupTable } from "./GroupTable.tsx";
import { ModelBox } from "./ModelBox.tsx";
import { useOpenPatients } from "./use-open-patients.ts";
import {
  dispersionWords,
  emptyWords,
  HOW_TO_READ,
  noFunnelWords,
  notShownWords,
  SHRUNKEN_MEANS,
  THERAPISTS,
} from "./words.ts";

interface ComparedProps {
  readonly comparison: GroupComparison;
  readonly nameOf: NameOf;
}

function titleOf({ measure, by }: GroupComparison): string {
  return `${comparedName(measure)} by ${DIMENSION_WORDS[by].name.toLowerCase()}`;
}

function Intervals({ comparison, nameOf, of }: ComparedProps & { readonly of: "observed" | "adjusted" }) {
  const open = useOpenPatients();
  const { by, measure } = comparison;
  const { saveAs } = useLeaving({ figure: "comparison", by, measure }, `${titleOf(comparison)}, as observed`);
  const figure = intervalsOf(comparison, nameOf, of);
  return (
    <Part title={figure.title}>
      <FigureView
        figure={figure}
        label={`${titleOf(comparison)}, ${figure.title.toLowerCase()}`}
        onPick={(value) => open(setOf(measure, "denominator"), { [by]: value })}
        saveAs={of === "observed" ? saveAs : undefined}
      />
    </Part>
  );
}

function FunnelPart({ comparison, nameOf }: ComparedProps) {
  const open = useOpenPatients();
  const { by, measure, funnel } = comparison;
  const { saveAs } = useLeaving({ figure: "funnel", by, measure }, `${titleOf(comparison)}, funnel plot`);
  const figure = funnelOf(comparison, nameOf);
  if (funnel === null || figure === null) return <p className={classes.read}>{noFunnelWords(comparison)}</p>;
  return (
    <>
      <FigureView
        figure={figure}
        label={`${titleOf(comparison)}, funnel plot`}
        onPick={(value) => open(setOf(measure, "denominator"), { [by]: value })}
        widest={760}
        saveAs={saveAs}
      />
      <p className={classes.note}>
        {funnel.adjusted ? "Adjusted values. " : "Observed values. "}Dashed 95 %, solid 99.8 % limits, on the
        arcsine scale. {dispersionWords(funnel)}{" "}
        <Definition id="method-funnel">How the funnel is computed</Definition>
      </p>
    </>
  );
}

function Therapists({ notShown }: Pick<GroupComparison, "notShown">) {
  const left = notShownWords(notShown);
  return (
    <>
      <p className={classes.read}>
        {THERAPISTS.read} <span className={classes.note}>{THERAPISTS.source}</span>
      </p>
      {left === null ? null : <p className={classes.read}>{left}</p>}
    </>
  );
}

/** The groups of a question in the order of their names. */
export function Comparison({ comparison: answer }: { comparison: GroupComparison }) {
  const options = useOptions();
  const { by, measure, model, notShown } = answer;
  const nameOf: NameOf = (value) => valueLabel(by, value, options);
  const comparison = inOrderOfNames(answer, nameOf);
  const { groups } = comparison;
  const empty = emptyWords(comparison);
  const { whyNot } = useLeaving({ figure: "comparison", by, measure });
  return (
    <>
      <Section id="groups" title={titleOf(comparison)} lead={HOW_TO_READ}>
        {by === "therapist" ? <Therapists notShown={notShown} /> : null}
        {empty === null ? null : (
          <Notice kind="empty" title={empty.title}>
            {empty.text}
          </Notice>
        )}
        {groups.length === 0 ? null : (
          <>
            <div className={classes.pair}>
              <Intervals comparison={comparison} nameOf={nameOf} of="observed" />
              {model.fitted ? (
                <Intervals comparison={comparison} nameOf={nameOf} of="adjusted" />
              ) : (
                <Part title="Funnel plot">
                  <FunnelPart comparison={comparison} nameOf={nameOf} />
                </Part>
              )}
            </div>
            {whyNot === null ? null : <p className={classes.note}>{whyNot}</p>}
            <p className={classes.note}>
              {SHRUNKEN_MEANS} <Definition id="method-shrinkage">How it is computed</Definition>
            </p>
            <NationalLine measure={measure} />
            <GroupTable comparison={comparison} nameOf={nameOf} />
          </>
        )}
      </Section>
      {groups.length === 0 ? null : (
        <div className={classes.pair}>
          {model.fitted ? (
            <Section id="funnel" title="Funnel plot">
              <FunnelPart comparison={comparison} nameOf={nameOf} />
            </Section>
          ) : null}
          <Section id="model" title="Adjustment for severity at the start">
            <ModelBox model={model} />
          </Section>
        </div>
      )}
    </>
  );
}
