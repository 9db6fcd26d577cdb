import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { auth } from "../lib/auth.ts";
import { ColorSchemeButton } from "./ColorSchemeButton.tsx";
import { DemoStrip } from "./DemoStrip.tsx";
import classes from "./Shell.module.css";

/** What stands around a page of somebody who is not signed in: nothing that needs to know who it is. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const page = useQuery({ queryKey: ["auth", "page"], queryFn: auth.page }).data;
  return (
    <div className={classes.shell}>
      <DemoStrip purpose={page?.purpose} />
      <header className={classes.header}>
        <span className={classes.wordmark}>Soundings</span>
        <div className={classes.right}>
          <ColorSchemeButton />
        </div>
      </header>
      <main id="main" className={classes.main}>
        {children}
      </main>
      <footer className={classes.footer}>
        <p>Not for emergencies, not for minors, not a diagnosis and not a placement decision.</p>
        <p className={classes.facts}>{page ? <span>{`Soundings ${page.version}`}</span> : null}</p>
      </footer>
    </div>
  );
}
