import { createElement, type HTMLAttributes, type Ref } from "react";

type GridRole = "table" | "rowgroup" | "row" | "columnheader" | "cell" | "rowheader";
type GridProps = HTMLAttributes<HTMLDivElement> & { readonly ref?: Ref<HTMLDivElement> | undefined };

/**
 * A table whose rows may be laid out freely and drawn only where one looks. Browsers drop the meaning of table elements
 * once they are laid out otherwise, so the roles are written out.
 */
const part = (role: GridRole) =>
  function GridPart(props: GridProps) {
    return createElement("div", { role, ...props });
  };

export const GridTable = part("table");
export const GridGroup = part("rowgroup");
export const GridRow = part("row");
export const GridHeader = part("columnheader");
export const GridCell = part("cell");
