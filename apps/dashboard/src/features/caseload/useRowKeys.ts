import { type RefObject, useEffect, useState } from "react";
import { useKeys } from "../../ui/keys.ts";

const NONE = -1;

function focusRow(list: HTMLElement | null, index: number): boolean {
  const link = list?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row-link]`);
  link?.focus({ preventScroll: true });
  return link !== null && link !== undefined;
}

/**
 * `j`, `k` and the arrows move from row to row; the name of the row has the focus, so Enter opens it.
 * Returns the row on which one stands, −1 for none.
 */
export function useRowKeys(
  list: RefObject<HTMLElement | null>,
  count: number,
  show: (index: number) => void,
): number {
  const [current, setCurrent] = useState(NONE);
  const move = (step: number) => {
    if (count === 0) return;
    const next = Math.max(0, Math.min(count - 1, current + step));
    setCurrent(next);
    show(next);
    if (!focusRow(list.current, next)) requestAnimationFrame(() => focusRow(list.current, next));
  };
  const forth = () => move(1);
  const back = () => move(current === NONE ? 1 : -1);
  const leave = () => {
    setCurrent(NONE);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  useKeys({ j: forth, ArrowDown: forth, k: back, ArrowUp: back, Escape: leave });
  useEffect(() => {
    const element = list.current;
    const follow = (event: FocusEvent) => {
      const row = event.target instanceof Element ? event.target.closest("[data-index]") : null;
      if (row) setCurrent(Number(row.getAttribute("data-index")));
    };
    element?.addEventListener("focusin", follow);
    return () => element?.removeEventListener("focusin", follow);
  }, [list]);
  return current;
}
