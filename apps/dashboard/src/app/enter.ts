import type { Me } from "@soundings/contract";
import { auth, isRefusal } from "../lib/auth.ts";
import { tabs } from "../lib/tabs.ts";
import { unsaved } from "../lib/unsaved.ts";
import { wanted } from "../lib/wanted.ts";
import { lastWhose } from "../lib/whose.ts";
import { queryClient, trpc, trpcClient } from "./clients.ts";
import { presence } from "./presence.ts";

/** Leaves the page and everything that it holds. */
function leaveFor(path: "/" | "/sign-in"): void {
  presence.cover("ended");
  unsaved.forget();
  // Not before the page is gone: what is still drawn would ask again, in nobody's name.
  window.addEventListener("pagehide", () => queryClient.clear(), { once: true });
  window.location.assign(path);
}

function goOn(me: Me): void {
  queryClient.setQueryData(trpc.account.me.queryKey(), me);
  presence.uncover();
  queryClient.invalidateQueries();
}

/**
 * After somebody has signed in on a covered page, or when it is not known whether the sign-in still stands: the same person
 * goes on where the page was left; for anybody else the page starts anew and keeps nothing.
 *
 * @throws what the request failed with, when it is not that nobody is signed in
 */
export async function lookWhoIsIn(personId: string): Promise<void> {
  try {
    const me = await trpcClient.account.me.query();
    if (me.personId !== personId) return leaveFor("/");
    goOn(me);
    tabs.tell({ type: "here", personId });
  } catch (error) {
    if (!isRefusal(error, "signed_out")) throw error;
    presence.cover("ended");
  }
}

/**
 * Ends the sign-in on the server, then leaves.
 *
 * @throws AuthProblem, TypeError: the server did not end it, and one is still signed in
 */
export async function signOut(): Promise<void> {
  try {
    await auth.signOut();
  } catch (error) {
    if (!isRefusal(error, "signed_out")) throw error;
  }
  lastWhose.forget();
  wanted.take();
  tabs.tell({ type: "signed_out" });
  leaveFor("/sign-in");
}
