import type { ReactNode } from "react";
import { counted } from "../../ui/numbers.ts";
import classes from "./tables.module.css";

export interface ValueRow {
  readonly id: string;
  readonly cells: readonly ReactNode[];
}

interface ValueTableProps {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly ValueRow[];
}

/** Dated values as a table behind their title. */
export function ValueTable({ title, columns, rows }: ValueTableProps) {
  return (
    <details className={classes.details}>
      <summary>
        {title} <span className={classes.count}>{counted(rows.length, "row")}</span>
      </summary>
      {rows.length === 0 ? <p className={classes.empty}>Nothing known in this stay.</p> : null}
      {rows.length === 0 ? null : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <caption className="visually-hidden">{title}</caption>
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
              {rows.map(({ id, cells }) => (
                <tr key={id}>
                  {cells.map((cell, place) => (
                    <td key={columns[place]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
