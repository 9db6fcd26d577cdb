import type { ReactNode } from "react";
import { MarkWord } from "../../ui/marks/MarkWord.tsx";
import { CORRECTED } from "../../ui/marks/states.ts";
import { counted } from "../../ui/numbers.ts";
import { ScrollBox } from "./ScrollBox.tsx";
import classes from "./tables.module.css";

export interface ValueRow {
  /** The record's key, as the timeline knows it. */
  readonly id: string;
  readonly cells: readonly ReactNode[];
}

interface ValueTableProps {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly ValueRow[];
  /** Keys of records that were changed after the day of the page. */
  readonly corrected?: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** Dated values as a table behind their title. */
export function ValueTable({ title, columns, rows, corrected = NONE }: ValueTableProps) {
  return (
    <details className={classes.details}>
      <summary>
        {title} <span className={classes.count}>{counted(rows.length, "row")}</span>
      </summary>
      {rows.length === 0 ? <p className={classes.empty}>Nothing known in this stay.</p> : null}
      {rows.length === 0 ? null : (
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
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, cells }) => (
                <tr key={id}>
                  {cells.map((cell, place) => (
                    <td key={columns[place]}>
                      {cell}
                      {place === 0 && corrected.has(id) ? (
                        <span className={classes.corrected}>
                          <MarkWord mark={CORRECTED} />
                        </span>
                      ) : null}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </details>
  );
}
