import { room, type Sheet, structure } from "../papers/sheet.ts";
import { drawText, wrap } from "../papers/text.ts";

const INDENT = 10;
const LEADING = 1.32;

/** Lines with a dot before each, over as many pages as they need. */
export function list(sheet: Sheet, parent: PDFKit.PDFStructureElement, lines: readonly string[]): void {
  const style = { size: sheet.size };
  const leading = sheet.size * LEADING;
  const element = structure(sheet, "L");
  parent.add(element);
  for (const line of lines) {
    const item = structure(sheet, "LI");
    element.add(item);
    const body = structure(sheet, "LBody");
    item.add(body);
    wrap(sheet.doc, line, style, sheet.width - INDENT).forEach((text, place) => {
      room(sheet, leading);
      const { y } = sheet;
      body.add(() => {
        if (place === 0) drawText(sheet.doc, "•", { x: sheet.left, y }, style);
        drawText(sheet.doc, text, { x: sheet.left + INDENT, y }, style);
      });
      sheet.y += leading;
    });
    body.end();
    item.end();
    sheet.y += sheet.size * 0.2;
  }
  element.end();
}
