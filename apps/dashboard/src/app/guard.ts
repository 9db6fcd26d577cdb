import { redirect } from "@tanstack/react-router";
import { isRefusal } from "../lib/auth.ts";
import { wanted } from "../lib/wanted.ts";
import { lastWhose } from "../lib/whose.ts";
import { queryClient, trpc } from "./clients.ts";
import { homeOf, isPublic } from "./places.ts";

const me = () => queryClient.ensureQueryData({ ...trpc.account.me.queryOptions(), revalidateIfStale: true });

/** Before every page: who is signed in. Without anybody the way leads to signing in, and from there back. */
export async function admit({ pathname, href }: { pathname: string; href: string }): Promise<void> {
  if (isPublic(pathname)) return;
  try {
    const { secondFactor } = await me();
    if (secondFactor !== "needed" || pathname === "/account") return;
  } catch (error) {
    if (!isRefusal(error, "signed_out")) throw error;
    wanted.keep(href);
    throw redirect({ to: "/sign-in", replace: true });
  }
  throw redirect({ to: "/account", replace: true });
}

/** From the front door to where somebody wanted to go, or to where the day begins. */
export async function leadHome(): Promise<void> {
  const href = wanted.take();
  if (href !== null) throw redirect({ href, replace: true });
  const person = await me();
  throw redirect({ ...homeOf(person, lastWhose.read(person.personId)), replace: true });
}
