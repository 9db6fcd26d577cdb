import { addDays, daysBetween, type EpisodePicture } from "@soundings/clinical";
import { drawCentered, drawText, GRAY, PALE, shortened } from "../text.ts";
import { endOf, type Frame, type Lane, startOf } from "./frame.ts";
import { hairline } from "./marks.ts";

const LEVELS: Readonly<Record<EpisodePicture["levelOfCare"], string>> = {
  residential: "Residential",
  php: "PHP",
  iop: "IOP",
  op: "Outpatient",
};

/** Placements as labeled phases. */
export function placementLane(frame: Frame): Lane {
  const { doc, picture, names, left, size } = frame;
  const height = size * 1.9;
  return {
    height,
    draw(top) {
      drawText(doc, "Level of care", { x: names, y: top + size * 0.3 }, { size, weight: "bold" });
      for (const { levelOfCare, from, to } of picture.placements) {
        const x = startOf(frame, from);
        const width = endOf(frame, to) - x;
        if (width <= 0) continue;
        doc
          .rect(x, top, width, height - 3)
          .lineWidth(0.5)
          .fillAndStroke("#f0f0f0", PALE);
        const style = { size };
        const text = shortened(doc, LEVELS[levelOfCare], style, Math.max(4, width - 4));
        if (width > size * 1.5) drawText(doc, text, { x: x + 3, y: top + size * 0.2 }, style);
      }
      if (picture.placements.length > 0) return;
      drawText(doc, "no data: no placement on record", { x: left + 6, y: top }, { size, color: GRAY });
    },
  };
}

/** How many weeks lie between two labels, so that none touches the next. */
function stepOf({ dayWidth }: Frame, width: number): number {
  return [1, 2, 4, 8, 13, 26].find((weeks) => weeks * 7 * dayWidth >= width) ?? 52;
}

function weeksOf({ picture }: Frame): readonly number[] {
  const first = Math.ceil(daysBetween(picture.admittedOn, picture.from) / 7);
  const last = Math.floor(daysBetween(picture.admittedOn, picture.to) / 7);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
}

/** Program weeks, counted from 1, with the day on which each begins. */
export function weekAxis(frame: Frame): Lane {
  const { doc, picture, names, size } = frame;
  const height = size * 2.5;
  return {
    height,
    draw(top) {
      const style = { size: size * 0.86, color: GRAY };
      drawText(doc, "Week, from", { x: names, y: top + 2 }, style);
      const step = stepOf(frame, 30);
      for (const week of weeksOf(frame)) {
        const day = addDays(picture.admittedOn, week * 7);
        const x = startOf(frame, day);
        hairline(doc, { x, y: top }, { x, y: top + 3 }, PALE);
        if (((week % step) + step) % step !== 0) continue;
        const middle = x + Math.min(14, frame.dayWidth * 3.5);
        drawCentered(doc, week < 0 ? "before" : String(week + 1), { x: middle, y: top + 2 }, style);
        drawCentered(doc, day.slice(5), { x: middle, y: top + 2 + size }, style);
      }
    },
  };
}

/** Where each placement begins, through all lanes. */
export function drawPhases(frame: Frame, top: number, bottom: number): void {
  for (const { from } of frame.picture.placements.slice(1)) {
    const x = startOf(frame, from);
    frame.doc
      .moveTo(x, top)
      .lineTo(x, bottom)
      .lineWidth(0.5)
      .strokeColor(PALE)
      .dash(2, { space: 2 })
      .stroke()
      .undash();
  }
}
