import type { FiveFigures as Five, Overview } from "@soundings/clinical";
import { LEAST_CLOSED, yearBefore } from "@soundings/clinical";
import type { OutcomesFilter } from "@soundings/contract";
import { dateWords } from "../../../ui/dates.ts";
import { NoDataText } from "../../../ui/marks/NoDataText.tsx";
import { Definition } from "../parts/Definition.tsx";
import { fixed, intervalWords, percentWords, rangeWords } from "../parts/number-words.ts";
import numbers from "../parts/numbers.module.css";
import { PlainTable } from "../parts/PlainTable.tsx";
import { RateText } from "../parts/RateText.tsx";
import { Section } from "../parts/Section.tsx";
import { titleOf } from "./sections.ts";

function Valued({ value, interval, of }: { value: string; interval: string | null; of: string }) {
  return (
    <span>
      {value}
      <span className={numbers.interval}>
        {interval === null ? "" : `, ${interval}`}; {of}
      </span>
    </span>
  );
}

function EffectText({ effect: { n, g, low, high } }: { effect: Five["phq9Effect"] }) {
  if (g === null)
    return <NoDataText missing={n < 2 ? "fewer than two pairs of scores" : "no spread at the beginning"} />;
  const range = rangeWords(low, high, 2);
  return <Valued value={fixed(g, 2)} interval={range} of={`${n.toLocaleString("en-US")} people`} />;
}

function RetentionText({ at: { n, survival, low, high } }: { at: Five["retention60"] }) {
  if (survival === null)
    return <NoDataText missing={n === 0 ? "nobody was admitted" : "nobody was followed so long"} />;
  const interval = intervalWords(low, high);
  return (
    <Valued value={percentWords(survival)} interval={interval} of={`${n.toLocaleString("en-US")} admitted`} />
  );
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

function thenOf(five: Five | null, also: OutcomesFilter) {
  if (five !== null) return cellsOf(five, also);
  const missing = `fewer than ${LEAST_CLOSED} of the therapist's stays ended`;
  return NAMES.map(({ key }) => <NoDataText key={key} missing={missing} />);
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
  const [now, then] = [cellsOf(five.now, {}), thenOf(five.yearBefore, before)];
  const span = ({ from, to }: { from: string; to: string }) => `${dateWords(from)} to ${dateWords(to)}`;
  return (
    <Section id="five" title={titleOf("five")}>
      <PlainTable
        caption="Five figures, and those of the same period a year before"
        columns={["Figure", span(question), `A year before: ${span(before)}`]}
        rows={NAMES.map((name, place) => ({ key: name.key ?? "", cells: [name, now[place], then[place]] }))}
        stacked={["Figure", "This period", "A year before"]}
      />
    </Section>
  );
}
