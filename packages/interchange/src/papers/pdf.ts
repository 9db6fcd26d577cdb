import type { Paper, PaperSection } from "@soundings/clinical";
import { facts, heading, paragraph, table } from "./blocks.ts";
import { REPLACEMENT } from "./fonts.ts";
import { drawPicture } from "./picture/draw.ts";
import { isDrawnInPart } from "./runs.ts";
import {
  finished,
  INTERNAL_COPY,
  type LeavingPaper,
  newPage,
  newSheet,
  type PaperSetting,
  pageCount,
  paperFoot,
  type Sheet,
  structure,
} from "./sheet.ts";
import { GRAY } from "./text.ts";

type Structure = PDFKit.PDFStructureElement;

/** How a paper is set: the size of its text in points, and how high its picture stands beside the usual. */
interface Fit {
  readonly size: number;
  readonly tall: number;
}

/** Tried in turn until a summary is one page; the last is still read without a glass. */
const SUMMARY_FITS: readonly Fit[] = [
  { size: 8.8, tall: 1.5 },
  { size: 8.6, tall: 1.2 },
  { size: 8.2, tall: 1 },
  { size: 7.6, tall: 0.9 },
  { size: 7, tall: 0.8 },
];
const FITS: Readonly<Record<Paper["kind"], readonly Fit[]>> = {
  summary: SUMMARY_FITS,
  review: [{ size: 8.6, tall: 1 }],
  patient_copy: [{ size: 10.6, tall: 1 }],
};

function drawSection(sheet: Sheet, root: Structure, section: PaperSection, paper: Paper): void {
  const needed = section.kind === "picture" ? 150 : sheet.size * 3;
  heading(sheet, root, { text: section.heading, level: 2, below: needed });
  if (section.kind === "table") table(sheet, root, section.table);
  if (section.kind === "picture") drawPicture(sheet, root, section.picture, paper.leftOut);
  if (section.kind !== "lines") return;
  for (const line of section.lines) paragraph(sheet, root, line, { size: sheet.size });
}

/** The whole notice and the scope, on a page of their own. */
function drawNotice(sheet: Sheet, root: Structure, { notice, about }: LeavingPaper): void {
  newPage(sheet);
  heading(sheet, root, { text: "About this disclosure", level: 2, below: 40 });
  facts(sheet, root, about, 1);
  heading(sheet, root, { text: "Notice to whoever receives this", level: 2, below: 40 });
  paragraph(sheet, root, notice, { size: sheet.size });
}

const REPLACED = `${REPLACEMENT} stands for a character that this typeface does not have. The record holds it whole.`;

function textsOf({ about, sections }: Paper): readonly string[] {
  const within = sections.flatMap((section) => {
    if (section.kind === "lines") return section.lines;
    return section.kind === "table" ? section.table.rows.flat() : [];
  });
  return [...about.flat(), ...within];
}

function drawPaper(paper: Paper, setting: PaperSetting, { size, tall }: Fit) {
  const sheet = newSheet({
    title: paper.title,
    madeAt: setting.madeAt,
    foot: paperFoot(setting),
    size,
    tall,
  });
  const root = structure(sheet, "Document");
  sheet.doc.addStructure(root);
  if (setting.leaving === null) {
    paragraph(sheet, root, INTERNAL_COPY, { size: size * 0.9, weight: "bold", color: GRAY });
  }
  heading(sheet, root, { text: paper.title, level: 1, below: 40 });
  facts(sheet, root, paper.about, paper.kind === "patient_copy" ? 1 : 2);
  for (const section of paper.sections) drawSection(sheet, root, section, paper);
  sheet.y += size * 0.6;
  paragraph(sheet, root, paper.foot, { size: size * 0.9, color: GRAY });
  if (textsOf(paper).some(isDrawnInPart)) {
    paragraph(sheet, root, REPLACED, { size: size * 0.9, color: GRAY });
  }
  const pages = pageCount(sheet);
  if (setting.leaving !== null) drawNotice(sheet, root, setting.leaving);
  root.end();
  return { sheet, pages };
}

/**
 * A paper as a PDF of Letter size: real text with embedded typefaces, tagged for readers, the picture as vectors in black
 * and gray. The same paper and setting give the same bytes. A summary is set smaller until it is one page, as far as it
 * can be read. A character that no typeface has is drawn as the replacement character.
 */
export async function paperAsPdf(paper: Paper, setting: PaperSetting): Promise<Uint8Array> {
  let best: ReturnType<typeof drawPaper> | null = null;
  for (const fit of FITS[paper.kind]) {
    best = drawPaper(paper, setting, fit);
    if (best.pages === 1) break;
  }
  if (best === null) throw new RangeError(`There is no way to set a paper of the kind ${paper.kind}`);
  return finished(best.sheet);
}
