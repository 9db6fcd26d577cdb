import type { Drawing, DrawingElement, Look, Tone } from "@soundings/figures";
import { room, type Sheet, structure } from "../papers/sheet.ts";
import { drawText, widthOf } from "../papers/text.ts";

type Doc = PDFKit.PDFDocument;
type Shape = Exclude<DrawingElement, { readonly kind: "text" }>;
type Words = Extract<DrawingElement, { readonly kind: "text" }>;

/** Colors that still differ when they are printed in gray. */
const COLORS: Readonly<Record<Tone, string>> = {
  ink: "#111111",
  "ink-2": "#3a3a3a",
  "ink-3": "#555555",
  line: "#d0d0d0",
  "line-strong": "#8a8a8a",
  paper: "#ffffff",
  "paper-2": "#f2f2f2",
  accent: "#1d3d8f",
  phq: "#0c4f5f",
  gad: "#8a5c9c",
  better: "#1f6b3a",
  worse: "#9a3412",
  nodata: "#6e6e6e",
  "band-1": "#f1ead8",
  "band-2": "#e6cda9",
  "band-3": "#d29f7c",
  "band-4": "#a9624f",
};

function trace(doc: Doc, shape: Shape): void {
  switch (shape.kind) {
    case "line":
      doc.moveTo(shape.x1, shape.y1).lineTo(shape.x2, shape.y2);
      return;
    case "rect":
      doc.rect(shape.x, shape.y, Math.max(0, shape.width), Math.max(0, shape.height));
      return;
    case "circle":
      doc.circle(shape.cx, shape.cy, shape.r);
      return;
    case "path":
      doc.path(shape.d);
  }
}

function paint(doc: Doc, { stroke, strokeWidth = 1, dash, fill, opacity = 1 }: Look): void {
  doc.opacity(opacity);
  if (dash !== undefined && dash.length > 0) doc.dash(dash[0] ?? 0, { space: dash[1] ?? dash[0] ?? 0 });
  if (stroke !== undefined) doc.lineWidth(strokeWidth).strokeColor(COLORS[stroke]);
  if (fill !== undefined) doc.fillColor(COLORS[fill]);
  if (fill !== undefined && stroke !== undefined) doc.fillAndStroke();
  else if (fill !== undefined) doc.fill();
  else if (stroke !== undefined) doc.stroke();
}

const ANCHORS = { start: 0, middle: 0.5, end: 1 } as const;
/** Of the size of a text, how far its baseline lies below its top. */
const BASELINE = 0.97;

function write(doc: Doc, { x, y, text, anchor, tone, size, medium, turn }: Words): void {
  const style = {
    size,
    weight: medium === true ? ("bold" as const) : ("regular" as const),
    color: COLORS[tone],
  };
  if (turn !== undefined) doc.rotate(turn, { origin: [x, y] });
  const left = x - widthOf(doc, text, style) * ANCHORS[anchor];
  drawText(doc, text, { x: left, y: y - size * BASELINE }, style);
}

function drawElement(doc: Doc, element: DrawingElement): void {
  doc.save();
  if (element.kind === "text") {
    write(doc, element);
  } else {
    trace(doc, element);
    paint(doc, element);
  }
  doc.restore();
}

/** A plot at the place that the sheet has come to, whole on one page, with its words for whoever does not see it. */
export function drawDrawing(sheet: Sheet, parent: PDFKit.PDFStructureElement, drawing: Drawing): void {
  room(sheet, drawing.height);
  const { doc, left, y } = sheet;
  const element = structure(sheet, "Figure", { alt: `${drawing.title}. ${drawing.spoken}` });
  parent.add(element);
  element.add(() => {
    doc.save();
    doc.translate(left, y);
    for (const one of drawing.elements) drawElement(doc, one);
    doc.restore();
  });
  element.end();
  sheet.y += drawing.height;
}
