import type { ReactNode, Ref } from "react";
import classes from "./DataTable.module.css";
import { GridCell, GridGroup, GridHeader, GridRow, GridTable } from "./grid.tsx";
import { Bar } from "./Skeleton.tsx";

export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  /** What stands in the head instead, such as a link that sorts; `head` stays the label of a cell. */
  readonly heading?: ReactNode;
  readonly sorted?: "ascending" | "descending" | "none" | undefined;
  /** A track of the grid, such as `minmax(160px, 2fr)`. */
  readonly track: string;
  readonly cell: (row: Row) => ReactNode;
  /** Steps to take with a row: no heading in sight, and nothing on paper. */
  readonly steps?: boolean;
  /** Said once, in the row that leads a group; the rows below it say it to a screen reader only. */
  readonly shared?: boolean;
}

/** A row that leads those below it, or one of these. */
export type Place = "lead" | "under" | null;

interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** Undefined while they are on their way: the layout stands already. */
  readonly rows: readonly Row[] | undefined;
  readonly keyOf: (row: Row) => string;
  /** Rows that stand out, by a line at their start; their cells say why. */
  readonly isMarked?: (row: Row) => boolean;
  readonly isQuiet?: (row: Row) => boolean;
  readonly placeOf?: (row: Row) => Place;
  /** Attributes of a row, such as those by which keys find it. */
  readonly attributesOf?: (row: Row, index: number) => Readonly<Record<`data-${string}`, unknown>>;
  readonly listRef?: Ref<HTMLDivElement>;
  /** Rows of another filter are shown until those of this one arrive. */
  readonly isBusy?: boolean;
}

interface RowCellProps<Row> {
  readonly row: Row;
  readonly place: Place;
  readonly column: Column<Row>;
}

function RowCell<Row>({ row, place, column: { head, cell, steps, shared } }: RowCellProps<Row>) {
  if (place === "under" && shared) {
    return (
      <GridCell className={classes.cell} data-said>
        <span className="visually-hidden">{cell(row)}</span>
      </GridCell>
    );
  }
  return (
    <GridCell className={classes.cell} data-steps={steps || undefined}>
      <span className={classes.label} aria-hidden="true">
        {steps ? "" : head}
      </span>
      <div className={classes.value}>{cell(row)}</div>
    </GridCell>
  );
}

const WAITING = [18, 14, 16, 12] as const;

/** Rows of facts: a line each where there is room, a block each with labels where there is not. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, keyOf, isMarked, isQuiet, placeOf, attributesOf, listRef, isBusy } = props;
  const tracks = columns.map(({ track }) => track).join(" ");
  return (
    <GridTable
      className={classes.table}
      aria-label={label}
      aria-busy={rows === undefined || isBusy === true}
      style={{ "--tracks": tracks }}
    >
      <GridGroup className={classes.head}>
        <GridRow className={classes.row}>
          {columns.map(({ id, head, heading, sorted, steps }) => (
            <GridHeader key={id} data-steps={steps || undefined} aria-sort={sorted}>
              {heading ?? <span className={steps ? "visually-hidden" : undefined}>{head}</span>}
            </GridHeader>
          ))}
        </GridRow>
      </GridGroup>
      <GridGroup ref={listRef}>
        {rows === undefined
          ? WAITING.map((width) => (
              <GridRow key={width} className={classes.row}>
                {columns.map(({ id, steps }) => (
                  <GridCell key={id}>{steps ? null : <Bar width={width} />}</GridCell>
                ))}
              </GridRow>
            ))
          : rows.map((row, index) => (
              <GridRow
                key={keyOf(row)}
                className={classes.row}
                data-marked={isMarked?.(row) || undefined}
                data-quiet={isQuiet?.(row) || undefined}
                data-place={placeOf?.(row) ?? undefined}
                {...attributesOf?.(row, index)}
              >
                {columns.map((column) => (
                  <RowCell key={column.id} row={row} place={placeOf?.(row) ?? null} column={column} />
                ))}
              </GridRow>
            ))}
      </GridGroup>
    </GridTable>
  );
}
