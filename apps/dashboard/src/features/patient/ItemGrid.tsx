import { type CalendarDate, instrumentOf, type MeasureLane } from "@soundings/clinical";
import { useState } from "react";
import { type EvidenceSet, standingOf } from "../../charts/evidence.ts";
import { useRecordActions } from "../../lib/record-actions.ts";
import buttons from "../../ui/buttons.module.css";
import { dateWords } from "../../ui/dates.ts";
import { Glyph } from "../../ui/marks/Glyph.tsx";
import { MarkWord } from "../../ui/marks/MarkWord.tsx";
import { QUALITY_MARKS } from "../../ui/marks/quality.ts";
import { tintOfBand } from "../../ui/marks/severity.ts";
import { ITEM_9_RAISED } from "../../ui/marks/states.ts";
import { INCOMPLETE_WEEK, WEEK_MARKS } from "../../ui/marks/weeks.ts";
import { counted } from "../../ui/numbers.ts";
import { ScrollBox } from "../../ui/ScrollBox.tsx";
import { correctFrom } from "./correct-from.ts";
import { moveInGrid } from "./grid-keys.ts";
import { type ItemColumn, itemColumns } from "./item-columns.ts";
import {
  answerOf,
  cellWords,
  difficultyRow,
  hasAnswers,
  type ItemRow,
  itemRows,
  latestWords,
} from "./item-words.ts";
import classes from "./items.module.css";
import { qualitiesOf, qualityWords } from "./quality-words.ts";

/** A head with words of its own: arrows reach it like a cell. */
function headStop(date: CalendarDate, words: string) {
  return { tabIndex: -1, "data-cell": true, "data-hint": `${dateWords(date)}: ${words}` };
}

/** The tints of severity, spread over the four answers. */
const ANSWER_TINTS = ["transparent", "var(--band-1)", "var(--band-3)", "var(--band-4)"] as const;

function keyOf(column: ItemColumn): string {
  return column.kind === "taken" ? column.mark.assessmentId : `week ${column.week}`;
}

interface HeaderCellProps {
  readonly column: ItemColumn;
  /** The chosen finding rests on it. */
  readonly lit: boolean;
}

function HeaderCell({ column, lit }: HeaderCellProps) {
  const date = column.kind === "taken" ? column.mark.on : column.from;
  const quality = column.kind === "taken" ? qualityWords(column.mark) : "";
  return (
    <th scope="col" data-lit={lit || undefined} {...(quality === "" ? {} : headStop(date, quality))}>
      {column.kind === "taken" && quality !== "" ? (
        <span className={classes.quality}>
          {column.mark.quality.map((one) => (
            <Glyph key={one} mark={QUALITY_MARKS[one]} size={11} />
          ))}
          <span className="visually-hidden">{quality}</span>
        </span>
      ) : null}
      <span className={classes.week}>{column.week < 0 ? "before" : column.week + 1}</span>
      <span className={classes.date}>{column.kind === "taken" ? dateWords(date, date) : ""}</span>
    </th>
  );
}

interface AnswerCellProps {
  readonly row: ItemRow;
  readonly column: ItemColumn & { kind: "taken" };
  /** Where the keyboard enters the table. */
  readonly entry: boolean;
}

function AnswerCell({ row, column, entry }: AnswerCellProps) {
  const answer = answerOf(row, column.mark);
  const words = cellWords(row, column.mark);
  const tint = answer === null ? undefined : ANSWER_TINTS[answer];
  const isRaised = row.safety && answer !== null && answer > 0;
  return (
    <td
      tabIndex={entry ? 0 : -1}
      data-cell
      data-correct={column.mark.assessmentId}
      data-hint={words}
      data-unknown={answer === null || undefined}
      data-raised={isRaised || undefined}
      style={{ "--tint": tint, ...(isRaised ? { "--tone": ITEM_9_RAISED.tone } : {}) }}
    >
      {answer ?? "–"}
      <span className="visually-hidden">{answer === null ? "not answered" : ""}</span>
    </td>
  );
}

interface RowsProps {
  readonly rows: readonly ItemRow[];
  readonly columns: readonly ItemColumn[];
}

