import { type ReactNode, useId } from "react";
import classes from "./account.module.css";

interface SectionProps {
  readonly title: string;
  /** How it stands, in a word or two. */
  readonly state?: string;
  readonly children: ReactNode;
}

export function Section({ title, state, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {state ? <span className={classes.quiet}>{state}</span> : null}
      </div>
      {children}
    </section>
  );
}
