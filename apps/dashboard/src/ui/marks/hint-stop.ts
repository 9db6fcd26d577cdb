/** What makes an element a stop for the keyboard whose words are shown there. */
export function hintStop(words: string) {
  return { tabIndex: 0, "data-hint": words } as const;
}
