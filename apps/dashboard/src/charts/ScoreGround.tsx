import type { MeasureLane } from "@soundings/clinical";
import { usePlotArea, useYAxisScale } from "recharts";
import { tintOfBand } from "../ui/marks/severity.ts";
import { WEEK_MARKS } from "../ui/marks/weeks.ts";
import { type AxisLabel, placeLabels } from "./axis-labels.ts";
import { type Frame, HEADER, isWide } from "./frame.ts";
import { holesOf } from "./segments.ts";
import { clampX, weekTicks, xOf, xStart } from "./time-scale.ts";
import classes from "./timeline.module.css";

interface GroundProps {
  readonly frame: Frame;
  readonly lane: MeasureLane;
}

interface Drawn extends GroundProps {
  readonly y: (score: number) => number;
  readonly bottom: number;
}

const LINE = 13;
const FIRST_LINE = 3.5;

interface BandNameProps {
  readonly name: string;
  readonly wide: boolean;
  readonly x: number;
  readonly y: number;
}

/** Long names stand on two lines where the margin is narrow. */
function BandName({ name, wide, x, y }: BandNameProps) {
  const words = wide ? [name] : name.split(" ");
  const top = y + 4 - ((words.length - 1) * LINE) / 2;
  return words.map((word, place) => (
    <text key={word} x={x} y={top + place * LINE}>
      {word}
    </text>
  ));
}

function Bands({ frame, lane, y, bottom }: Drawn) {
  const { left, right } = frame.scale;
  const edge = (score: number) => (score > lane.max ? y(lane.max) - FIRST_LINE : y(score));
  return lane.bands.map((band) => {
    const top = edge(band.to + 1);
    const base = band.from === 0 ? bottom : y(band.from);
    return (
      <g key={band.name}>
        <rect
          x={left}
          y={top}
          width={right - left}
          height={base - top}
          fill={tintOfBand(band.name)}
          className={classes.tint}
        />
        <BandName
          name={band.name}
          wide={isWide(frame.width)}
          x={right + (frame.narrow ? 24 : 66)}
          y={(top + base) / 2}
        />
      </g>
    );
  });
}

function Weeks({ frame, lane, y, bottom }: Drawn) {
  const ticks = weekTicks(frame.scale, frame.picture.admittedOn, 0);
  const top = y(lane.max) - FIRST_LINE;
  return ticks.map((tick) => {
    const x = xStart(frame.scale, tick.start);
    return <path key={tick.week} className={classes.week} d={`M${x} ${top}V${bottom}`} />;
  });
}

/** A week without a measure is cut out of the ground. */
function Holes({ frame, lane, y, bottom }: Drawn) {
  const top = y(lane.max) - FIRST_LINE;
  return holesOf(lane, frame.picture.admittedOn).map(({ week, from, to }) => {
    const left = clampX(frame.scale, xStart(frame.scale, from));
    const right = clampX(frame.scale, xStart(frame.scale, to) + frame.scale.dayWidth);
    if (right <= left) return null;
    return (
      <g key={week.week} data-hole={week.week}>
        <rect x={left} y={top} width={right - left} height={bottom - top} fill="var(--paper)" />
        <text className={classes.letter} x={(left + right) / 2} y={bottom - 8} textAnchor="middle">
          {WEEK_MARKS[week.state].symbol}
        </text>
      </g>
    );
  });
}

function NamedLines({ frame, lane, y }: Drawn) {
  const { left, right } = frame.scale;
  const start = lane.baseline ? clampX(frame.scale, xOf(frame.scale, lane.baseline.on)) : left;
  return (
    <>
      <path className={classes.quiet} strokeDasharray="1 3" d={`M${left} ${y(lane.caseness)}H${right}`} />
      {lane.baseline ? (
        <path
          className={classes.quiet}
          strokeDasharray="5 3"
          d={`M${start} ${y(lane.baseline.score)}H${right}`}
        />
      ) : null}
    </>
  );
}

function labelsOf({ frame, lane, y }: Drawn): AxisLabel[] {
  const ticks = lane.bands.map(({ from }) => ({ text: String(from), y: y(from), named: false }));
  if (frame.narrow) return ticks;
  const caseness = { text: `caseness ${lane.caseness}`, y: y(lane.caseness), named: true };
  const baseline = lane.baseline
    ? [{ text: `baseline ${lane.baseline.score}`, y: y(lane.baseline.score), named: true }]
    : [];
  return [...ticks, caseness, ...baseline];
}

/** In narrow drawings the named lines are named above. */
function headerOf({ frame, lane }: GroundProps): string {
  if (!frame.narrow) return "";
  const baseline = lane.baseline ? `baseline ${lane.baseline.score} (dashes)` : "no baseline";
  return `${baseline}, caseness ${lane.caseness} (dots)`;
}

/** Severity bands with their names, weeks, holes, and the baseline and caseness lines. */
export function ScoreGround({ frame, lane }: GroundProps) {
  const area = usePlotArea();
  const scaleY = useYAxisScale();
  if (!area || !scaleY) return null;
  const y = (score: number) => scaleY(score) ?? area.y;
  const drawn: Drawn = { frame, lane, y, bottom: area.y + area.height };
  return (
    <g>
      <Bands {...drawn} />
      <Weeks {...drawn} />
      <NamedLines {...drawn} />
      <Holes {...drawn} />
      <path className={classes.edge} d={`M${frame.scale.left} ${drawn.bottom}H${frame.scale.right}`} />
      {placeLabels(labelsOf(drawn)).map((label) => (
        <text key={label.text} x={frame.scale.left - 6} y={label.y + 4} textAnchor="end">
          {label.text}
        </text>
      ))}
      {frame.narrow ? <rect width={frame.width} height={HEADER} fill="var(--paper)" /> : null}
      <text className={classes.name} x={0} y={13}>
        {lane.name}
      </text>
      <text x={52} y={13}>
        {headerOf({ frame, lane })}
      </text>
    </g>
  );
}
