import {
  type AssessmentMark,
  addDays,
  type MeasureLane,
  type MeasureWeek,
  safetyAnswerOf,
} from "@soundings/clinical";
import { drawCentered, drawText, GRAY, INK, PALE, widthOf } from "../text.ts";
import { endOf, type Frame, type Lane, middleOf, startOf } from "./frame.ts";
import { asidePoint, cross, hairline, lateTail, scorePoint } from "./marks.ts";

/** The letter in an empty place, where the reason is known. */
const REASON_LETTERS: Readonly<Partial<Record<MeasureWeek["state"], string>>> = {
  refused: "r",
  absent: "a",
  not_asked: "n",
  unable: "u",
};

interface Plot {
  readonly frame: Frame;
  readonly lane: MeasureLane;
  readonly top: number;
  readonly height: number;
}

function yOf({ lane, top, height }: Plot, score: number): number {
  return top + height * (1 - score / lane.max);
}

function drawBands(plot: Plot): void {
  const { frame, lane } = plot;
  const { doc, left, right, size } = frame;
  for (const { name, from, to } of lane.bands) {
    const high = yOf(plot, to + (to === lane.max ? 0 : 0.5));
    const low = yOf(plot, Math.max(0, from - 0.5));
    hairline(doc, { x: left, y: high }, { x: right, y: high });
    if (low - high >= size) {
      const style = { size: size * 0.86, color: GRAY };
      drawText(doc, name, { x: right + 3, y: (high + low) / 2 - size * 0.55 }, style);
    }
  }
  const floor = yOf(plot, 0);
  hairline(doc, { x: left, y: floor }, { x: right, y: floor }, PALE);
}

/** The baseline, and on either side how far a score must go for a reliable change. */
function drawBaseline(plot: Plot): void {
  const { frame, lane } = plot;
  const { doc, right, size, left } = frame;
  if (lane.baseline === null) return;
  const { score, on } = lane.baseline;
  const from = middleOf(frame, on);
  const line = (value: number, dash: number) => {
    if (value < 0 || value > lane.max) return;
    const y = yOf(plot, value);
    doc
      .moveTo(from, y)
      .lineTo(right, y)
      .lineWidth(0.5)
      .strokeColor(GRAY)
      .dash(dash, { space: dash })
      .stroke()
      .undash();
  };
  line(score, 4);
  line(score - lane.reliableChange, 1.2);
  line(score + lane.reliableChange, 1.2);
  const label = (text: string, value: number) => {
    if (value < 0 || value > lane.max) return;
    const style = { size: size * 0.8, color: GRAY };
    drawText(doc, text, { x: left - 22, y: yOf(plot, value) - size * 0.5 }, style);
  };
  label(`base ${score}`, score);
  label(`−${lane.reliableChange}`, score - lane.reliableChange);
  label(`+${lane.reliableChange}`, score + lane.reliableChange);
}

function isHole({ score, state }: MeasureWeek): boolean {
  return score === null && state !== "due";
}

/** Program weeks without a score: an empty place with the reason's letter, and no line across. */
function drawHoles(plot: Plot): void {
  const { frame, lane } = plot;
  const { doc, size, picture } = frame;
  for (const week of lane.weeks.filter(isHole)) {
    const from = addDays(picture.admittedOn, week.week * 7);
    if (from > picture.to) continue;
    const x = (startOf(frame, from) + endOf(frame, addDays(from, 6))) / 2;
    const letter = REASON_LETTERS[week.state] ?? "·";
    drawCentered(doc, letter, { x, y: yOf(plot, 0) - size * 1.15 }, { size: size * 0.9, color: GRAY });
  }
}

type Scored = AssessmentMark & { readonly score: number };

function isScored(mark: AssessmentMark): mark is Scored {
  return mark.score !== null;
}

/** Lines between scores, broken wherever a whole program week went by without one. */
function drawLine(plot: Plot, marks: readonly Scored[]): void {
  const { frame, lane } = plot;
  const holes = lane.weeks.filter(isHole).map(({ week }) => {
    const from = addDays(frame.picture.admittedOn, week * 7);
    return { from, to: addDays(from, 6) };
  });
  marks.forEach((mark, place) => {
    const before = marks[place - 1];
    if (before === undefined) return;
    if (holes.some(({ from, to }) => from > before.on && to < mark.on)) return;
    frame.doc
      .moveTo(middleOf(frame, before.on), yOf(plot, before.score))
      .lineTo(middleOf(frame, mark.on), yOf(plot, mark.score))
      .lineWidth(0.9)
      .strokeColor(INK)
      .stroke();
  });
}

