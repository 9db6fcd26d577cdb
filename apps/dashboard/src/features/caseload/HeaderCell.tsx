import type { CaseloadFilter } from "@soundings/contract";
import { GridHeader } from "../../ui/grid.tsx";
import type { Column, ColumnSort } from "./columns/column.ts";
import { ListLink } from "./ListLink.tsx";
import { directionOf, nextSort } from "./search.ts";
import classes from "./table.module.css";

const ARIA = { asc: "ascending", desc: "descending" } as const;

function SortLink({ sort, filter }: { sort: ColumnSort; filter: CaseloadFilter }) {
  const now = directionOf(filter, sort.key);
  return (
    <ListLink
      to={nextSort(filter, sort.key, sort.first)}
      replace
      resetScroll={false}
      className={classes.sort}
      now={now ?? undefined}
      label={`Sort by ${sort.name}${now ? `, now ${ARIA[now]}` : ""}`}
    >
      {sort.label}
      {now ? <span aria-hidden="true">{now === "asc" ? " ↑" : " ↓"}</span> : null}
    </ListLink>
  );
}

/** A heading. One column may hold several values that can be sorted; it says which of them orders the list now. */
export function HeaderCell({
  column,
  index,
  filter,
}: {
  column: Column;
  index: number;
  filter: CaseloadFilter;
}) {
  const now = column.sorts
    .map((sort) => directionOf(filter, sort.key))
    .find((direction) => direction !== null);
  return (
    <GridHeader
      className={classes.cell}
      data-place={column.place}
      aria-colindex={index + 1}
      aria-sort={column.sorts.length > 0 ? (now ? ARIA[now] : "none") : undefined}
    >
      {column.sorts.length === 0
        ? column.label
        : column.sorts.map((sort) => <SortLink key={sort.key} sort={sort} filter={filter} />)}
    </GridHeader>
  );
}