/** Holes span all rows of a body, so that a week without answers is one empty place. */
function Rows({ rows, columns }: RowsProps) {
  const latest = columns.findLast((column) => column.kind === "taken");
  return rows.map((row, place) => (
    <tr key={row.number} data-safety={row.safety || undefined}>
      <th scope="row" data-hint={row.question}>
        <span className={classes.number}>{row.number}</span> {row.topic}
      </th>
      {columns.map((column) => {
        if (column.kind === "taken") {
          return (
            <AnswerCell
              key={keyOf(column)}
              row={row}
              column={column}
              entry={place === 0 && column === latest}
            />
          );
        }
        return place === 0 ? (
          <td key={keyOf(column)} rowSpan={rows.length} className={classes.hole}>
            <span>{WEEK_MARKS[column.state].word}</span>
          </td>
        ) : null;
      })}
    </tr>
  ));
}

function TotalRow({ lane, columns }: { lane: MeasureLane; columns: readonly ItemColumn[] }) {
  return (
    <tr className={classes.total}>
      <th scope="row">{lane.name} score</th>
      {columns.map((column) => {
        if (column.kind === "hole") return <td key={keyOf(column)} className={classes.hole} />;
        const { score, band, prorated } = column.mark;
        const words =
          score === null ? INCOMPLETE_WEEK.word : `${score}, ${band}${prorated ? ", prorated" : ""}`;
        return (
          <td
            key={keyOf(column)}
            tabIndex={-1}
            data-cell
            data-correct={column.mark.assessmentId}
            data-hint={words}
            data-hollow={prorated || undefined}
            style={{ "--tint": tintOfBand(band) }}
          >
            {score ?? INCOMPLETE_WEEK.symbol}
            <span className="visually-hidden">{score === null ? INCOMPLETE_WEEK.word : band}</span>
          </td>
        );
      })}
    </tr>
  );
}

/** A year of weeks and some more: a longer record is drawn only once somebody asks for it. */
const MOST_COLUMNS = 60;

/** The words of the marks in the heads, for whoever does not point at them. */
function QualityLegend({ lane }: { lane: MeasureLane }) {
  const qualities = qualitiesOf(lane.marks);
  if (qualities.length === 0) return null;
  return (
    <ul className={classes.legend}>
      {qualities.map((quality) => (
        <li key={quality}>
          <MarkWord mark={QUALITY_MARKS[quality]} />
        </li>
      ))}
    </ul>
  );
}

interface ItemGridProps {
  readonly lane: MeasureLane;
  readonly near: CalendarDate;
  readonly admittedOn: CalendarDate;
  readonly chosen: EvidenceSet;
}

/** The answers of one instrument, items by weeks, suicidality first, difficulty beside the total. */
export function ItemGrid({ lane, near, admittedOn, chosen }: ItemGridProps) {
  const [isWhole, setWhole] = useState(false);
  const all = itemColumns(lane, admittedOn);
  const columns = isWhole ? all : all.slice(-MOST_COLUMNS);
  const { title, credit, texts } = instrumentOf(lane.instrument);
  const { correct } = useRecordActions();
  const onCorrect = correctFrom(correct, "assessment");
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <h3>{lane.name} answers</h3>
        <p className={classes.latest}>{latestWords(lane, near)}</p>
        {hasAnswers(lane) || lane.marks.length === 0 ? null : (
          <p>No item answers: only totals are known in this stay.</p>
        )}
        <p>{texts.en.stem}</p>
      </figcaption>
      <ScrollBox label={`${lane.name} answers by week`} byTime>
        <table
          className={classes.grid}
          onDoubleClick={onCorrect}
          onKeyDown={(event) => {
            moveInGrid(event);
            if (event.key === "Enter") onCorrect(event);
          }}
        >
          <caption className="visually-hidden">{title}, answers 0 to 3 by program week</caption>
          <thead>
            <tr>
              <th scope="col">week</th>
              {columns.map((column) => (
                <HeaderCell
                  key={keyOf(column)}
                  column={column}
                  lit={standingOf(chosen, "assessment", keyOf(column)) === "lit"}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            <TotalRow lane={lane} columns={columns} />
          </tbody>
          <tbody className={classes.apart}>
            <Rows rows={[difficultyRow(lane)]} columns={columns} />
          </tbody>
          <tbody>
            <Rows rows={itemRows(lane)} columns={columns} />
          </tbody>
        </table>
      </ScrollBox>
      {columns.length < all.length ? (
        <button type="button" className={buttons.word} onClick={() => setWhole(true)}>
          Show the {counted(all.length - columns.length, "earlier column")} too
        </button>
      ) : null}
      <QualityLegend lane={lane} />
      <p className={classes.credit}>{credit}</p>
    </figure>
  );
}
