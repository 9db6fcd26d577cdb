import type { CaseloadRow } from "@soundings/contract";
import { memo, type Ref } from "react";
import { GridCell, GridRow } from "../../ui/grid.tsx";
import { Bar } from "../../ui/Skeleton.tsx";
import type { CellContext } from "./columns/column.ts";
import { COLUMNS } from "./columns/index.ts";
import classes from "./table.module.css";

interface CaseloadRowViewProps {
  readonly row: CaseloadRow;
  readonly index: number;
  readonly context: CellContext;
  readonly isCurrent: boolean;
  /** Room in pixels for rows before it that are not drawn. */
  readonly gap: number;
  readonly measure?: Ref<HTMLDivElement> | undefined;
}

export const CaseloadRowView = memo(function CaseloadRowView(props: CaseloadRowViewProps) {
  const { row, index, context, isCurrent, gap, measure } = props;
  return (
    <GridRow
      ref={measure}
      className={classes.row}
      data-index={index}
      data-episode={row.episodeId}
      style={gap > 0 ? { marginBlockStart: gap } : undefined}
      data-current={isCurrent || undefined}
      data-urgency={row.leading?.urgency}
      aria-rowindex={index + 2}
    >
      {COLUMNS.map((column, place) => (
        <GridCell
          key={column.id}
          className={classes.cell}
          data-place={column.place}
          data-column={column.id}
          aria-colindex={place + 1}
        >
          {column.place === "fact" ? <span className={classes.label}>{column.label}</span> : null}
          {column.cell(row, context)}
        </GridCell>
      ))}
    </GridRow>
  );
});

/** A row before its values are there: the same places, the same height. */
export function SkeletonRow({ index }: { index: number }) {
  return (
    <GridRow className={classes.row} data-skeleton="">
      {COLUMNS.map((column) => (
        <GridCell key={column.id} className={classes.cell} data-place={column.place} data-column={column.id}>
          <Bar width={column.skeleton - ((index * 5) % 4)} />
        </GridCell>
      ))}
    </GridRow>
  );
}
