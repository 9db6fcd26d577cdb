import { useSyncExternalStore } from "react";

let isAsked = false;
const listeners = new Set<() => void>();

/** Any page can ask for the dialog that opens a patient from outside; it stands once, beside all pages. */
export const opening = {
  ask(asked: boolean): void {
    isAsked = asked;
    for (const tell of listeners) tell();
  },
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useOpeningAsked(): boolean {
  return useSyncExternalStore(subscribe, () => isAsked);
}
