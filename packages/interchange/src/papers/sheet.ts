import type { Instant } from "@soundings/clinical";
import PDFDocument from "pdfkit";
import { drawText, GRAY, INK, PALE, widthOf, wrap } from "./text.ts";

type Doc = PDFKit.PDFDocument;
type Structure = PDFKit.PDFStructureElement;

/** A paper that leaves the program: the notice, what stands on every page of it, and for whom and why it leaves. */
export interface LeavingPaper {
  readonly notice: string;
  readonly shortNotice: string;
  readonly about: readonly (readonly [label: string, text: string])[];
}

/** What a file says of itself besides its content. */
export interface PaperSetting {
  readonly recordNumber: string;
  /** When it was made, for the file's properties, and in words with the zone. */
  readonly madeAt: Instant;
  readonly made: string;
  /** Null: a copy for use inside the program, marked so on every page. */
  readonly leaving: LeavingPaper | null;
}

export const INTERNAL_COPY = "INTERNAL COPY — not for release";

const PAGE = { width: 612, height: 792 } as const;
/** 690 pixels at 96 an inch, the width in which pages are printed. */
const WIDTH = 517.5;
const LEFT = (PAGE.width - WIDTH) / 2;
const TOP = 36;
const FOOT = { size: 7, leading: 9 } as const;

/** What stands at the bottom of every page, above and left of its number. */
export interface Foot {
  /** In heavy type. */
  readonly lines: readonly string[];
  readonly left: string;
}

/** A document as it is being set, from the top of the first page on. Lengths are points, 1/72 of an inch. */
export interface Sheet {
  readonly doc: Doc;
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
  /** The size of running text; everything else is measured in it. */
  readonly size: number;
  /** How high the picture stands beside the usual. */
  readonly tall: number;
  readonly foot: Foot;
  y: number;
}

interface Making {
  readonly title: string;
  /** For the file's properties. */
  readonly madeAt: Instant;
  readonly foot: Foot;
  readonly size: number;
  readonly tall: number;
}

/** What stands at the bottom of a paper. */
export function paperFoot({ leaving, recordNumber, made }: PaperSetting): Foot {
  return {
    lines: [leaving === null ? INTERNAL_COPY : leaving.shortNotice],
    left: `Record ${recordNumber} · made ${made}`,
  };
}

function footLines(doc: Doc, { lines }: Foot): readonly string[] {
  return lines.flatMap((line) => wrap(doc, line, { size: FOOT.size, weight: "bold" }, WIDTH));
}

/** A new document with its first page. */
export function newSheet({ title, madeAt, foot, size, tall }: Making): Sheet {
  const doc = new PDFDocument({
    size: "LETTER",
    margin: 0,
    autoFirstPage: true,
    bufferPages: true,
    tagged: true,
    lang: "en-US",
    displayTitle: true,
    pdfVersion: "1.7",
    font: "",
    info: {
      Title: title,
      Author: "Soundings",
      Creator: "Soundings",
      Producer: "Soundings",
      CreationDate: new Date(madeAt),
    },
  });
  const footHeight = (footLines(doc, foot).length + 1) * FOOT.leading;
  return {
    doc,
    left: LEFT,
    width: WIDTH,
    bottom: PAGE.height - 30 - footHeight,
    size,
    tall,
    foot,
    y: TOP,
  };
}

export function newPage(sheet: Sheet): void {
  sheet.doc.addPage();
  sheet.y = TOP;
}

/** Goes to a new page when the rest of this one is not as high. */
export function room(sheet: Sheet, height: number): void {
  if (sheet.y + height > sheet.bottom && sheet.y > TOP) newPage(sheet);
}

/** A part of the document for readers that do not see it. */
export function structure(
  sheet: Sheet,
  type: string,
  options: { alt?: string; scope?: "Row" | "Column" } = {},
): Structure {
  return sheet.doc.struct(type, options);
}

function drawFoot(sheet: Sheet, page: number, of: number): void {
  const { doc } = sheet;
  doc.markContent("Artifact", { type: "Pagination", attached: ["Bottom"] });
  let y = sheet.bottom + 8;
  doc
    .moveTo(LEFT, y - 3)
    .lineTo(LEFT + WIDTH, y - 3)
    .lineWidth(0.5)
    .strokeColor(PALE)
    .stroke();
  for (const line of footLines(doc, sheet.foot)) {
    drawText(doc, line, { x: LEFT, y }, { size: FOOT.size, weight: "bold", color: INK });
    y += FOOT.leading;
  }
  const style = { size: FOOT.size, color: GRAY };
  drawText(doc, sheet.foot.left, { x: LEFT, y }, style);
  const number = `page ${page} of ${of}`;
  drawText(doc, number, { x: LEFT + WIDTH - widthOf(doc, number, style), y }, style);
  doc.endMarkedContent();
}

/** How many pages there are so far. */
export function pageCount({ doc }: Sheet): number {
  return doc.bufferedPageRange().count;
}

/** Draws the foot of every page and answers the file. */
export async function finished(sheet: Sheet): Promise<Uint8Array> {
  const { doc } = sheet;
  const pages = pageCount(sheet);
  for (let page = 0; page < pages; page += 1) {
    doc.switchToPage(page);
    drawFoot(sheet, page + 1, pages);
  }
  const chunks: Buffer[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
  doc.end();
  return whole;
}
