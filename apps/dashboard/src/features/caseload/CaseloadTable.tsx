import type { CaseloadFilter, CaseloadPage } from "@soundings/contract";
import { defaultRangeExtractor, type Range, useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { GridGroup, GridRow, GridTable } from "../../ui/grid.tsx";
import { usePrinting } from "../../ui/use-printing.ts";
import { useRowKeys } from "../../ui/use-row-keys.ts";
import { CaseloadRowView, SkeletonRow } from "./CaseloadRowView.tsx";
import { COLUMNS } from "./columns/index.ts";
import { HeaderCell } from "./HeaderCell.tsx";
import classes from "./table.module.css";

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

/** The rows in view and a few around them, and the one on which somebody stands, so that its focus is never lost. */
function rangeWith(range: Range, pinned: number): number[] {
  const seen = defaultRangeExtractor(range);
  return pinned < 0 || seen.includes(pinned) ? seen : [...seen, pinned].sort((a, b) => a - b);
}

/** Draws the rows in view; all of them on paper. */
export function CaseloadTable({ page, filter, busy }: CaseloadTableProps) {
  const { rows, asOf, today } = page;
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const printing = usePrinting();
  const context = useMemo(() => ({ asOf, today }), [asOf, today]);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0));
  const show = useRef<(index: number) => void>(() => {});
  const current = useRowKeys(list, rows, (index) => show.current(index));
  const pinned = rows.findIndex(({ episodeId }) => episodeId === current);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollMargin: top,
    scrollPaddingStart: 96,
    scrollPaddingEnd: 24,
    rangeExtractor: useCallback((range: Range) => rangeWith(range, pinned), [pinned]),
    getItemKey: useCallback((index: number) => rows[index]?.episodeId ?? index, [rows]),
  });
  useLayoutEffect(() => {
    show.current = (index) => virtualizer.scrollToIndex(index, { align: "auto" });
  }, [virtualizer]);
  const seen = virtualizer.getVirtualItems();
  const after = virtualizer.getTotalSize() - ((seen.at(-1)?.end ?? top) - top);
  const places = printing
    ? rows.map((_, index) => ({ index, gap: 0 }))
    : seen.map(({ index, start }, place) => ({ index, gap: start - (seen[place - 1]?.end ?? top) }));
  return (
    <TableFrame filter={filter} rowCount={rows.length} busy={busy}>
      <GridGroup
        ref={list}
        className={classes.body}
        style={printing ? undefined : { paddingBlockEnd: after }}
      >
        {places.map(({ index, gap }) => {
          const row = rows[index];
          return row ? (
            <CaseloadRowView
              key={row.episodeId}
              row={row}
              index={index}
              context={context}
              isCurrent={row.episodeId === current}
              gap={gap}
              measure={printing ? undefined : virtualizer.measureElement}
            />
          ) : null;
        })}
      </GridGroup>
    </TableFrame>
  );
}
