import type { Figure } from "@soundings/clinical";
import type { Drawing, Surface } from "./drawing.ts";
import { drawBeforeAfter } from "./plots/before-after.ts";
import { drawFlow } from "./plots/flow.ts";
import { drawIntervals } from "./plots/intervals.ts";
import { drawRetention } from "./plots/retention.ts";

/** The plot of a figure in the room there is; taller where its rows need it. */
export function drawFigure(figure: Figure, surface: Surface): Drawing {
  switch (figure.kind) {
    case "before_after":
      return drawBeforeAfter(figure, surface);
    case "retention":
      return drawRetention(figure, surface);
    case "intervals":
      return drawIntervals(figure, surface);
    case "flow":
      return drawFlow(figure, surface);
    default:
      return { width: surface.width, height: surface.text * 4, title: figure.kind, spoken: "", elements: [] };
  }
}
