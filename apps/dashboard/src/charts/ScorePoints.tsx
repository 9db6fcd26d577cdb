import { type AssessmentMark, type MeasureLane, safetyAnswerOf } from "@soundings/clinical";
import { usePlotArea, useYAxisScale } from "recharts";
import { GlyphAt } from "../ui/marks/Glyph.tsx";
import { ASIDE_POINT, INCOMPLETE_POINT, INSTRUMENT_MARKS, ITEM_9_MARKS } from "../ui/marks/points.ts";
import { QUALITY_MARKS } from "../ui/marks/quality.ts";
import type { Frame } from "./frame.ts";
import { RecordMark } from "./Lane.tsx";
import { SuddenGains } from "./SuddenGains.tsx";
import { lineMarks } from "./segments.ts";
import { clampX, inRange, xOf } from "./time-scale.ts";
import classes from "./timeline.module.css";

interface PointsProps {
  readonly frame: Frame;
  readonly lane: MeasureLane;
}

interface PointProps extends PointsProps {
  readonly mark: AssessmentMark;
  readonly at: { readonly x: number; readonly y: number };
}

const SIZE = 9;

/** From the point to the day on which it was known. */
function Tail({ frame, lane, mark, at }: PointProps) {
  if (!mark.late || !mark.recordedOn) return null;
  const end = clampX(frame.scale, xOf(frame.scale, mark.recordedOn));
  return (
    <path
      d={`M${at.x} ${at.y}H${end}M${end} ${at.y - 4}V${at.y + 4}`}
      stroke={INSTRUMENT_MARKS[lane.instrument].tone}
      strokeWidth={1}
      fill="none"
    />
  );
}

function Shape({ lane, mark, at }: PointProps) {
  if (mark.score === null) return <GlyphAt mark={INCOMPLETE_POINT} x={at.x} y={at.y} size={10} />;
  if (!mark.takesPart) return <GlyphAt mark={ASIDE_POINT} x={at.x} y={at.y} />;
  const { tone, strokes, hollow } = INSTRUMENT_MARKS[lane.instrument];
  if (!mark.prorated)
    return <GlyphAt mark={{ tone, strokes: strokes ?? [] }} x={at.x} y={at.y} size={SIZE} />;
  return (
    <>
      <GlyphAt mark={{ tone: "var(--paper)", strokes: strokes ?? [] }} x={at.x} y={at.y} size={SIZE} />
      <GlyphAt mark={{ tone, strokes: hollow }} x={at.x} y={at.y} size={SIZE} />
    </>
  );
}

/** Small and above the point, one beside the other: the score counts as it stands. */
function Quality({ mark, at }: PointProps) {
  const left = at.x - ((mark.quality.length - 1) * 11) / 2;
  return mark.quality.map((one, place) => (
    <g key={one} data-quality={one}>
      <GlyphAt mark={QUALITY_MARKS[one]} x={left + place * 11} y={at.y - 13} size={9} weight={1.2} />
    </g>
  ));
}

const BOX = { height: 13, away: 9 };

/** Under the point, or above it where the axis is near. */
function Safety({ lane, mark, at, base }: PointProps & { base: number }) {
  const safety = safetyAnswerOf(lane.instrument, mark.items);
  if (safety === null || (safety.known && safety.answer === 0)) return null;
  const { symbol, tone } = safety.known ? ITEM_9_MARKS.above : ITEM_9_MARKS.unknown;
  const width = 5 + symbol.length * 6;
  const isNearAxis = base - at.y < BOX.away + BOX.height + 2;
  const over = BOX.away + BOX.height + (mark.quality.length > 0 ? 10 : 0);
  const top = isNearAxis ? at.y - over : at.y + BOX.away;
  return (
    <g
      className={classes.safety}
      style={{ "--tone": tone }}
      data-item-9={safety.known ? safety.answer : "unknown"}
    >
      <rect x={at.x - width / 2} y={top} width={width} height={BOX.height} rx={1.5} />
      <text x={at.x} y={top + 10} textAnchor="middle">
        {symbol}
      </text>
    </g>
  );
}

/** The instrument and its latest score, where the line ends. */
function LineEnd({ frame, lane, y }: PointsProps & { y: (score: number) => number }) {
  const last = lineMarks(lane).at(-1);
  if (!last || last.score === null || !inRange(frame.scale, last.on)) return null;
  return (
    <text
      className={`${classes.end} ${classes.halo}`}
      style={{ "--tone": INSTRUMENT_MARKS[lane.instrument].tone }}
      x={xOf(frame.scale, last.on) + 11}
      y={y(last.score) + 4}
    >
      {frame.narrow ? last.score : `${lane.name} ${last.score}`}
    </text>
  );
}

/** The assessments of one instrument, and the name of the line at its end. */
export function ScorePoints({ frame, lane }: PointsProps) {
  const area = usePlotArea();
  const scaleY = useYAxisScale();
  if (!area || !scaleY) return null;
  const y = (score: number) => scaleY(score) ?? area.y;
  return (
    <g>
      {lane.marks
        .filter((mark) => inRange(frame.scale, mark.on))
        .map((mark) => {
          const at = { x: xOf(frame.scale, mark.on), y: y(mark.score ?? 0) };
          const point = { frame, lane, mark, at };
          return (
            <RecordMark
              key={mark.assessmentId}
              frame={frame}
              type="assessment"
              id={mark.assessmentId}
              at={at}
              reach={9}
            >
              <Tail {...point} />
              <Shape {...point} />
              <Quality {...point} />
              <Safety {...point} base={y(0)} />
            </RecordMark>
          );
        })}
      <SuddenGains frame={frame} lane={lane} y={y} />
      <LineEnd frame={frame} lane={lane} y={y} />
    </g>
  );
}
