import type { MedicationLane } from "@soundings/clinical";
import { drawText, GRAY, INK, shortened, widthOf } from "../text.ts";
import { endOf, type Frame, type Lane, middleOf, startOf } from "./frame.ts";
import { injection, started, stopped } from "./marks.ts";

const ROW = 13;
const BAR = 8;
const MOST = 8;

type Segment = MedicationLane["segments"][number];

function drawSegment(frame: Frame, segment: Segment, bottom: number): void {
  const { doc, size } = frame;
  const x = startOf(frame, segment.from);
  const end = endOf(frame, segment.to);
  const height = BAR * (segment.step ?? 0.6);
  doc.rect(x, bottom - height, Math.max(0.8, end - x), height);
  doc.lineWidth(0.5).fillAndStroke("#d4d4d4", GRAY);
  const style = { size: size * 0.82 };
  if (segment.doseText === "" || widthOf(doc, segment.doseText, style) > end - x - 12) return;
  const within = height >= size ? bottom - size * 1.05 : bottom - height - size * 0.95;
  drawText(doc, segment.doseText, { x: x + 9, y: within }, style);
}

function drawLane(frame: Frame, lane: MedicationLane, top: number): void {
  const { doc, names, left, size, picture } = frame;
  const bottom = top + ROW - 2;
  const style = { size };
  const name = shortened(doc, lane.medication, style, left - names - 4);
  drawText(doc, name, { x: names, y: bottom - size * 1.15 }, style);
  for (const segment of lane.segments) drawSegment(frame, segment, bottom);
  for (const { on, change } of lane.changes) {
    const at = { x: middleOf(frame, on), y: bottom - BAR };
    if (change === "start") started(doc, at, BAR);
    if (change === "stop") stopped(doc, at, BAR);
  }
  const key = lane.medication.trim().toLowerCase();
  for (const given of picture.injections.filter(
    ({ medication }) => medication.trim().toLowerCase() === key,
  )) {
    injection(doc, { x: middleOf(frame, given.on), y: bottom - BAR }, BAR);
  }
}

/** Those that are drawn: where there is no room for all, what is taken now goes before what has ended. */
function drawn(lanes: readonly MedicationLane[]): readonly MedicationLane[] {
  if (lanes.length <= MOST) return lanes;
  const isCurrent = ({ segments }: MedicationLane) => segments.some(({ to }) => to === null);
  return lanes.toSorted((a, b) => Number(isCurrent(b)) - Number(isCurrent(a))).slice(0, MOST);
}

/** One bar a medication; its height steps with the dose. */
export function medicationLane(frame: Frame): Lane {
  const { doc, picture, names, left, size } = frame;
  const shown = drawn(picture.medications);
  const more = picture.medications.length - shown.length;
  const rows = Math.max(1, shown.length) + (more > 0 ? 1 : 0);
  const height = rows * ROW + 3;
  return {
    height,
    draw(top) {
      for (const [place, lane] of shown.entries()) drawLane(frame, lane, top + place * ROW);
      if (more > 0) {
        const text = `and ${more} more, not drawn; all of them are in the data file`;
        drawText(doc, text, { x: names, y: top + shown.length * ROW + 2 }, { size, color: GRAY });
      }
      if (shown.length > 0) return;
      drawText(doc, "Medication", { x: names, y: top + 2 }, { size, weight: "bold", color: INK });
      drawText(doc, "none on record", { x: left + 6, y: top + 2 }, { size, color: GRAY });
    },
  };
}
