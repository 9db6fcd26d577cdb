import type { FiveFigures as Five, Overview } from "@soundings/clinical";
import { yearBefore } from "@soundings/clinical";
import type { OutcomesFilter } from "@soundings/contract";
import { dateWords } from "../../../ui/dates.ts";
import { NoDataText } from "../../../ui/marks/NoDataText.tsx";
import { Definition } from "../parts/Definition.tsx";
import { fixed, intervalWords, percentWords, rangeWords } from "../parts/number-words.ts";
import { PlainTable } from "../parts/PlainTable.tsx";
import { RateText } from "../parts/RateText.tsx";
import { Section } from "../parts/Section.tsx";
import { titleOf } from "./sections.ts";

function EffectText({ effect: { n, g, low, high } }: { effect: Five["phq9Effect"] }) {
  if (g === null)
    return <NoDataText missing={n < 2 ? "fewer than two pairs of scores" : "no spread at the beginning"} />;
  const range = rangeWords(low, high, 2);
  return `${fixed(g, 2)}${range === null ? "" : `, ${range}`}; ${n.toLocaleString("en-US")} people`;
}

function RetentionText({ at: { n, survival, low, high } }: { at: Five["retention60"] }) {
  if (survival === null)
    return <NoDataText missing={n === 0 ? "nobody was admitted" : "nobody was followed so long"} />;
  const interval = intervalWords(low, high);
  return `${percentWords(survival)}${interval === null ? "" : `, ${interval}`}; ${n.toLocaleString("en-US")} admitted`;
}

function cellsOf(five: Five, also: OutcomesFilter) {
  return [
    <RateText
      key="improvement"
      rate={five.improvement}
      measure="reliable-improvement"
      name="reliable improvement"
      also={also}
    />,
    <RateText key="recovery" rate={five.recovery} measure="recovery" name="symptom recovery" also={also} />,
    <EffectText key="effect" effect={five.phq9Effect} />,
    <RetentionText key="retention" at={five.retention60} />,
    <RateText
      key="measured"
      rate={five.measured}
      measure="measured-at-discharge"
      name="PHQ-9 at discharge"
      also={also}
    />,
  ];
}

const NAMES = [
  <Definition key="improvement" id="measure-reliable-improvement" />,
  <Definition key="recovery" id="measure-recovery" />,
  <Definition key="effect" id="method-effect-size">
    PHQ-9 effect size (Hedges g)
  </Definition>,
  <Definition key="retention" id="method-kaplan-meier">
    Still in treatment or ended as planned at 60 days
  </Definition>,
  <Definition key="measured" id="measure-measured-at-discharge" />,
];

/** Five numbers that sum the period up, beside those of the year before. */
export function FiveFigures({ overview: { five, question } }: { overview: Overview }) {
  const before = yearBefore(question);
  const [now, then] = [cellsOf(five.now, {}), cellsOf(five.yearBefore, before)];
  const span = ({ from, to }: { from: string; to: string }) => `${dateWords(from)} to ${dateWords(to)}`;
  return (
    <Section id="five" title={titleOf("five")}>
      <PlainTable
        caption="Five figures, and those of the same period a year before"
        columns={["Figure", span(question), `A year before: ${span(before)}`]}
        rows={NAMES.map((name, place) => ({ key: name.key ?? "", cells: [name, now[place], then[place]] }))}
      />
    </Section>
  );
}
