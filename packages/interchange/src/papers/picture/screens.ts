import type { ScreenOnTimeline } from "@soundings/clinical";
import { drawCentered, drawText, GRAY } from "../text.ts";
import { type Frame, type Lane, middleOf, packed } from "./frame.ts";

export const SCREEN_SYMBOLS: Readonly<
  Record<ScreenOnTimeline["mark"], readonly [symbol: string, word: string]>
> = {
  negative: ["−", "negative"],
  new_positive: ["+", "new positive"],
  carry_over: ["~", "possible carry-over"],
  prescribed: ["℞", "positive, prescribed"],
  pending: ["?", "pending"],
  dilute: ["d", "dilute"],
  invalid: ["i", "invalid"],
  missed: ["M", "missed"],
  refused: ["R", "refused"],
  tampered: ["T", "tampered"],
  excused: ["e", "excused"],
};

/** What must not be overlooked is set in bold. */
const LOUD: ReadonlySet<ScreenOnTimeline["mark"]> = new Set([
  "new_positive",
  "missed",
  "refused",
  "tampered",
]);

/** One symbol a screen, the mark that matters most. */
export function screenLane(frame: Frame): Lane {
  const { doc, picture, names, left, size } = frame;
  const places = picture.screens.map(({ on }) => middleOf(frame, on));
  const rows = packed(places, size * 1.1);
  const pitch = size * 1.35;
  const height = (Math.max(0, ...rows) + 1) * pitch + 4;
  return {
    height,
    draw(top) {
      drawText(doc, "Drug screens", { x: names, y: top + height / 2 - size * 0.6 }, { size, weight: "bold" });
      picture.screens.forEach(({ mark }, place) => {
        const at = { x: places[place] ?? left, y: top + 2 + (rows[place] ?? 0) * pitch };
        const weight = LOUD.has(mark) ? "bold" : "regular";
        drawCentered(doc, SCREEN_SYMBOLS[mark][0], at, { size: size * 1.3, weight });
      });
      if (picture.screens.length > 0) return;
      drawText(doc, "no data: no screen on record", { x: left + 6, y: top + 2 }, { size, color: GRAY });
    },
  };
}
