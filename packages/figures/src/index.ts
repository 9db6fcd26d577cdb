export { drawFigure } from "./draw.ts";
export type * from "./drawing.ts";
