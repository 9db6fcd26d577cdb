import type { Action, Me } from "@soundings/contract";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "./trpc.ts";

/** Whoever is signed in; null while that is not known. Pages inside the shell are shown only once it is. */
export function useMe(): Me | null {
  const trpc = useTRPC();
  return useQuery(trpc.account.me.queryOptions()).data ?? null;
}

/** Whether the person's roles include an action, so that a page shows only what may be done. The server decides again. */
export function useMay(): (action: Action) => boolean {
  const actions = useMe()?.actions ?? [];
  return (action) => actions.includes(action);
}
