import { type RefObject, useEffect, useRef, useState } from "react";
import { useKeys } from "./keys.ts";

function focusRow(list: HTMLElement | null, index: number): boolean {
  const link = list?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row-link]`);
  link?.focus({ preventScroll: true });
  return link !== null && link !== undefined;
}

const hasLostFocus = () => document.activeElement === null || document.activeElement === document.body;

/**
 * `j`, `k` and the arrows move from row to row; the name of the row has the focus, so Enter opens it. One stands on a
 * person, not on a place: when rows come in another order the focus goes with the person, and to the next one when the
 * person has left the list. A row carries `data-index` and `data-episode`, and its name `data-row-link`. Returns the episode on which one stands, null for none.
 */
export function useRowKeys(
  list: RefObject<HTMLElement | null>,
  rows: readonly { readonly episodeId: string }[],
  show: (index: number) => void,
): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  const lastIndex = useRef(0);
  const index = rows.findIndex(({ episodeId }) => episodeId === current);
  const stand = (next: number) => {
    setCurrent(rows[next]?.episodeId ?? null);
    show(next);
    if (!focusRow(list.current, next)) requestAnimationFrame(() => focusRow(list.current, next));
  };
  const move = (step: number) => {
    if (rows.length > 0) stand(index < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, index + step)));
  };
  const leave = () => {
    setCurrent(null);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  useKeys({
    j: () => move(1),
    ArrowDown: () => move(1),
    k: () => move(-1),
    ArrowUp: () => move(-1),
    Escape: leave,
  });
  useEffect(() => {
    if (index >= 0) lastIndex.current = index;
    else if (current !== null && rows.length > 0 && hasLostFocus()) {
      const next = Math.min(lastIndex.current, rows.length - 1);
      setCurrent(rows[next]?.episodeId ?? null);
      focusRow(list.current, next);
    }
  }, [index, current, rows, list]);
  useEffect(() => {
    const element = list.current;
    const follow = (event: FocusEvent) => {
      const row = event.target instanceof Element ? event.target.closest("[data-episode]") : null;
      if (row) setCurrent(row.getAttribute("data-episode"));
    };
    element?.addEventListener("focusin", follow);
    return () => element?.removeEventListener("focusin", follow);
  }, [list]);
  return current;
}
