import type { Me } from "@soundings/contract";
import { useEffect } from "react";
import { tabs } from "../lib/tabs.ts";
import { lookWhoIsIn } from "./enter.ts";
import { IdleWarning } from "./IdleWarning.tsx";
import { presence } from "./presence.ts";
import { useIdleSignOff } from "./useIdleSignOff.ts";

/** Another page of this browser may sign out, or sign in as the same person or somebody else: the sign-in is one for all. */
function useOtherTabs(personId: string): void {
  useEffect(() => {
    tabs.tell({ type: "here", personId });
    return tabs.hear((message) => {
      if (message.type === "signed_out") presence.cover("ended");
      if (message.type !== "here") return;
      if (message.personId === personId && presence.now() === null) return;
      if (message.personId !== personId) presence.cover("looking");
      lookWhoIsIn(personId).catch(() => undefined);
    });
  }, [personId]);
}

interface SignInWatchProps {
  readonly me: Me;
  readonly onSignOut: () => unknown;
}

/** Watches over the sign-in of a page for as long as the page is open. */
export function SignInWatch({ me, onSignOut }: SignInWatchProps) {
  const { phase, stay } = useIdleSignOff();
  useOtherTabs(me.personId);
  return <IdleWarning phase={phase} onStay={stay} onSignOut={onSignOut} />;
}
