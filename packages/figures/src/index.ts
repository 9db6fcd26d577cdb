export { drawingAsSvg, type FigureCaption } from "./as-svg.ts";
export { type Stop, stopsOf } from "./boxes.ts";
export { drawFigure } from "./draw.ts";
export type * from "./drawing.ts";
