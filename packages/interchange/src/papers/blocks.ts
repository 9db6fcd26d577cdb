import type { PaperTable } from "@soundings/clinical";
import { newPage, room, type Sheet, structure } from "./sheet.ts";
import { drawText, GRAY, PALE, type Style, widthOf, wrap } from "./text.ts";

type Structure = PDFKit.PDFStructureElement;
type Fact = readonly [label: string, text: string];

const LEADING = 1.32;

function leadingOf({ size }: Style): number {
  return size * LEADING;
}

/** A text over as many lines and pages as it needs. */
export function paragraph(sheet: Sheet, parent: Structure, text: string, style: Style): void {
  const element = structure(sheet, "P");
  parent.add(element);
  const leading = leadingOf(style);
  for (const line of wrap(sheet.doc, text, style, sheet.width)) {
    room(sheet, leading);
    const { y } = sheet;
    element.add(() => drawText(sheet.doc, line, { x: sheet.left, y }, style));
    sheet.y += leading;
  }
  element.end();
}

interface Heading {
  readonly text: string;
  readonly level: 1 | 2 | 3;
  /** How much of what follows must stand on the same page, in points. */
  readonly below: number;
}

const HEADING_SIZE = { 1: 1.6, 2: 1.12, 3: 1 } as const;

export function heading(sheet: Sheet, parent: Structure, { text, level, below }: Heading): void {
  const style: Style = { size: sheet.size * HEADING_SIZE[level], weight: "bold" };
  const lines = wrap(sheet.doc, text, style, sheet.width);
  const before = level === 1 ? 0 : sheet.size * 0.7;
  room(sheet, before + lines.length * leadingOf(style) + below);
  sheet.y += before;
  const element = structure(sheet, `H${level}`);
  parent.add(element);
  for (const line of lines) {
    const { y } = sheet;
    element.add(() => drawText(sheet.doc, line, { x: sheet.left, y }, style));
    sheet.y += leadingOf(style);
  }
  element.end();
}

interface Cell {
  readonly x: number;
  readonly lines: readonly string[];
}

interface Row {
  readonly cells: readonly Cell[];
  readonly height: number;
}

function rowOf(sheet: Sheet, texts: readonly string[], widths: readonly number[], style: Style): Row {
  let x = sheet.left;
  const cells = widths.map((width, place) => {
    const cell = { x, lines: wrap(sheet.doc, texts[place] ?? "", style, width - 6) };
    x += width;
    return cell;
  });
  const most = Math.max(...cells.map(({ lines }) => lines.length));
  return { cells, height: most * leadingOf(style) + 3 };
}

/** Draws one row, and answers its element to be added to a table. */
function drawRow(sheet: Sheet, { cells, height }: Row, kind: "TH" | "TD", style: Style): Structure {
  const row = structure(sheet, "TR");
  const { y, doc } = sheet;
  for (const { x, lines } of cells) {
    const cell = structure(sheet, kind, kind === "TH" ? { scope: "Column" } : {});
    cell.add(() => {
      lines.forEach((line, place) => {
        drawText(doc, line, { x, y: y + place * leadingOf(style) }, style);
      });
    });
    cell.end();
    row.add(cell);
  }
  row.end();
  sheet.y += height;
  return row;
}

/** A row that is higher than a page, as several. */
function parts(sheet: Sheet, row: Row, style: Style): readonly Row[] {
  const most = Math.max(1, Math.floor((sheet.bottom - 72) / leadingOf(style)) - 3);
  const lines = Math.max(...row.cells.map((cell) => cell.lines.length));
  if (lines <= most) return [row];
  return Array.from({ length: Math.ceil(lines / most) }, (_, part) => {
    const cells = row.cells.map(({ x, lines: all }) => ({
      x,
      lines: all.slice(part * most, (part + 1) * most),
    }));
    const longest = Math.max(...cells.map((cell) => cell.lines.length));
    return { cells, height: longest * leadingOf(style) + 3 };
  });
}

