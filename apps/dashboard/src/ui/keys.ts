import { useEffect, useRef } from "react";

const STORE = "soundings-single-keys";

/** Keys of one character can be turned off, for people who dictate or whose hands rest on the keys. */
export const singleKeys = {
  on: () => localStorage.getItem(STORE) !== "off",
  set: (on: boolean) => localStorage.setItem(STORE, on ? "on" : "off"),
};

export type KeyBindings = Readonly<Record<string, (event: KeyboardEvent) => void>>;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest("input, select, textarea, dialog, [contenteditable]") !== null
  );
}

const isWithModifier = (event: KeyboardEvent) => event.ctrlKey || event.metaKey || event.altKey;
const isOff = (key: string) => key.length === 1 && !singleKeys.on();

/** Keys of a whole page, silent while somebody types. Names are those of `KeyboardEvent.key`. */
export function useKeys(bindings: KeyBindings): void {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = latest.current[event.key];
      if (!act || isWithModifier(event) || isTyping(event.target) || isOff(event.key)) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
