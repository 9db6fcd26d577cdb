import type { EpisodePicture, PaperPart } from "@soundings/clinical";
import { room, type Sheet, structure } from "../sheet.ts";
import { drawText, GRAY, wrap } from "../text.ts";
import { attendanceLane } from "./attendance.ts";
import { drawPhases, placementLane, weekAxis } from "./axes.ts";
import { flagLane } from "./flags.ts";
import { type Frame, frameOf, type Lane } from "./frame.ts";
import { legendLines } from "./legend.ts";
import { hairline } from "./marks.ts";
import { medicationLane } from "./medications.ts";
import { scoreLane } from "./scores.ts";
import { screenLane } from "./screens.ts";

const SCORE_HEIGHTS = { "phq-9": 72, "gad-7": 54 } as const;

function lanesOf(frame: Frame, leftOut: ReadonlySet<PaperPart>, tall: number): readonly Lane[] {
  const has = (part: PaperPart) => !leftOut.has(part);
  const flags = { events: has("events"), decisions: has("decisions") };
  return [
    placementLane(frame),
    ...(flags.events || flags.decisions ? [flagLane(frame, flags)] : []),
    ...frame.picture.measures.map((lane) => scoreLane(frame, lane, SCORE_HEIGHTS[lane.instrument] * tall)),
    ...(has("attendance") ? [attendanceLane(frame)] : []),
    ...(has("screens") && has("medications") ? [screenLane(frame)] : []),
    ...(has("medications") ? [medicationLane(frame)] : []),
    weekAxis(frame),
  ];
}

/** What the picture shows, for who does not see it. */
function spoken(picture: EpisodePicture): string {
  const scores = picture.measures.map(({ name, marks }) => {
    const scored = marks.filter(({ score, takesPart }) => score !== null && takesPart);
    const values = scored.map(({ score, on }) => `${score} on ${on}`);
    return `${name}: ${values.length === 0 ? "no data" : values.join(", ")}.`;
  });
  const { sessions, screens, medications, events, decisions } = picture;
  return [
    `The stay from ${picture.from} to ${picture.to}.`,
    ...scores,
    `${sessions.length} sessions, ${screens.length} drug screens, ${medications.length} medications, ${events.length} events, ${decisions.length} decisions.`,
  ].join(" ");
}

/** Draws the picture of a stay with all its lanes on one time axis, and what its marks mean. */
export function drawPicture(
  sheet: Sheet,
  parent: PDFKit.PDFStructureElement,
  picture: EpisodePicture,
  leftOut: readonly PaperPart[],
): void {
  const { doc, left, width } = sheet;
  const out = new Set(leftOut);
  const size = Math.min(6.8, sheet.size * 0.8);
  const frame = frameOf(doc, picture, { x: left, width, size });
  const lanes = lanesOf(frame, out, sheet.tall);
  const legend = { size: size * 0.92, color: GRAY };
  const lines = legendLines(picture, out).flatMap((line) => wrap(doc, line, legend, width));
  const leading = size * 1.25;
  const height = lanes.reduce((sum, lane) => sum + lane.height, 0) + lines.length * leading + 4;
  room(sheet, height);
  const top = sheet.y;
  const element = structure(sheet, "Figure", { alt: spoken(picture) });
  parent.add(element);
  element.add(() => {
    let y = top;
    for (const lane of lanes) {
      lane.draw(y);
      y += lane.height;
      hairline(doc, { x: left, y: y - 1 }, { x: left + width, y: y - 1 });
    }
    drawPhases(frame, top, y - size * 2.5);
    lines.forEach((line, place) => {
      drawText(doc, line, { x: left, y: y + 2 + place * leading }, legend);
    });
  });
  element.end();
  sheet.y = top + height;
}
