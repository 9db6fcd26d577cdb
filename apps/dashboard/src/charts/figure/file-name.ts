import type { FigureCaption } from "@soundings/figures";

/** "phq-9-before-and-after-north-campus-nov-21-2026", without an ending. */
export function fileNameOf(label: string, { program, asOf }: FigureCaption): string {
  return `${label} ${program} ${asOf}`
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}
