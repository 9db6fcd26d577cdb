import type { ReactNode } from "react";
import classes from "./section.module.css";

interface SectionProps {
  /** The anchor. */
  readonly id: string;
  readonly title: string;
  /** One sentence that says what is counted. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page with its heading, to which a link can lead. */
export function Section({ id, title, lead, children }: SectionProps) {
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      {lead ? <p className={classes.lead}>{lead}</p> : null}
      {children}
    </section>
  );
}

/** A smaller heading inside a part. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={classes.part}>
      <h3 className={classes.subtitle}>{title}</h3>
      {children}
    </div>
  );
}
