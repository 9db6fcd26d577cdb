import type { Me } from "@soundings/contract";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { type ReactNode, useRef, useState } from "react";
import { NoticeBar } from "../features/notices/NoticeBar.tsx";
import { OpeningDialog } from "../features/opening/OpeningDialog.tsx";
import { useMe } from "../lib/me.ts";
import { useTRPC } from "../lib/trpc.ts";
import { unsaved } from "../lib/unsaved.ts";
import { KeyboardHelp } from "../ui/KeyboardHelp.tsx";
import { HintLayer } from "../ui/marks/index.ts";
import { AskBeforeLoss } from "../ui/Unsaved.tsx";
import { ColorSchemeButton } from "./ColorSchemeButton.tsx";
import { DemoStrip } from "./DemoStrip.tsx";
import { signOut } from "./enter.ts";
import { NotAllowedPage } from "./fallbacks.tsx";
import { KEYS } from "./key-list.ts";
import { LiveStatus } from "./LiveStatus.tsx";
import { Navigation } from "./Navigation.tsx";
import { mayOpen } from "./places.ts";
import { usePresence } from "./presence.ts";
import classes from "./Shell.module.css";
import { SignInWatch } from "./SignInWatch.tsx";
import { useFocusOnPage } from "./useFocusOnPage.ts";
import { useLiveUpdates } from "./useLiveUpdates.ts";
import { WhoIsIn } from "./WhoIsIn.tsx";

function Inside({ me, children }: { me: Me; children: ReactNode }) {
  const trpc = useTRPC();
  const mayRead = me.secondFactor !== "needed";
  const site = useQuery({ ...trpc.site.info.queryOptions(), enabled: mayRead }).data;
  const isCovered = usePresence() !== null;
  const live = useLiveUpdates(mayRead && !isCovered);
  const main = useRef<HTMLElement>(null);
  const isAllowed = useLocation({ select: ({ pathname }) => mayOpen(pathname, me) });
  const leave = useMutation({ mutationFn: signOut });
  const [isAsked, setAsked] = useState(false);
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
        <Navigation me={me} />
        <div className={classes.right}>
          {mayRead ? <LiveStatus state={live} /> : null}
          <KeyboardHelp groups={KEYS} />
          <ColorSchemeButton />
          <WhoIsIn
            me={me}
            leaving={{
              isPending: leave.isPending,
              error: leave.error,
              go: () => (unsaved.any() ? setAsked(true) : leave.mutate()),
            }}
          />
        </div>
      </header>
      {mayRead ? <NoticeBar /> : null}
      <main ref={main} id="main" className={classes.main} tabIndex={-1}>
        {isAllowed ? children : <NotAllowedPage />}
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
      <OpeningDialog />
      <AskBeforeLoss
        title="Sign out without saving?"
        does="Sign out without saving"
        open={isAsked}
        onLeave={() => {
          setAsked(false);
          leave.mutate();
        }}
        onStay={() => setAsked(false)}
      >
        What you changed on this page is not saved. It is lost when you sign out.
      </AskBeforeLoss>
      <SignInWatch me={me} onSignOut={() => leave.mutate()} />
    </div>
  );
}

/** What stays on every page: where one is, who is signed in, whether it is live, and what the product is not for. */
export function Shell({ children }: { children: ReactNode }) {
  const me = useMe();
  return me ? <Inside me={me}>{children}</Inside> : null;
}
