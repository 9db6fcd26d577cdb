import type { Me } from "@soundings/contract";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useLayoutEffect } from "react";
import { SignInForm } from "../features/sign-in/SignInForm.tsx";
import { useSignIn } from "../features/sign-in/useSignIn.ts";
import { auth } from "../lib/auth.ts";
import { unsaved } from "../lib/unsaved.ts";
import buttons from "../ui/buttons.module.css";
import { Dialog } from "../ui/Dialog.tsx";
import { QueryProblem } from "../ui/QueryProblem.tsx";
import classes from "./Cover.module.css";
import { queryClient, trpc } from "./clients.ts";
import { lookWhoIsIn } from "./enter.ts";
import { presence, usePresence, type Cover as Why } from "./presence.ts";
import { useWhoIsIn } from "./useWhoIsIn.ts";

const WHY: Readonly<Record<Exclude<Why, "looking">, string>> = {
  idle: "Nobody used this page for a while.",
  ends: "A sign-in ends after twelve hours.",
  ended: "Your sign-in was ended: here, on another device, or by an administrator.",
};

/** Puts back, once the page is shown again, where it was scrolled to and what had the focus; and hides its title. */
function useKeptPlace(isCovered: boolean): void {
  useLayoutEffect(() => {
    if (!isCovered) return;
    const { title, activeElement } = document;
    const top = window.scrollY;
    document.title = "Signed out · Soundings";
    return () => {
      document.title = title;
      requestAnimationFrame(() => {
        window.scrollTo({ top, behavior: "instant" });
        if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
      });
    };
  }, [isCovered]);
}

function SignedOut({ me, why }: { me: Me; why: Exclude<Why, "looking"> }) {
  const page = useQuery({ queryKey: ["auth", "page"], queryFn: auth.page });
  const way = useSignIn(() => lookWhoIsIn(me.personId));
  return (
    <Dialog title="You have been signed out" open>
      <p>
        {WHY[why]} What you typed is still on the page behind this. Sign in as {me.name} to go on with it.
      </p>
      <QueryProblem error={page.error} />
      <SignInForm page={page.data} email={me.email} keepsPage way={way} />
      <p className={classes.quiet}>
        Somebody else?{" "}
        <a href="/sign-in" onClick={unsaved.forget}>
          Leave this page
        </a>
        . What was typed on it is lost.
      </p>
    </Dialog>
  );
}

function Looking({ me }: { me: Me }) {
  const look = useWhoIsIn(me.personId);
  return (
    <Dialog title="One moment" open>
      <p>Soundings looks whether you are still signed in.</p>
      {look.error ? (
        <>
          <QueryProblem error={look.error} />
          <button type="button" className={buttons.framed} onClick={look.again}>
            Try again
          </button>
        </>
      ) : null}
    </Dialog>
  );
}

/** Hides every page, from the eye and from a screen reader, while nobody is signed in, and keeps what was typed on it. */
export function Cover({ children }: { children: ReactNode }) {
  const why = usePresence();
  const me = why === null ? undefined : queryClient.getQueryData(trpc.account.me.queryKey());
  useKeptPlace(why !== null);
  return (
    <>
      <div hidden={why !== null}>{children}</div>
      {why === "looking" && me ? <Looking me={me} /> : null}
      {why !== null && why !== "looking" && me ? <SignedOut me={me} why={why} /> : null}
    </>
  );
}

// A page that the browser kept and shows again may be that of somebody who has signed out since.
window.addEventListener("pageshow", (event) => {
  if (event.persisted && queryClient.getQueryData(trpc.account.me.queryKey()) !== undefined)
    presence.cover("looking");
});
