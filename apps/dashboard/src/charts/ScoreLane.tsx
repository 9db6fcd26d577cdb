import type { MeasureLane } from "@soundings/clinical";
import { ComposedChart, Line, XAxis, YAxis, ZIndexLayer } from "recharts";
import { INSTRUMENT_MARKS } from "../ui/marks/points.ts";
import { weekWords } from "../ui/marks/week-words.ts";
import { type Frame, HEADER } from "./frame.ts";
import { assessmentWords } from "./record-words.ts";
import { ScoreGround } from "./ScoreGround.tsx";
import { ScorePoints } from "./ScorePoints.tsx";
import { lineMarks, segmentsOf } from "./segments.ts";
import { gapsOf } from "./stays.ts";
import { dayPosition } from "./time-scale.ts";
import classes from "./timeline.module.css";

const POINT_HEIGHT = 5.2;
const TOP = 12;
const BOTTOM = 10;

interface Row {
  readonly day: number;
  readonly score: number | null;
}

/** The rows of the line; a row without a score ends a run, so that nothing is drawn across a missing week. */
function rowsOf(frame: Frame, lane: MeasureLane): Row[] {
  const rows: Row[] = [];
  for (const segment of segmentsOf(lane, gapsOf(frame.stays, lane.instrument))) {
    const points = segment.map((mark) => ({ day: dayPosition(frame.scale, mark.on), score: mark.score }));
    const last = rows.at(-1);
    if (last && points[0]) rows.push({ day: (last.day + points[0].day) / 2, score: null });
    rows.push(...points);
  }
  return rows;
}

function sentenceOf(lane: MeasureLane): string {
  const last = lineMarks(lane).at(-1);
  const latest = last ? assessmentWords(lane, last) : `${lane.name}: no data`;
  const baseline = lane.baseline ? `Baseline ${lane.baseline.score}.` : "No baseline.";
  return `${latest}. ${baseline} ${lane.weeks.map(weekWords).join(". ")}.`;
}

/** One instrument's scores over its severity bands. */
export function ScoreLane({ frame, lane }: { frame: Frame; lane: MeasureLane }) {
  const { scale, width } = frame;
  const header = frame.narrow ? HEADER : 0;
  const height = header + TOP + lane.max * POINT_HEIGHT + BOTTOM;
  const margin = { top: header + TOP, bottom: BOTTOM, left: scale.left, right: width - scale.right };
  return (
    <div className={classes.lane} role="img" aria-label={sentenceOf(lane)} data-lane={lane.instrument}>
      <ComposedChart
        width={width}
        height={height}
        data={rowsOf(frame, lane)}
        margin={margin}
        accessibilityLayer={false}
      >
        <XAxis type="number" dataKey="day" domain={[0, scale.days]} hide allowDataOverflow />
        <YAxis type="number" domain={[0, lane.max]} width={0} hide allowDataOverflow />
        <ScoreGround frame={frame} lane={lane} />
        <Line
          dataKey="score"
          type="linear"
          stroke={INSTRUMENT_MARKS[lane.instrument].tone}
          strokeWidth={2.25}
          strokeOpacity={frame.chosen ? 0.3 : 1}
          dot={false}
          activeDot={false}
          connectNulls={false}
          isAnimationActive={false}
        />
        <ZIndexLayer zIndex={600}>
          <ScorePoints frame={frame} lane={lane} />
        </ZIndexLayer>
      </ComposedChart>
    </div>
  );
}
