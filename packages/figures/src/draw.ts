import type { Figure } from "@soundings/clinical";
import type { Drawing, Surface } from "./drawing.ts";
import { drawBands } from "./plots/bands.ts";
import { drawBeforeAfter } from "./plots/before-after.ts";
import { drawControl } from "./plots/control.ts";
import { drawFlow } from "./plots/flow.ts";
import { drawFunnel } from "./plots/funnel.ts";
import { drawIntervals } from "./plots/intervals.ts";
import { drawLevels } from "./plots/levels.ts";
import { drawRetention } from "./plots/retention.ts";
import { drawTracks } from "./plots/tracks.ts";
import { drawWeeks } from "./plots/weeks.ts";

/** The plot of a figure in the room there is; taller where its rows need it. */
export function drawFigure(figure: Figure, surface: Surface): Drawing {
  switch (figure.kind) {
    case "before_after":
      return drawBeforeAfter(figure, surface);
    case "bands":
      return drawBands(figure, surface);
    case "retention":
      return drawRetention(figure, surface);
    case "intervals":
      return drawIntervals(figure, surface);
    case "funnel":
      return drawFunnel(figure, surface);
    case "control":
      return drawControl(figure, surface);
    case "weeks":
      return drawWeeks(figure, surface);
    case "flow":
      return drawFlow(figure, surface);
    case "levels":
      return drawLevels(figure, surface);
    case "tracks":
      return drawTracks(figure, surface);
  }
}
