import { type ReactNode, useEffect, useRef, useState } from "react";
import { cutColumns } from "./cut-columns.ts";
import classes from "./ScrollBox.module.css";

interface ScrollBoxProps {
  readonly label: string;
  /** Columns of numbers in the order of time: begins at its right end, and shows no column in part. */
  readonly byTime?: boolean;
  readonly children: ReactNode;
}

const NOTHING = { before: false, after: false };

/** Scrolls sideways what is too wide, and is a stop of the keyboard only while there is something to scroll. */
export function ScrollBox({ label, byTime = false, children }: ScrollBoxProps) {
  const box = useRef<HTMLElement>(null);
  const [hidden, setHidden] = useState(NOTHING);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const { scrollLeft, scrollWidth, clientWidth } = element;
      const before = scrollLeft > 1;
      const after = scrollLeft + clientWidth < scrollWidth - 1;
      setHidden((was) => (was.before === before && was.after === after ? was : { before, after }));
      if (byTime) cutColumns(element);
    };
    if (byTime) element.scrollLeft = element.scrollWidth;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, [byTime]);
  const { before, after } = hidden;
  return (
    <section
      ref={box}
      className={classes.scroll}
      aria-label={label}
      data-by-time={byTime || undefined}
      data-before={before || undefined}
      data-after={after || undefined}
      {...(before || after ? { tabIndex: 0 } : {})}
    >
      {children}
    </section>
  );
}
