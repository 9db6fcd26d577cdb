import type { Figure } from "@soundings/clinical";
import type { Drawing, Surface } from "./drawing.ts";

/** The plot of a figure in the room there is; taller where its rows need it. */
export function drawFigure(figure: Figure, surface: Surface): Drawing {
  return { width: surface.width, height: surface.text * 4, title: figure.kind, spoken: "", elements: [] };
}
