import { parseZone } from "@soundings/clinical";
import type { TrendRow, TrendsFilter, TrendsPage } from "@soundings/contract";
import { useMemo, useRef } from "react";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { useRowKeys } from "../../ui/use-row-keys.ts";
import type { CellContext, ColumnSort } from "./columns/column.ts";
import { COLUMNS } from "./columns/index.ts";
import { directionOf, nextSort } from "./search.ts";
import { TrendsLink } from "./TrendsLink.tsx";
import classes from "./trends.module.css";

const ARIA = { asc: "ascending", desc: "descending" } as const;

function SortLink({ sort, filter }: { sort: ColumnSort; filter: TrendsFilter }) {
  const now = directionOf(filter, sort.key);
  return (
    <TrendsLink
      filter={nextSort(filter, sort.key, sort.first)}
      replace
      resetScroll={false}
      className={classes.sort}
      mark={{ "data-now": now ?? undefined }}
      label={`${sort.label}: sort by ${sort.name}${now ? `, now ${ARIA[now]}` : ""}`}
    >
      {sort.label}
      {now ? <span aria-hidden="true">{now === "asc" ? " ↑" : " ↓"}</span> : null}
    </TrendsLink>
  );
}

function columnsOf(filter: TrendsFilter, context: CellContext | null): readonly Column<TrendRow>[] {
  return COLUMNS.map(({ id, label, sort, track, cell }) => {
    const now = sort === null ? null : directionOf(filter, sort.key);
    return {
      id,
      head: label,
      track,
      cell: (row: TrendRow) => (context === null ? null : cell(row, context)),
      ...(sort === null
        ? { heading: <span className={classes.sort}>{label}</span> }
        : {
            heading: <SortLink sort={sort} filter={filter} />,
            sorted: now === null ? ("none" as const) : ARIA[now],
          }),
    };
  });
}

function contextOf(page: TrendsPage | undefined, filter: TrendsFilter): CellContext | null {
  const zone = page === undefined ? null : parseZone(page.zone);
  if (page === undefined || zone === null) return null;
  return { asOf: page.asOf, zone, isOfOne: filter.prescriber !== undefined };
}

interface TrendsTableProps {
  /** Undefined while it is on its way. */
  readonly page: TrendsPage | undefined;
  readonly filter: TrendsFilter;
  readonly isBusy: boolean;
}

const NONE: readonly TrendRow[] = [];

export function TrendsTable({ page, filter, isBusy }: TrendsTableProps) {
  const list = useRef<HTMLDivElement>(null);
  const show = (index: number) =>
    list.current?.querySelector(`[data-index="${index}"]`)?.scrollIntoView({ block: "nearest" });
  const current = useRowKeys(list, page?.rows ?? NONE, show);
  const columns = useMemo(() => columnsOf(filter, contextOf(page, filter)), [filter, page]);
  return (
    <DataTable
      label="Symptom trends"
      columns={columns}
      rows={page?.rows}
      keyOf={({ episodeId }) => episodeId}
      attributesOf={({ episodeId }, index) => ({
        "data-index": index,
        "data-episode": episodeId,
        "data-current": episodeId === current || undefined,
      })}
      listRef={list}
      isBusy={isBusy}
    />
  );
}
