import type { CalendarDate } from "@soundings/clinical";
import type { CaseloadRow, CaseloadSort } from "@soundings/contract";
import type { ReactNode } from "react";

/** What a cell may say besides its row: the day the list stands for, and that day's present. */
export interface CellContext {
  readonly asOf: CalendarDate;
  readonly today: CalendarDate;
}

export interface ColumnSort {
  readonly key: CaseloadSort;
  /** The words of the heading. */
  readonly label: string;
  /** The words by themselves, as in a list of orders. */
  readonly name: string;
  /** The end that is worth seeing first. */
  readonly first: "asc" | "desc";
}

/** One column of the caseload: its heading, its way to sort, its width on a wide page, and its cell. */
export interface Column {
  readonly id: string;
  readonly label: string;
  readonly sorts: readonly ColumnSort[];
  /**
   * `urgency`, `who` and `why` share the left of a row, the sentence under the name; a `measure` is a line of its own where
   * the page is narrow; a `fact` is one of the short values.
   */
  readonly place: "urgency" | "who" | "why" | "measure" | "fact";
  /** Width in pixels of a measure or a fact. */
  readonly width?: number;
  /** Characters of the bar that stands in while the list loads. */
  readonly skeleton: number;
  readonly cell: (row: CaseloadRow, context: CellContext) => ReactNode;
}
