import type { Correctable } from "@soundings/contract";
import { type ReactNode, useState } from "react";
import { type RecordActions, useRecordActions } from "../../lib/record-actions.ts";
import buttons from "../../ui/buttons.module.css";
import { MarkWord } from "../../ui/marks/MarkWord.tsx";
import { CORRECTED, WAS_CORRECTED } from "../../ui/marks/states.ts";
import { counted } from "../../ui/numbers.ts";
import { ScrollBox } from "../../ui/ScrollBox.tsx";
import type { CorrectedKeys } from "./correction-words.ts";
import classes from "./tables.module.css";

export interface ValueRow {
  readonly recordType: Correctable;
  readonly recordId: string;
  readonly cells: readonly ReactNode[];
}

interface ValueTableProps {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly ValueRow[];
  readonly corrected: CorrectedKeys;
}

function CorrectedMark({ row, corrected }: { row: ValueRow; corrected: CorrectedKeys }) {
  const key = `${row.recordType}:${row.recordId}`;
  if (!corrected.all.has(key)) return null;
  return (
    <span className={classes.corrected}>
      <MarkWord mark={corrected.since.has(key) ? CORRECTED : WAS_CORRECTED} />
    </span>
  );
}

interface RowViewProps {
  readonly row: ValueRow;
  readonly columns: readonly string[];
  readonly corrected: CorrectedKeys;
  readonly correct: RecordActions["correct"];
}

function RowView({ row, columns, corrected, correct }: RowViewProps) {
  const { recordType, recordId, cells } = row;
  return (
    <tr>
      {cells.map((cell, place) => (
        <td key={columns[place]}>
          {cell}
          {place === 0 ? <CorrectedMark row={row} corrected={corrected} /> : null}
        </td>
      ))}
      {correct ? (
        <td className={classes.act}>
          <button type="button" className={buttons.link} onClick={() => correct(recordType, recordId)}>
            Correct…<span className="visually-hidden"> {cells[0]}</span>
          </button>
        </td>
      ) : null}
    </tr>
  );
}

function Table({ title, columns, rows, corrected }: ValueTableProps) {
  const { correct } = useRecordActions();
  return (
    <ScrollBox label={`${title}, table`}>
      <table className={classes.table}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            {correct ? <td className={classes.act} /> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RowView
              key={`${row.recordType}:${row.recordId}`}
              row={row}
              columns={columns}
              corrected={corrected}
              correct={correct}
            />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** Dated values as a table behind their title, drawn once somebody asks for it. */
export function ValueTable(props: ValueTableProps) {
  const { title, rows } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={classes.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title} <span className={classes.count}>{counted(rows.length, "row")}</span>
      </summary>
      {rows.length === 0 ? <p className={classes.empty}>Nothing known in this stay.</p> : null}
      {rows.length > 0 && isOpen ? <Table {...props} /> : null}
    </details>
  );
}
