import { useEffect, useRef, useState } from "react";
import classes from "./marks.module.css";

interface Shown {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly below: boolean;
}

const WIDEST = 260;
const EDGE = 60;

function placeOf(element: Element, text: string): Shown {
  const box = element.getBoundingClientRect();
  const below = box.top < EDGE;
  const left = Math.max(8, Math.min(box.left, window.innerWidth - WIDEST));
  return { text, left, top: below ? box.bottom : box.top, below };
}

function hintOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest("[data-hint]") : null;
}

/**
 * One place for the words of every mark that carries `data-hint`, shown under the pointer or on focus and put away by Escape.
 * A row has dozens of marks: one listener serves them all.
 */
export function HintLayer() {
  const [shown, setShown] = useState<Shown | null>(null);
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const open = (event: Event) => {
      if (event.target instanceof Node && layer.current?.contains(event.target)) return;
      const element = hintOf(event.target);
      const text = element?.getAttribute("data-hint");
      setShown(element && text ? placeOf(element, text) : null);
    };
    const close = () => setShown(null);
    // Focus scrolls its element into view, and the scroll is told afterwards: the words of what has the focus go along.
    const follow = () => {
      const element = hintOf(document.activeElement);
      const text = element?.getAttribute("data-hint");
      setShown((now) => (now && element && text === now.text ? placeOf(element, text) : null));
    };
    const putAway = (event: KeyboardEvent) => {
      if (event.key === "Escape") setShown(null);
    };
    const root = document.documentElement;
    root.addEventListener("pointerover", open);
    root.addEventListener("focusin", open);
    root.addEventListener("focusout", close);
    root.addEventListener("pointerleave", close);
    root.addEventListener("keydown", putAway);
    window.addEventListener("scroll", follow, { capture: true, passive: true });
    return () => {
      root.removeEventListener("pointerover", open);
      root.removeEventListener("focusin", open);
      root.removeEventListener("focusout", close);
      root.removeEventListener("pointerleave", close);
      root.removeEventListener("keydown", putAway);
      window.removeEventListener("scroll", follow, { capture: true });
    };
  }, []);
  if (!shown) return null;
  const transform = shown.below ? undefined : "translateY(-100%)";
  return (
    <div
      ref={layer}
      aria-hidden="true"
      className={classes.hint}
      style={{ left: shown.left, top: shown.top, transform }}
    >
      {shown.text}
    </div>
  );
}
