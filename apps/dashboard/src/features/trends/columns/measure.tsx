import type { TrendRow } from "@soundings/contract";
import { ComparedText, NoDataText } from "../../../ui/marks/index.ts";
import { INSTRUMENT_MARKS } from "../../../ui/marks/points.ts";
import { daysWords, fromTo, missingChange } from "../../../ui/since-words.ts";
import classes from "../trends.module.css";
import type { TrendColumn } from "./column.ts";

interface SinceProps {
  readonly row: TrendRow;
  readonly id: "phq-9" | "gad-7";
  readonly asOf: string;
}

function Since({ row, id, asOf }: SinceProps) {
  const value = row.values.find((one) => one.id === id);
  const numbers = value === undefined ? null : fromTo(value);
  if (value === undefined || numbers === null)
    return <NoDataText missing={`no ${INSTRUMENT_MARKS[id].word}`} />;
  return (
    <span className={classes.since}>
      <span>{numbers}</span>
      {value.change === null ? (
        <NoDataText missing={missingChange(value)} />
      ) : (
        <ComparedText change={value.change} reliable={value.reliable} values={value.n} />
      )}
      <span className={classes.detail}>{daysWords(value, asOf)}</span>
      {row.since === "admission" ? <span className={classes.detail}>since admission</span> : null}
    </span>
  );
}

/** One instrument since the last medication change, else since admission. */
function measureColumn(id: "phq-9" | "gad-7", key: "phq9_change" | "gad7_change"): TrendColumn {
  const { word } = INSTRUMENT_MARKS[id];
  return {
    id,
    label: `${word} since the change`,
    sort: { key, label: `${word} since the change`, name: `${word} change`, first: "desc" },
    track: "minmax(128px, 0.9fr)",
    cell: (row, { asOf }) => <Since row={row} id={id} asOf={asOf} />,
  };
}

export const phq9Column = measureColumn("phq-9", "phq9_change");
export const gad7Column = measureColumn("gad-7", "gad7_change");
