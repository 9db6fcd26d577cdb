import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ColorSchemeButton } from "./ColorSchemeButton.tsx";
import classes from "./Shell.module.css";

/** What stays on every page: where one is, whether it is live, and what the product is not for. */
export function Shell({ children }: { children: ReactNode }) {
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        Skip to content
      </a>
      <header className={classes.header}>
        <Link to="/caseload" className={classes.wordmark}>
          Soundings
        </Link>
        <nav className={classes.nav} aria-label="Pages">
          <Link to="/caseload" activeProps={{ "aria-current": "page" }}>
            Caseload
          </Link>
          <Link to="/imports" activeProps={{ "aria-current": "page" }}>
            Imports
          </Link>
        </nav>
        <div className={classes.right}>
          <ColorSchemeButton />
        </div>
      </header>
      <main id="main" className={classes.main} tabIndex={-1}>
        {children}
      </main>
      <footer className={classes.footer}>
        <p>
          Not for emergencies. Soundings shows findings and the dated values behind them; a clinician decides.
          For adults in outpatient programs.
        </p>
        <Link to="/gallery">What the marks mean</Link>
      </footer>
    </div>
  );
}
