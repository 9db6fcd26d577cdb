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
  findingWords,
  HOW_TO_READ,
  noFunnelWords,
  notDrawnWords,
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
  if (funnel === null || figure === null) return null;
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

/** The intervals of all groups; beside them the adjusted ones, or the funnel where nothing is adjusted. */
function Plots({ comparison, nameOf }: ComparedProps) {
  const { model, funnel } = comparison;
  const observed = <Intervals comparison={comparison} nameOf={nameOf} of="observed" />;
  if (model.fitted) {
    return (
      <div className={classes.pair}>
        {observed}
        <Intervals comparison={comparison} nameOf={nameOf} of="adjusted" />
      </div>
    );
  }
  if (funnel === null) return <div className={classes.one}>{observed}</div>;
  return (
    <div className={classes.pair}>
      {observed}
      <Part title="Funnel plot">
        <FunnelPart comparison={comparison} nameOf={nameOf} />
      </Part>
    </div>
  );
}

/** By what the groups were adjusted, and where they were the funnel of the adjusted figures. */
function Adjustment({ comparison, nameOf }: ComparedProps) {
  const { model, funnel } = comparison;
  const hasFunnel = model.fitted && funnel !== null;
  const adjustment = (
    <Section id="model" title="Adjustment for severity at the start">
      <ModelBox model={model} alone={!hasFunnel} />
    </Section>
  );
  if (!hasFunnel) return adjustment;
  return (
    <div className={classes.pair}>
      <Section id="funnel" title="Funnel plot">
        <FunnelPart comparison={comparison} nameOf={nameOf} />
      </Section>
      {adjustment}
    </div>
  );
}

/** The groups of a question in the order of their names. */
export function Comparison({ comparison: answer }: { comparison: GroupComparison }) {
  const options = useOptions();
  const { by, measure, notShown, funnel } = answer;
  const nameOf: NameOf = (value) => valueLabel(by, value, options);
  const comparison = inOrderOfNames(answer, nameOf);
  const hasGroups = comparison.groups.length > 0;
  const finding = findingWords(comparison, nameOf);
  const empty = emptyWords(comparison);
  const { whyNot } = useLeaving({ figure: "comparison", by, measure });
  return (
    <>
      <Section id="groups" title={titleOf(comparison)} lead={HOW_TO_READ}>
        {finding === null ? null : <p className={classes.finding}>{finding}</p>}
        {by === "therapist" ? <Therapists notShown={notShown} /> : null}
        {empty === null ? null : (
          <Notice kind="empty" title={empty.title}>
            {empty.text}
          </Notice>
        )}
        {hasGroups ? (
          <>
            <Plots comparison={comparison} nameOf={nameOf} />
            {whyNot === null ? null : <p className={classes.note}>{whyNot}</p>}
            {funnel === null ? <p className={classes.note}>{noFunnelWords(comparison)}</p> : null}
            <p className={classes.note}>
              {notDrawnWords(comparison) ?? SHRUNKEN_MEANS}{" "}
              <Definition id="method-shrinkage">How it is computed</Definition>
            </p>
            <NationalLine measure={measure} />
            <GroupTable comparison={comparison} nameOf={nameOf} />
          </>
        ) : null}
      </Section>
      {hasGroups ? <Adjustment comparison={comparison} nameOf={nameOf} /> : null}
    </>
  );
}
