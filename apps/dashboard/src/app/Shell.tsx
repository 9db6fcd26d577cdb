import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { type ReactNode, useRef } from "react";
import { useTRPC } from "../lib/trpc.ts";
import { KeyboardHelp } from "../ui/KeyboardHelp.tsx";
import { HintLayer } from "../ui/marks/index.ts";
import { ColorSchemeButton } from "./ColorSchemeButton.tsx";
import { DemoStrip } from "./DemoStrip.tsx";
import { KEYS } from "./key-list.ts";
import { LiveStatus } from "./LiveStatus.tsx";
import classes from "./Shell.module.css";
import { useFocusOnPage } from "./useFocusOnPage.ts";
import { useLiveUpdates } from "./useLiveUpdates.ts";

/** What stays on every page: where one is, whether it is live, and what the product is not for. */
export function Shell({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const site = useQuery(trpc.site.info.queryOptions()).data;
  const live = useLiveUpdates();
  const main = useRef<HTMLElement>(null);
  const isCaseload = useLocation({ select: ({ pathname }) => pathname === "/caseload" });
  useFocusOnPage(main);
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        Skip to content
      </a>
      <DemoStrip purpose={site?.purpose} />
      <header className={classes.header}>
        <Link to="/" className={classes.wordmark}>
          Soundings
        </Link>
        <nav className={classes.nav} aria-label="Pages">
          <Link to="/" activeOptions={{ exact: true }} aria-current={isCaseload ? "page" : undefined}>
            Caseload
          </Link>
          <Link
            to="/imports"
            search={{}}
            activeOptions={{ includeSearch: false }}
            activeProps={{ "aria-current": "page" }}
          >
            Imports
          </Link>
        </nav>
        <div className={classes.right}>
          <LiveStatus state={live} />
          <KeyboardHelp groups={KEYS} />
          <ColorSchemeButton />
        </div>
      </header>
      <main ref={main} id="main" className={classes.main} tabIndex={-1}>
        {children}
      </main>
      <footer className={classes.footer}>
        <p>
          Not for emergencies, not for minors, not a diagnosis and not a placement decision. Soundings shows a
          finding, the dated values behind it and its rule; a clinician decides.
        </p>
        <p className={classes.facts}>
          <Link to="/gallery">What the marks mean</Link>
          {site ? (
            <span>{`Soundings ${site.version}, rule set ${site.ruleSet}, dates in ${site.zone}`}</span>
          ) : null}
        </p>
      </footer>
      <HintLayer />
    </div>
  );
}
