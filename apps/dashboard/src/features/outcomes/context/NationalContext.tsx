import { measureOf, NATIONAL_CONTEXT, type OutcomesJson } from "@soundings/clinical";
import type { ReactNode } from "react";
import { FigureView } from "../../../charts/figure/FigureView.tsx";
import { type Column, DataTable } from "../../../ui/DataTable.tsx";
import { dateWords } from "../../../ui/dates.ts";
import { useOpenPatients } from "../compare/use-open-patients.ts";
import { RateText } from "../parts/RateText.tsx";
import { Section } from "../parts/Section.tsx";
import classes from "./context.module.css";
import {
  contextFigure,
  isShared,
  publishedOf,
  publishedWords,
  SHARED_MEASURES,
  type Shared,
} from "./national.ts";

interface NationalContextProps {
  /** The figures of the question, beside which the nation's stand. */
  readonly own: Pick<OutcomesJson, "measures" | "from" | "to">;
}

interface Row {
  readonly key: string;
  readonly name: string;
  readonly finished: ReactNode;
  readonly shareOf: (measure: Shared) => ReactNode;
}

function rowsOf({ measures, from, to }: NationalContextProps["own"]): readonly Row[] {
  const own: Row = {
    key: "own",
    name: `This question, ${dateWords(from)} to ${dateWords(to)}`,
    finished: "counts all discharged",
    shareOf: (id) => <RateText rate={measures[id]} measure={id} name={measureOf(id).name} />,
  };
  const years = NATIONAL_CONTEXT.years.map((year) => ({
    key: year.year,
    name: `England ${year.year}`,
    finished: year.finished.toLocaleString("en-US"),
    shareOf: (id: Shared) => publishedWords(publishedOf(year, id)),
  }));
  return [...years, own];
}

/** In short: the plot above has the whole names. */
const HEADS: Readonly<Record<Shared, string>> = {
  "reliable-improvement": "Reliable improvement",
  "reliable-deterioration": "Reliable deterioration",
  recovery: "Symptom recovery",
  "reliable-recovery": "Reliable symptom recovery",
};

const COLUMNS: readonly Column<Row>[] = [
  {
    id: "year",
    head: "Year",
    track: "minmax(150px, 1.4fr)",
    cell: ({ key, name }) => (key === "own" ? <span className={classes.own}>{name}</span> : name),
  },
  { id: "finished", head: "Finished", track: "minmax(90px, 0.8fr)", cell: ({ finished }) => finished },
  ...SHARED_MEASURES.map(
    (id): Column<Row> => ({
      id,
      head: HEADS[id],
      track: "minmax(150px, 1.3fr)",
      cell: ({ shareOf }) => shareOf(id),
    }),
  ),
];

/** Published figures of a nation's outpatients beside the program's own: for context, never as a target. */
export function NationalContext({ own }: NationalContextProps) {
  const open = useOpenPatients();
  const { notATarget, why, title, definitions, source, attribution, license, reviewed } = NATIONAL_CONTEXT;
  return (
    <Section id="context" title="National context" lead={`${notATarget} ${why}`}>
      <FigureView
        figure={contextFigure(own)}
        label={`This program beside ${title}`}
        onPick={(key) => {
          if (isShared(key)) open({ of: "measure", measure: key, part: "denominator" });
        }}
        widest={960}
      />
      <DataTable
        label={`${title}, and this question`}
        columns={COLUMNS}
        rows={rowsOf(own).slice(-2)}
        keyOf={({ key }) => key}
      />
      <details className={classes.more}>
        <summary>England in the years before</summary>
        <DataTable
          label={`${title} in the years before`}
          columns={COLUMNS}
          rows={rowsOf(own).slice(0, -2)}
          keyOf={({ key }) => key}
        />
      </details>
      <details className={classes.more}>
        <summary>How England counts</summary>
        <ul>
          {definitions.map((definition) => (
            <li key={definition}>{definition}</li>
          ))}
        </ul>
      </details>
      <p className={classes.source}>
        {source}. {attribution} <a href={license.url}>{license.name}</a>. Compared with the publication{" "}
        {dateWords(reviewed)}.
      </p>
    </Section>
  );
}
