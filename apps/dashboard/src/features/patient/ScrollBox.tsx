import { type ReactNode, useEffect, useRef, useState } from "react";
import classes from "./tables.module.css";

interface ScrollBoxProps {
  readonly label: string;
  /** Begins at its right end, where the newest is. */
  readonly newestLast?: boolean;
  readonly children: ReactNode;
}

/** Scrolls sideways what is too wide, and is a stop of the keyboard only while there is something to scroll. */
export function ScrollBox({ label, newestLast = false, children }: ScrollBoxProps) {
  const box = useRef<HTMLElement>(null);
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWide(element.scrollWidth > element.clientWidth);
    if (newestLast) element.scrollLeft = element.scrollWidth;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [newestLast]);
  return (
    <section ref={box} className={classes.scroll} aria-label={label} {...(wide ? { tabIndex: 0 } : {})}>
      {children}
    </section>
  );
}
