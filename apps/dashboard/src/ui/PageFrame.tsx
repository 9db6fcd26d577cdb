import type { ReactNode } from "react";
import classes from "./PageFrame.module.css";

/** A page: its title, what it is a title of, and its content. */
export function PageFrame({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={classes.frame}>
      <title>{`${title} · Soundings`}</title>
      <div className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        {aside}
      </div>
      {children}
    </div>
  );
}
