import type { InstrumentId } from "@soundings/clinical";
import type { CaseloadRow, CaseloadSort } from "@soundings/contract";
import { ChangeText, NoDataText, ScoreText, WeekChips } from "../../../ui/marks/index.ts";
import { INSTRUMENT_MARKS } from "../../../ui/marks/points.ts";
import classes from "../cells.module.css";
import type { Column } from "./column.ts";

const WEEKS_SHOWN = 11;

function MeasureCell({ row, instrument }: { row: CaseloadRow; instrument: InstrumentId }) {
  const { word } = INSTRUMENT_MARKS[instrument];
  const measure = row.measures.find((one) => one.instrument === instrument);
  if (!measure) return <NoDataText missing={word} />;
  const { latest, change, reliable, weeks } = measure;
  return (
    <span className={classes.measure}>
      <span className={classes.instrument} aria-hidden="true">
        {word}
      </span>
      <WeekChips name={word} weeks={weeks} limit={WEEKS_SHOWN} />
      <span className={classes.latest}>
        {latest ? (
          <ScoreText score={latest.score} band={latest.band} prorated={latest.prorated} />
        ) : (
          <NoDataText missing="none scored" />
        )}
        {change === null ? null : <ChangeText change={change} reliable={reliable} />}
      </span>
    </span>
  );
}

/** One instrument: its weeks, its latest score with the band, and the change since the baseline. */
export function measureColumn(instrument: InstrumentId, score: CaseloadSort, change: CaseloadSort): Column {
  const { word } = INSTRUMENT_MARKS[instrument];
  return {
    id: instrument,
    label: word,
    sorts: [
      { key: score, label: word, name: `${word} score`, first: "desc" },
      { key: change, label: "Change", name: `${word} change`, first: "desc" },
    ],
    place: "measure",
    width: 264,
    skeleton: 28,
    cell: (row) => <MeasureCell row={row} instrument={instrument} />,
  };
}
