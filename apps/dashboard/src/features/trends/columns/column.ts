import type { CalendarDate, ZoneName } from "@soundings/clinical";
import type { TrendRow } from "@soundings/contract";
import type { ReactNode } from "react";
import type { TrendSort } from "../search.ts";

/** What a cell may say besides its row. */
export interface CellContext {
  readonly asOf: CalendarDate;
  readonly zone: ZoneName;
  /** Whether the list is of one prescriber, whose name it then need not repeat. */
  readonly isOfOne: boolean;
}

export interface ColumnSort {
  readonly key: TrendSort;
  readonly label: string;
  /** The words by themselves, as in a list of orders. */
  readonly name: string;
  /** The end that is worth seeing first. */
  readonly first: "asc" | "desc";
}

/** One column of symptom trends: its heading, its way to sort, its track, and its cell. */
export interface TrendColumn {
  readonly id: string;
  readonly label: string;
  readonly sort: ColumnSort | null;
  readonly track: string;
  readonly cell: (row: TrendRow, context: CellContext) => ReactNode;
}
