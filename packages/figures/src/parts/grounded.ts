import type { DrawingElement } from "../drawing.ts";
import { boxOf } from "./boxes.ts";
import { rect } from "./shapes.ts";

/** Words on a ground of paper, so that lines that go on behind them do not cross them. */
export function grounded(words: DrawingElement): DrawingElement[] {
  const { left, top, right, bottom } = boxOf(words);
  return [
    rect({ x: left, y: top, width: right - left, height: bottom - top }, { fill: "paper", opacity: 0.85 }),
    words,
  ];
}
