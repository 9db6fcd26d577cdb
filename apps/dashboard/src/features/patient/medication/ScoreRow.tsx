import type { MeasureLane } from "@soundings/clinical";
import { inRange, type TimeScale, xOf } from "../../../charts/time-scale.ts";
import { GlyphAt } from "../../../ui/marks/Glyph.tsx";
import { INSTRUMENT_MARKS } from "../../../ui/marks/points.ts";
import classes from "./strip.module.css";

export const POINTS_HEIGHT = 76;
const TOP = 8;
const BASE = 68;

interface ScoreRowProps {
  readonly lane: MeasureLane;
  readonly scale: TimeScale;
  readonly y: number;
  readonly narrow: boolean;
}

/** The scores of one instrument that take part, joined from one to the next; a hollow point is prorated. */
export function ScoreRow({ lane, scale, y, narrow }: ScoreRowProps) {
  const { tone, strokes = [], hollow, word } = INSTRUMENT_MARKS[lane.instrument];
  const points = lane.marks.flatMap((mark) =>
    mark.score !== null && mark.takesPart && inRange(scale, mark.on)
      ? [{ mark, x: xOf(scale, mark.on), y: BASE - ((BASE - TOP) * mark.score) / lane.max }]
      : [],
  );
  const last = points.at(-1);
  return (
    <g transform={`translate(0 ${y})`}>
      <text className={classes.name} x={0} y={34}>
        {word}
      </text>
      <text className={classes.tick} x={narrow ? 0 : 60} y={50}>
        0–{lane.max}
      </text>
      <path className={classes.base} d={`M${scale.left} ${BASE}H${scale.right}`} />
      <polyline
        className={classes.line}
        stroke={tone}
        points={points.map((at) => `${at.x},${at.y}`).join(" ")}
      />
      {points.map((at) => (
        <GlyphAt
          key={at.mark.assessmentId}
          mark={{ tone, strokes: at.mark.prorated ? hollow : strokes }}
          x={at.x}
          y={at.y}
          size={7}
        />
      ))}
      {last ? (
        <text className={classes.end} style={{ "--tone": tone }} x={last.x + 8} y={last.y + 4}>
          {last.mark.score}
        </text>
      ) : null}
    </g>
  );
}
