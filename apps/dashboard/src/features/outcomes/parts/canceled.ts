import { useSyncExternalStore } from "react";

/** The query that was canceled last, and the question that it answered. */
interface Canceled {
  readonly query: string;
  readonly question: string;
}

let canceled: Canceled | null = null;
const listeners = new Set<() => void>();

export function setCanceled(next: Canceled | null): void {
  canceled = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Several queries of a page wait for one computation: none of them may begin it anew once it is canceled. */
export function useCanceled(): Canceled | null {
  return useSyncExternalStore(subscribe, () => canceled);
}
