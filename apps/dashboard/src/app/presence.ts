import { useSyncExternalStore } from "react";

/** Why the page is covered; `looking` while it is not known yet whether the sign-in still stands. */
export type Cover = "idle" | "ends" | "ended" | "looking";

let cover: Cover | null = null;
const listeners = new Set<() => void>();

function change(next: Cover | null): void {
  if (cover === next) return;
  cover = next;
  for (const tell of listeners) tell();
}

/** Whether the sign-in of this page stands. Covering hides every page and keeps what was typed. */
export const presence = {
  now: () => cover,
  /** The first reason stands: what follows from it, such as refused requests, says nothing more. */
  cover(why: Cover): void {
    if (cover === null || cover === "looking") change(why);
  },
  uncover(): void {
    change(null);
  },
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePresence(): Cover | null {
  return useSyncExternalStore(subscribe, presence.now);
}
