import type { OverTime, TimePoint } from "@soundings/clinical";
import { type Column, DataTable } from "../../../ui/DataTable.tsx";
import { NoDataText } from "../../../ui/marks/NoDataText.tsx";
import { countsTitle, isMean, rangeOf, valueWords } from "../compare/compared.ts";
import { Counts } from "../compare/EstimateText.tsx";
import { marksInShort } from "./marks.ts";
import { periodWords } from "./periods.ts";

function Limits({ answer: { measure, chart }, point }: { answer: OverTime; point: TimePoint }) {
  const range = rangeOf(measure, point.low, point.high);
  if (range !== null) return range;
  return (
    <NoDataText
      missing={point.open ? "the period goes on" : chart === "run" ? "too few periods" : undefined}
    />
  );
}

function columnsOf(answer: OverTime): readonly Column<TimePoint>[] {
  const { measure, every } = answer;
  return [
    {
      id: "period",
      head: every === "quarter" ? "Quarter" : "Month",
      track: "minmax(130px, 1.2fr)",
      cell: ({ from, open }) => `${periodWords(from, every)}${open ? ", not over" : ""}`,
    },
    {
      id: "counts",
      head: countsTitle(measure),
      track: "minmax(110px, 1fr)",
      cell: ({ n, numerator, from, to }) => (
        <Counts
          measure={measure}
          of={{ n, numerator }}
          whose={periodWords(from, every)}
          also={{ from, to }}
        />
      ),
    },
    {
      id: "value",
      head: isMean(measure) ? "Mean" : "Share",
      track: "minmax(90px, 0.8fr)",
      cell: ({ value }) =>
        value === null ? <NoDataText missing="nobody in the denominator" /> : valueWords(measure, value),
    },
    {
      id: "limits",
      head: "Limits",
      track: "minmax(130px, 1.2fr)",
      cell: (point) => <Limits answer={answer} point={point} />,
    },
    {
      id: "marks",
      head: "Stands out by",
      track: "minmax(150px, 2fr)",
      cell: ({ marks, open }) =>
        open ? "not judged while it goes on" : marks.length === 0 ? "none" : marksInShort(marks),
    },
  ];
}

/** The values of the chart; every count leads to its patients. */
export function PointTable({ answer }: { answer: OverTime }) {
  return (
    <DataTable
      label={`Values by ${answer.every}`}
      columns={columnsOf(answer)}
      rows={answer.points}
      keyOf={({ from }) => from}
      isMarked={({ marks }) => marks.length > 0}
    />
  );
}
