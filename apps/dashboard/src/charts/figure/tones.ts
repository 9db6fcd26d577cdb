import type { Tone } from "@soundings/figures";

/** Tones have the names of the theme's colors, so that dark, forced colors and paper come with the theme. */
export function toneColor(tone: Tone): string {
  return `var(--${tone})`;
}
