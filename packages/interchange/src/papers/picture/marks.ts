import { FAINT, GRAY, INK } from "../text.ts";

type Doc = PDFKit.PDFDocument;
type Place = { readonly x: number; readonly y: number };

/** The marks of the pages, in ink: they differ by shape, so that they are told apart in gray. */

const R = 2.3;

/** Round for the PHQ-9, square for the GAD-7; hollow when prorated. */
export function scorePoint(doc: Doc, { x, y }: Place, instrument: string, hollow: boolean): void {
  if (instrument === "gad-7") doc.rect(x - R * 0.9, y - R * 0.9, R * 1.8, R * 1.8);
  else doc.circle(x, y, R);
  if (hollow) doc.lineWidth(0.9).fillAndStroke("#ffffff", INK);
  else doc.fill(INK);
}

/** Another of its day or stay counts in its place. */
export function asidePoint(doc: Doc, { x, y }: Place): void {
  doc.circle(x, y, 1.3).lineWidth(0.6).strokeColor(GRAY).stroke();
}

export function cross(doc: Doc, { x, y }: Place, reach = 2): void {
  doc
    .moveTo(x - reach, y - reach)
    .lineTo(x + reach, y + reach)
    .moveTo(x + reach, y - reach)
    .lineTo(x - reach, y + reach)
    .lineWidth(0.9)
    .strokeColor(INK)
    .stroke();
}

/** From a point to the day on which it was known. */
export function lateTail(doc: Doc, { x, y }: Place, until: number): void {
  const end = Math.max(x + R + 3, until);
  doc
    .moveTo(x + R, y)
    .lineTo(end, y)
    .moveTo(end, y - 1.8)
    .lineTo(end, y + 1.8)
    .lineWidth(0.7)
    .strokeColor(INK)
    .stroke();
}

/** Stands in an absence of the first two weeks, when it weighs more. */
export function earlyMiss(doc: Doc, { x, y }: Place, size: number): void {
  doc
    .rect(x + size * 0.3, y + size * 0.3, size * 0.4, size * 0.4)
    .lineWidth(0.5)
    .strokeColor(INK)
    .stroke();
}

/** One session, from its top left corner. */
export function sessionBlock(doc: Doc, { x, y }: Place, size: number, mark: string): void {
  if (mark === "unmarked" || mark === "planned") return;
  if (mark === "cancelled_program") {
    doc
      .moveTo(x, y + size)
      .lineTo(x + size, y)
      .lineWidth(0.7)
      .strokeColor(INK)
      .stroke();
    return;
  }
  if (mark === "attended") {
    doc.rect(x, y, size, size).fill(INK);
    return;
  }
  if (mark === "partial") doc.rect(x, y + size / 2, size, size / 2).fill(INK);
  doc
    .rect(x + 0.3, y + 0.3, size - 0.6, size - 0.6)
    .lineWidth(0.6)
    .strokeColor(INK);
  if (mark === "excused") doc.dash(0.8, { space: 0.8 });
  doc.stroke().undash();
}

/** A flag with a letter: filled for an event, outlined for a decision. */
export function flag(doc: Doc, { x, y }: Place, size: number, outlined: boolean): void {
  doc.rect(x - size / 2, y, size, size);
  if (outlined) doc.lineWidth(0.7).fillAndStroke("#ffffff", INK);
  else doc.fill(INK);
}

export function started(doc: Doc, { x, y }: Place, height: number): void {
  doc
    .moveTo(x, y)
    .lineTo(x, y + height)
    .lineWidth(0.8)
    .strokeColor(INK)
    .stroke();
  doc
    .moveTo(x, y)
    .lineTo(x + 3.4, y + 1.8)
    .lineTo(x, y + 3.6)
    .fill(INK);
}

export function stopped(doc: Doc, { x, y }: Place, height: number): void {
  doc
    .moveTo(x, y)
    .lineTo(x, y + height)
    .lineWidth(0.8)
    .strokeColor(INK)
    .stroke();
  cross(doc, { x: x + 3, y: y + 2.2 }, 1.4);
}

export function injection(doc: Doc, { x, y }: Place, height: number): void {
  doc
    .moveTo(x, y + height)
    .lineTo(x - 2.2, y + height - 4)
    .lineTo(x + 2.2, y + height - 4)
    .fill(INK);
}

export function hairline(doc: Doc, from: Place, to: Place, color = FAINT): void {
  doc.moveTo(from.x, from.y).lineTo(to.x, to.y).lineWidth(0.4).strokeColor(color).stroke();
}
