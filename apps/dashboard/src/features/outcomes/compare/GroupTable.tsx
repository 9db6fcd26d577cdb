import { type ComparedGroup, type Estimate, type GroupComparison, NOT_RECORDED } from "@soundings/clinical";
import type { OutcomesFilter } from "@soundings/contract";
import { type Column, DataTable } from "../../../ui/DataTable.tsx";
import { NoDataText } from "../../../ui/marks/NoDataText.tsx";
import { NumberLink } from "../parts/NumberLink.tsx";
import { DIMENSION_WORDS } from "../parts/question-words.ts";
import classes from "./compare.module.css";
import { comparedName, countedOf, countsTitle, setOf, valueWords } from "./compared.ts";
import { Counts, EstimateText } from "./EstimateText.tsx";
import type { NameOf } from "./figures.ts";
import { placeWords } from "./words.ts";

interface Row {
  readonly key: string;
  readonly name: string;
  readonly also: OutcomesFilter;
  readonly episodes: number;
  readonly observed: Estimate;
  /** Undefined: the row of all. */
  readonly group: ComparedGroup | undefined;
}

function rowsOf({ by, whole, groups, notShown }: GroupComparison, nameOf: NameOf): readonly Row[] {
  const all: Row = {
    key: "all",
    name: "All together",
    also: {},
    episodes: groups.reduce((sum, { episodes }) => sum + episodes, notShown.episodes),
    observed: whole,
    group: undefined,
  };
  return [
    ...groups.map((group) => ({
      key: `group-${group.value}`,
      name: nameOf(group.value),
      also: { [by]: group.value },
      episodes: group.episodes,
      observed: group.observed,
      group,
    })),
    all,
  ];
}

function Drawn({ row: { group }, measure }: { row: Row; measure: GroupComparison["measure"] }) {
  if (group === undefined) return null;
  if (group.value === NOT_RECORDED) return <span className={classes.note}>not drawn</span>;
  if (group.shrunken === null) return <NoDataText />;
  const { value, weight } = group.shrunken;
  return (
    <span>
      {valueWords(measure, value)}, weight {weight.toFixed(2)}
    </span>
  );
}

function columnsOf(comparison: GroupComparison): readonly Column<Row>[] {
  const { measure, by, model, funnel, groups } = comparison;
  const drawn: Column<Row> = {
    id: "shrunken",
    head: "Drawn toward the whole",
    track: "minmax(104px, 1fr)",
    cell: (row) => <Drawn row={row} measure={measure} />,
  };
  const adjusted: Column<Row> = {
    id: "adjusted",
    head: "Adjusted, 95 % interval",
    track: "minmax(110px, 1.2fr)",
    cell: ({ group }) =>
      group === undefined ? null : <EstimateText measure={measure} of={group.adjusted} />,
  };
  const leftOut: Column<Row> = {
    id: "left-out",
    head: "Left out",
    track: "minmax(64px, 0.5fr)",
    cell: ({ episodes, observed, also, name }) => (
      <NumberLink
        set={setOf(measure, "left-out")}
        count={episodes - observed.n}
        who={`left out of ${comparedName(measure)}, ${name}`}
        also={also}
      />
    ),
  };
  const place: Column<Row> = {
    id: "place",
    head: "On the funnel",
    track: "minmax(120px, 1.1fr)",
    cell: ({ group }) => (group === undefined ? null : placeWords(group.place)),
  };
  return [
    {
      id: "group",
      head: DIMENSION_WORDS[by].name,
      track: "minmax(140px, 1.6fr)",
      cell: ({ name, group }) => (group === undefined ? <span className={classes.all}>{name}</span> : name),
    },
    {
      id: "stays",
      head: "Discharged",
      track: "minmax(72px, 0.6fr)",
      cell: ({ episodes, also, name }) => (
        <NumberLink set={{ of: "discharged" }} count={episodes} who={`discharged, ${name}`} also={also} />
      ),
    },
    {
      id: "counts",
      head: countsTitle(measure),
      track: "minmax(110px, 0.9fr)",
      cell: ({ observed, also, name }) => <Counts measure={measure} of={observed} whose={name} also={also} />,
    },
    ...(countedOf(measure) === "weeks" ? [] : [leftOut]),
    {
      id: "observed",
      head: "Observed, 95 % interval",
      track: "minmax(130px, 1.2fr)",
      cell: ({ observed }) => <EstimateText measure={measure} of={observed} />,
    },
    ...(model.fitted ? [adjusted] : []),
    ...(groups.some((group) => group.shrunken !== null) ? [drawn] : []),
    ...(funnel === null ? [] : [place]),
  ];
}

/** Every group in the order of its name, and the whole below. */
export function GroupTable({ comparison, nameOf }: { comparison: GroupComparison; nameOf: NameOf }) {
  return (
    <DataTable
      label="Groups compared"
      columns={columnsOf(comparison)}
      rows={rowsOf(comparison, nameOf)}
      keyOf={({ key }) => key}
    />
  );
}