function rule({ doc, left, width, y }: Sheet, weight: number): void {
  doc.markContent("Artifact", { type: "Layout" });
  doc
    .moveTo(left, y - 2)
    .lineTo(left + width, y - 2)
    .lineWidth(weight)
    .strokeColor(PALE)
    .stroke();
  doc.endMarkedContent();
}

/** The widest that a cell is on one line, within reason. */
function naturalWidth(sheet: Sheet, texts: readonly string[]): number {
  const style: Style = { size: sheet.size * 0.94, weight: "bold" };
  const longest = texts.toSorted((a, b) => b.length - a.length).slice(0, 4);
  return Math.max(24, ...longest.map((text) => widthOf(sheet.doc, text.slice(0, 90), style))) + 10;
}

/** Narrow columns get what they need; the wide ones share what is left by what they would need. */
function widthsOf(sheet: Sheet, { columns, rows }: PaperTable): readonly number[] {
  const natural = columns.map((column, place) =>
    naturalWidth(sheet, [column, ...rows.map((row) => row[place] ?? "")]),
  );
  const all = natural.reduce((sum, width) => sum + width, 0);
  const share = sheet.width / columns.length;
  if (all <= sheet.width) return natural.map((width) => (width / all) * sheet.width);
  const narrow = natural.map((width) => width <= share);
  const taken = natural.reduce((sum, width, place) => sum + (narrow[place] === true ? width : 0), 0);
  const left = (sheet.width - taken) / (all - taken);
  return natural.map((width, place) => (narrow[place] === true ? width : width * left));
}

/** A table over as many pages as it needs; its head is repeated on each. A row is broken only when it is higher than a page. */
export function table(sheet: Sheet, parent: Structure, content: PaperTable): void {
  const widths = widthsOf(sheet, content);
  const style: Style = { size: sheet.size * 0.94 };
  const headStyle: Style = { size: sheet.size * 0.88, weight: "bold", color: GRAY };
  const element = structure(sheet, "Table");
  parent.add(element);
  const head = rowOf(sheet, content.columns, widths, headStyle);
  const drawHead = () => {
    element.add(drawRow(sheet, head, "TH", headStyle));
    rule(sheet, 0.7);
  };
  room(sheet, head.height + leadingOf(style) + 3);
  drawHead();
  const rows = content.rows.flatMap((texts) => parts(sheet, rowOf(sheet, texts, widths, style), style));
  for (const row of rows) {
    if (sheet.y + row.height > sheet.bottom) {
      newPage(sheet);
      drawHead();
    }
    element.add(drawRow(sheet, row, "TD", style));
    rule(sheet, 0.25);
  }
  element.end();
  sheet.y += 2;
}

/** Labels and texts, in two columns side by side where they fit. */
export function facts(sheet: Sheet, parent: Structure, about: readonly Fact[], columns: 1 | 2): void {
  const style: Style = { size: sheet.size };
  const labelStyle: Style = { size: sheet.size, color: GRAY };
  const width = sheet.width / columns;
  const label = columns === 1 ? 130 : 76;
  const element = structure(sheet, "Div");
  parent.add(element);
  for (let first = 0; first < about.length; first += columns) {
    const cells = about.slice(first, first + columns).map(([name, text]) => ({
      names: wrap(sheet.doc, name, labelStyle, label - 4),
      lines: wrap(sheet.doc, text, style, width - label - 8),
    }));
    const most = Math.max(...cells.map(({ names, lines }) => Math.max(names.length, lines.length)));
    room(sheet, most * leadingOf(style));
    const { y, doc } = sheet;
    cells.forEach(({ names, lines }, column) => {
      const x = sheet.left + column * width;
      const fact = structure(sheet, "P");
      element.add(fact);
      fact.add(() => {
        names.forEach((line, place) => {
          drawText(doc, line, { x, y: y + place * leadingOf(style) }, labelStyle);
        });
        lines.forEach((line, place) => {
          drawText(doc, line, { x: x + label, y: y + place * leadingOf(style) }, style);
        });
      });
      fact.end();
    });
    sheet.y += most * leadingOf(style);
  }
  element.end();
}
