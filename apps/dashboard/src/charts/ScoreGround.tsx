import type { MeasureLane, MeasureWeek } from "@soundings/clinical";
import { Fragment } from "react";
import { usePlotArea, useYAxisScale } from "recharts";
import { tintOfBand } from "../ui/marks/severity.ts";
import { WEEK_MARKS } from "../ui/marks/weeks.ts";
import { type AxisLabel, placeLabels } from "./axis-labels.ts";
import { type Frame, HEADER } from "./frame.ts";
import { type ScoreLine, scoreLines } from "./score-lines.ts";
import { gapsOf } from "./stays.ts";
import { clampX, weekTicks, xOf, xStart } from "./time-scale.ts";
import classes from "./timeline.module.css";

interface GroundProps {
  readonly frame: Frame;
  readonly lane: MeasureLane;
}

interface Drawn extends GroundProps {
  readonly lines: readonly ScoreLine[];
  readonly y: (score: number) => number;
  readonly bottom: number;
}

const LINE = 13;
/** From here on a label does not touch the name of the lane. */
const BELOW_NAME = 24;
const FIRST_LINE = 3.5;
const BETWEEN_WIDTH = 90;
/** From here on a gap has room for the word of its reason. */
const WORD_WIDTH = 64;

interface BandNameProps {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** Long names stand on two lines. */
function BandName({ name, x, y }: BandNameProps) {
  const words = name.split(" ");
  const top = y + 4 - ((words.length - 1) * LINE) / 2;
  return words.map((word, place) => (
    <text key={word} x={x} y={top + place * LINE}>
      {word}
    </text>
  ));
}

function Bands({ frame, lane, y, bottom }: Drawn) {
  if (!frame.lines.has("bands")) return null;
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
        {frame.narrow ? null : (
          <rect
            x={right + 66}
            y={top + 0.5}
            width={5}
            height={base - top - 1}
            fill={tintOfBand(band.name)}
            className={classes.swatch}
          />
        )}
        <BandName name={band.name} x={right + (frame.narrow ? 24 : 78)} y={(top + base) / 2} />
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

/** Why a gap is one: in a word where it has room, else by its letter. */
function GapWords({
  week,
  width,
  ...place
}: {
  week: MeasureWeek | null;
  width: number;
  x: number;
  y: number;
}) {
  if (week === null) {
    return width > BETWEEN_WIDTH ? (
      <text {...place} textAnchor="middle">
        between stays
      </text>
    ) : null;
  }
  const { symbol, word } = WEEK_MARKS[week.state];
  const isWord = Boolean(symbol) && width >= WORD_WIDTH;
  return (
    <text {...place} className={isWord ? undefined : classes.letter} textAnchor="middle">
      {isWord ? word : symbol}
    </text>
  );
}

/** A week without a measure, and a time between stays, is cut out of the ground. */
function Gaps({ frame, lane, y, bottom }: Drawn) {
  const top = y(lane.max) - FIRST_LINE;
  return gapsOf(frame.stays, lane.instrument).map(({ week, from, to }) => {
    const left = clampX(frame.scale, xStart(frame.scale, from));
    const right = clampX(frame.scale, xStart(frame.scale, to) + frame.scale.dayWidth);
    if (right <= left) return null;
    return (
      <g key={from} data-hole={week?.week ?? "between"}>
        <rect x={left} y={top} width={right - left} height={bottom - top} fill="var(--paper)" />
        <GapWords week={week} width={right - left} x={(left + right) / 2} y={bottom - 8} />
      </g>
    );
  });
}

/** Where the days of the page's own stay end: its baseline says nothing of a later one. */
function lineEnd({ scale, stays }: Frame): number {
  const own = stays[0];
  return own === undefined ? scale.right : clampX(scale, xStart(scale, own.to) + scale.dayWidth);
}

function NamedLines({ frame, lines, y }: Drawn) {
  const end = lineEnd(frame);
  return lines.map(({ id, score, from }) => {
    const start = from ? clampX(frame.scale, xOf(frame.scale, from)) : frame.scale.left;
    const right = from ? end : frame.scale.right;
    if (right <= start) return null;
    return <path key={id} className={classes.quiet} data-line={id} d={`M${start} ${y(score)}H${right}`} />;
  });
}

function labelsOf({ frame, lane, lines, y }: Drawn): AxisLabel[] {
  const ticks = lane.bands.map(({ from }) => ({ text: String(from), y: y(from), named: false }));
  if (frame.narrow) return ticks;
  return [...ticks, ...lines.map(({ text, score }) => ({ text, y: y(score), named: true }))];
}

/** Each beside what it names, with a short line to it where it had to move. */
function Labels(drawn: Drawn) {
  const { frame } = drawn;
  const { left } = frame.scale;
  return placeLabels(labelsOf(drawn), frame.narrow ? undefined : BELOW_NAME).map(({ text, y, of }) => (
    <Fragment key={text}>
      <text x={left - 7} y={y + 4} textAnchor="end">
        {text}
      </text>
      {Math.abs(of - y) > 2 ? (
        <path className={classes.leader} d={`M${left - 5} ${y}L${left} ${of}`} />
      ) : null}
    </Fragment>
  ));
}

/** In narrow drawings the named lines are named above. */
function headerOf({ frame, lane, lines }: Drawn): string {
  if (!frame.narrow) return "";
  const reliable = lines.some(({ id }) => id === "worse" || id === "better");
  const words = lines
    .filter(({ id }) => id === "baseline" || id === "caseness")
    .map(({ id, text }) => `${text} (${id === "baseline" ? "dashes" : "dots"})`);
  return [...words, ...(reliable ? [`±${lane.reliableChange} reliable (dash-dot)`] : [])].join(", ");
}

/** Severity bands with their names, weeks, gaps, and the named lines. */
export function ScoreGround({ frame, lane }: GroundProps) {
  const area = usePlotArea();
  const scaleY = useYAxisScale();
  if (!area || !scaleY) return null;
  const y = (score: number) => scaleY(score) ?? area.y;
  const lines = scoreLines(lane, frame.lines);
  const drawn: Drawn = { frame, lane, lines, y, bottom: area.y + area.height };
  return (
    <g>
      <Bands {...drawn} />
      <Weeks {...drawn} />
      <Gaps {...drawn} />
      <NamedLines {...drawn} />
      <path className={classes.edge} d={`M${frame.scale.left} ${drawn.bottom}H${frame.scale.right}`} />
      <Labels {...drawn} />
      {frame.narrow ? <rect width={frame.width} height={HEADER} fill="var(--paper)" /> : null}
      <text className={classes.name} x={0} y={13}>
        {lane.name}
      </text>
      <text x={52} y={13}>
        {headerOf(drawn)}
      </text>
    </g>
  );
}