function drawMark(plot: Plot, mark: AssessmentMark): void {
  const { frame, lane } = plot;
  const { doc } = frame;
  const x = middleOf(frame, mark.on);
  const y = yOf(plot, mark.score ?? 0);
  if (mark.score === null) cross(doc, { x, y });
  else if (mark.takesPart) scorePoint(doc, { x, y }, lane.instrument, mark.prorated);
  else asidePoint(doc, { x, y });
  if (mark.late && mark.recordedOn !== null) lateTail(doc, { x, y }, middleOf(frame, mark.recordedOn));
}

/** What stands boxed at a point: an item 9 above 0, or one that is not known. */
export function safetySign({ instrument }: MeasureLane, { items }: AssessmentMark): "9" | "9?" | null {
  const safety = safetyAnswerOf(instrument, items);
  if (safety === null || (safety.known && safety.answer === 0)) return null;
  return safety.known ? "9" : "9?";
}

/** Under the point, or above it where the axis is near; a dashed box for what is not known. */
function drawSafety(plot: Plot, mark: AssessmentMark): void {
  const sign = safetySign(plot.lane, mark);
  if (sign === null) return;
  const { doc, size } = plot.frame;
  const x = middleOf(plot.frame, mark.on);
  const point = yOf(plot, mark.score ?? 0);
  const height = size * 1.15;
  const width = size * (0.45 + sign.length * 0.5);
  const isNearAxis = yOf(plot, 0) - point < height + size;
  const y = isNearAxis ? point - size * 0.7 - height : point + size * 0.7;
  doc.rect(x - width / 2, y, width, height).lineWidth(0.6);
  if (sign === "9?") doc.dash(1.2, { space: 1 });
  doc.fillAndStroke("#ffffff", INK);
  doc.undash();
  drawCentered(doc, sign, { x, y: y + size * 0.12 }, { size: size * 0.8, weight: "bold" });
}

function drawGains(plot: Plot): void {
  const { frame, lane } = plot;
  const { doc, size } = frame;
  for (const { from, to, reversedOn } of lane.gains) {
    const x = (middleOf(frame, from.on) + middleOf(frame, to.on)) / 2;
    const text = reversedOn === null ? "sudden gain" : "sudden gain, later lost";
    const y = Math.max(plot.top, yOf(plot, from.score) - size * 1.5);
    drawCentered(doc, text, { x, y }, { size: size * 0.8, color: GRAY });
  }
}

function drawName({ frame, lane, top, height }: Plot): void {
  const { doc, names, size } = frame;
  const middle = top + height / 2;
  scorePoint(doc, { x: names + 3, y: middle - size * 0.5 }, lane.instrument, false);
  drawText(doc, lane.name, { x: names + 8, y: middle - size }, { size, weight: "bold" });
  drawText(
    doc,
    `0 to ${lane.max}`,
    { x: names + 8, y: middle + size * 0.2 },
    { size: size * 0.86, color: GRAY },
  );
}

function drawLatest(plot: Plot, marks: readonly Scored[]): void {
  const { frame } = plot;
  const latest = marks.at(-1);
  const style = { size: frame.size * 1.1, weight: "bold" } as const;
  if (latest === undefined) {
    const y = plot.top + plot.height / 2 - frame.size;
    drawText(
      frame.doc,
      "no data: none is scored",
      { x: frame.left + 6, y },
      { size: frame.size, color: GRAY },
    );
    return;
  }
  const x = middleOf(frame, latest.on) + 3.5;
  const y = yOf(plot, latest.score) - frame.size * 1.3;
  const text = String(latest.score);
  frame.doc.rect(x - 0.5, y, widthOf(frame.doc, text, style) + 1, frame.size * 1.2).fill("#ffffff");
  drawText(frame.doc, text, { x, y }, style);
}

/** Scores of one instrument over its bands. */
export function scoreLane(frame: Frame, lane: MeasureLane, height: number): Lane {
  return {
    height: height + 6,
    draw(top) {
      const plot: Plot = { frame, lane, top: top + 3, height };
      const taking = lane.marks.filter(isScored).filter(({ takesPart }) => takesPart);
      drawBands(plot);
      drawBaseline(plot);
      drawHoles(plot);
      drawLine(plot, taking);
      for (const mark of lane.marks) drawMark(plot, mark);
      for (const mark of lane.marks) drawSafety(plot, mark);
      drawGains(plot);
      drawName(plot);
      drawLatest(plot, taking);
    },
  };
}
