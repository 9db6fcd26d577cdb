export { drawingAsSvg, type FigureCaption } from "./as-svg.ts";
export { drawFigure } from "./draw.ts";
export type * from "./drawing.ts";
export { type Stop, stopsOf } from "./parts/boxes.ts";
