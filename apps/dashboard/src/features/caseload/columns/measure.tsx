import { type CalendarDate, daysBetween, type InstrumentId } from "@soundings/clinical";
import type { CaseloadRow, CaseloadSort } from "@soundings/contract";
import { dateWords } from "../../../ui/dates.ts";
import { ChangeText, NoDataText, ScoreText, WeekChips } from "../../../ui/marks/index.ts";
import { INSTRUMENT_MARKS } from "../../../ui/marks/points.ts";
import classes from "../cells.module.css";
import type { Column } from "./column.ts";

const WEEKS_SHOWN = 11;

/** A measure is weekly: one from before the last week says its day. */
const CURRENT_DAYS = 7;

interface LatestProps {
  readonly latest: NonNullable<CaseloadRow["measures"][number]["latest"]>;
  readonly asOf: CalendarDate;
}

function Latest({ latest, asOf }: LatestProps) {
  const { score, band, prorated, on } = latest;
  const day = dateWords(on, asOf);
  const isOld = daysBetween(on, asOf) > CURRENT_DAYS;
  return (
    <>
      <span className="visually-hidden">latest, {day}: </span>
      <span data-hint={`Latest, ${day}`}>
        <ScoreText score={score} band={band} prorated={prorated} />
      </span>
      {isOld ? (
        <span className={classes.detail} aria-hidden="true">
          {day}
        </span>
      ) : null}
    </>
  );
}

interface MeasureCellProps {
  readonly row: CaseloadRow;
  readonly instrument: InstrumentId;
  readonly asOf: CalendarDate;
}

function MeasureCell({ row, instrument, asOf }: MeasureCellProps) {
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
        {latest ? <Latest latest={latest} asOf={asOf} /> : <NoDataText missing="none scored" />}
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
    width: 258,
    skeleton: 28,
    cell: (row, { asOf }) => <MeasureCell row={row} instrument={instrument} asOf={asOf} />,
  };
}
