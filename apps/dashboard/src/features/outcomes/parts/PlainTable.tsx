import type { ReactNode } from "react";
import classes from "./table.module.css";

export interface PlainRow {
  readonly key: string;
  /** The first names the row. */
  readonly cells: readonly ReactNode[];
}

interface PlainTableProps {
  readonly caption: string;
  /** Shown above the table; otherwise only heard. */
  readonly showsCaption?: boolean;
  readonly columns: readonly string[];
  readonly rows: readonly PlainRow[];
}

/** A small table of figures. */
export function PlainTable({ caption, showsCaption = false, columns, rows }: PlainTableProps) {
  return (
    <table className={classes.table}>
      <caption className={showsCaption ? classes.caption : "visually-hidden"}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [head, ...cells] }) => (
          <tr key={key}>
            <th scope="row">{head}</th>
            {cells.map((cell, place) => (
              <td key={columns[place + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
