import type { Instant, OutcomesReport, PaperTable, ReportBlock, ReportSection } from "@soundings/clinical";
import { drawFigure } from "@soundings/figures";
import { facts, heading, paragraph, table } from "../papers/blocks.ts";
import { finished, newSheet, room, type Sheet, structure } from "../papers/sheet.ts";
import { GRAY } from "../papers/text.ts";
import { drawDrawing } from "./drawing.ts";
import { list } from "./list.ts";
import { sideBySide } from "./side-by-side.ts";

type Structure = PDFKit.PDFStructureElement;

/** What a file of a report says of itself besides its content. */
export interface ReportSetting {
  /** When it was made, for the file's properties, and in words with the zone. */
  readonly madeAt: Instant;
  readonly made: string;
}

const SIZE = 8.4;
const FIGURE_TEXT = 7.2;
/** What has to stand below a heading on its page, in points. */
const BELOW = 60;

const SYNTHETIC = "Synthetic data. The patients of this report are invented.";
const WITHHELD = "Counts of 1 to 10, and everything they could be worked out from, are withheld.";

function caption(sheet: Sheet, parent: Structure, text: string, below: number): void {
  heading(sheet, parent, { text, level: 3, below });
  sheet.y += sheet.size * 0.25;
}

/** A table of words stays as it is: each of its lines is read across. */
function tableOf({ columns, rows }: Extract<ReportBlock, { kind: "table" }>): PaperTable {
  const texts = rows.map((row) => row.map(({ text }) => text));
  const ofNumbers = rows.some((row) => row.some(({ value, withheld }) => value !== null || withheld));
  return ofNumbers ? sideBySide({ columns, rows: texts }) : { columns, rows: texts };
}

type Plot = Extract<ReportBlock, { kind: "figure" }>;

function drawPlot(sheet: Sheet, parent: Structure, block: Plot): void {
  const drawing = drawFigure(block.figure, { width: sheet.width, text: FIGURE_TEXT });
  caption(sheet, parent, block.caption, drawing.height);
  drawDrawing(sheet, parent, drawing);
  sheet.y += sheet.size * 0.4;
}

const BETWEEN = 20;

/** Two small plots side by side on one page. */
function drawPair(sheet: Sheet, parent: Structure, [one, other]: readonly [Plot, Plot]): void {
  const width = (sheet.width - BETWEEN) / 2;
  const tallest = [one, other].map(({ figure }) => drawFigure(figure, { width, text: FIGURE_TEXT }).height);
  room(sheet, Math.max(...tallest) + BELOW);
  const left = { ...sheet, width };
  const right = { ...sheet, width, left: sheet.left + width + BETWEEN };
  drawPlot(left, parent, one);
  drawPlot(right, parent, other);
  sheet.y = Math.max(left.y, right.y);
}

/** What can be read in half of a page. */
const NARROW: ReadonlySet<Plot["figure"]["kind"]> = new Set(["bands", "retention", "weeks"]);

/** Blocks as they are drawn: two narrow plots that follow one another go side by side. */
function drawBlocks(sheet: Sheet, parent: Structure, blocks: readonly ReportBlock[]): void {
  const isNarrow = (block: ReportBlock | undefined): block is Plot =>
    block?.kind === "figure" && NARROW.has(block.figure.kind);
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    const next = blocks[at + 1];
    if (isNarrow(block) && isNarrow(next)) {
      drawPair(sheet, parent, [block, next]);
      at += 1;
    } else if (block !== undefined) {
      drawBlock(sheet, parent, block);
    }
  }
}

function drawBlock(sheet: Sheet, parent: Structure, block: ReportBlock): void {
  const { size } = sheet;
  switch (block.kind) {
    case "subheading":
      caption(sheet, parent, block.text, BELOW);
      return;
    case "paragraph":
      paragraph(sheet, parent, block.text, { size });
      sheet.y += size * 0.5;
      return;
    case "note":
      paragraph(sheet, parent, block.text, { size: size * 0.92, color: GRAY });
      sheet.y += size * 0.3;
      return;
    case "list":
      list(sheet, parent, block.lines);
      return;
    case "table":
      caption(sheet, parent, block.caption, BELOW);
      table(sheet, parent, tableOf(block));
      return;
    case "figure":
      drawPlot(sheet, parent, block);
  }
}

/** Set smaller than the rest: they are looked up, not read through. */
const LOOKED_UP: ReadonlySet<ReportSection["id"]> = new Set(["method", "quality"]);

function drawSection(whole: Sheet, root: Structure, section: ReportSection): void {
  const sheet = LOOKED_UP.has(section.id) ? { ...whole, size: whole.size * 0.86 } : whole;
  const part = structure(sheet, "Sect");
  root.add(part);
  sheet.y += sheet.size * 0.6;
  heading(sheet, part, { text: section.heading, level: 2, below: BELOW * 1.5 });
  sheet.y += sheet.size * 0.3;
  drawBlocks(sheet, part, section.blocks);
  part.end();
  whole.y = sheet.y;
}

/**
 * A report as a PDF of Letter size: real text with embedded typefaces, tagged for readers, its figures as vectors that print in gray. The same report and
 * setting give the same bytes.
 */
export async function reportAsPdf(report: OutcomesReport, setting: ReportSetting): Promise<Uint8Array> {
  const { title, synthetic, about, sections, question } = report;
  const sheet = newSheet({
    title: `${title}, ${question.from} to ${question.to}`,
    madeAt: setting.madeAt,
    foot: {
      lines: synthetic ? [SYNTHETIC, WITHHELD] : [WITHHELD],
      left: `${title} · as of ${question.asOf} · made ${setting.made}`,
    },
    size: SIZE,
    tall: 1,
  });
  const root = structure(sheet, "Document");
  sheet.doc.addStructure(root);
  if (synthetic) paragraph(sheet, root, SYNTHETIC, { size: SIZE, weight: "bold", color: GRAY });
  heading(sheet, root, { text: title, level: 1, below: BELOW });
  facts(sheet, root, about, 1);
  for (const section of sections) drawSection(sheet, root, section);
  root.end();
  return finished(sheet);
}
