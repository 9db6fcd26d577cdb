import type { ReactNode } from "react";
import { ScrollBox } from "../../../ui/ScrollBox.tsx";
import classes from "./table.module.css";

interface PlainRow {
  readonly key: string;
  /** The first names the row. */
  readonly cells: readonly ReactNode[];
}

interface PlainTableProps {
  readonly caption: string;
  /** Shown above the table; otherwise only heard. */
  readonly showsCaption?: boolean;
  readonly columns: readonly string[];
  /** The heads in short: where there is no width, each cell then stands on a line of its own beside its head. */
  readonly stacked?: readonly string[];
  readonly rows: readonly PlainRow[];
}

/** A small table of figures. */
export function PlainTable({ caption, showsCaption = false, stacked, columns, rows }: PlainTableProps) {
  return (
    <ScrollBox label={`${caption}, table`}>
      <table className={classes.table} data-stacks={stacked !== undefined || undefined}>
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
                <td key={columns[place + 1]} data-head={stacked?.[place + 1]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
