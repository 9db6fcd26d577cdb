import type { CaseloadFilter, CaseloadPage } from "@soundings/contract";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { GridGroup, GridRow, GridTable } from "../../ui/grid.tsx";
import { CaseloadRowView, SkeletonRow } from "./CaseloadRowView.tsx";
import { COLUMNS } from "./columns/index.ts";
import { HeaderCell } from "./HeaderCell.tsx";
import classes from "./table.module.css";
import { usePrinting } from "./usePrinting.ts";
import { useRowKeys } from "./useRowKeys.ts";

const ROW_HEIGHT = 57;
const SKELETON_ROWS = 12;
const TRACKS = COLUMNS.flatMap(({ width }) => (width === undefined ? [] : [`${width}px`])).join(" ");

interface FrameProps {
  readonly filter: CaseloadFilter;
  readonly rowCount: number;
  readonly busy: boolean;
  readonly children: ReactNode;
}

function TableFrame({ filter, rowCount, busy, children }: FrameProps) {
  return (
    <GridTable
      className={classes.table}
      style={{ "--tracks": TRACKS, "--head-top": filter.asOf ? "40px" : "0px" }}
      aria-label="Caseload"
      aria-rowcount={rowCount + 1}
      aria-colcount={COLUMNS.length}
      aria-busy={busy}
    >
      <GridGroup className={classes.head}>
        <GridRow className={classes.headRow} aria-rowindex={1}>
          {COLUMNS.map((column, index) => (
            <HeaderCell key={column.id} column={column} index={index} filter={filter} />
          ))}
        </GridRow>
      </GridGroup>
      {children}
    </GridTable>
  );
}

export function CaseloadSkeleton({ filter }: { filter: CaseloadFilter }) {
  return (
    <TableFrame filter={filter} rowCount={SKELETON_ROWS} busy>
      <GridGroup>
        {Array.from({ length: SKELETON_ROWS }, (_, index) => index).map((index) => (
          <SkeletonRow key={index} index={index} />
        ))}
      </GridGroup>
    </TableFrame>
  );
}

interface CaseloadTableProps {
  readonly page: CaseloadPage;
  readonly filter: CaseloadFilter;
  /** Rows of another filter are shown until those of this one arrive. */
  readonly busy: boolean;
}

/** Draws the rows in view and a few around them; all of them on paper. */
export function CaseloadTable({ page, filter, busy }: CaseloadTableProps) {
  const { rows, asOf, today } = page;
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const printing = usePrinting();
  const context = useMemo(() => ({ asOf, today }), [asOf, today]);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollMargin: top,
    scrollPaddingStart: 96,
    scrollPaddingEnd: 24,
    getItemKey: useCallback((index: number) => rows[index]?.episodeId ?? index, [rows]),
  });
  const current = useRowKeys(list, rows.length, (index) =>
    virtualizer.scrollToIndex(index, { align: "auto" }),
  );
  const seen = virtualizer.getVirtualItems();
  const first = seen[0];
  const last = seen.at(-1);
  const before = printing || !first ? 0 : first.start - top;
  const after = printing || !last ? 0 : virtualizer.getTotalSize() - (last.end - top);
  const indexes = printing ? rows.map((_, index) => index) : seen.map(({ index }) => index);
  return (
    <TableFrame filter={filter} rowCount={rows.length} busy={busy}>
      <GridGroup ref={list} style={{ paddingBlock: `${before}px ${after}px` }}>
        {indexes.map((index) => {
          const row = rows[index];
          return row ? (
            <CaseloadRowView
              key={row.episodeId}
              row={row}
              index={index}
              context={context}
              isCurrent={index === current}
              measure={printing ? undefined : virtualizer.measureElement}
            />
          ) : null;
        })}
      </GridGroup>
    </TableFrame>
  );
}
