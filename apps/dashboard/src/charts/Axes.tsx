import { addDays, type CalendarDate, type LevelOfCare } from "@soundings/clinical";
import { dateWords } from "../ui/dates.ts";
import { LEVEL_MARKS } from "../ui/marks/levels.ts";
import { evidenceKey } from "./evidence.ts";
import type { Frame } from "./frame.ts";
import { Lane } from "./Lane.tsx";
import { clampX, inRange, weekTicks, xStart } from "./time-scale.ts";
import classes from "./timeline.module.css";

/** More support, more ink. */
const LEVEL_INK: Readonly<Record<LevelOfCare, number>> = { residential: 10, php: 7, iop: 3.5, op: 1 };

const NUMBER_WIDTH = 16;

interface PlacementSpan {
  readonly id: string;
  readonly level: LevelOfCare;
  readonly left: number;
  readonly right: number;
}

function placementSpans({ picture, scale }: Frame): PlacementSpan[] {
  return picture.placements
    .filter(({ from, to }) => from <= scale.to && (to === null || to >= scale.from))
    .map(({ levelOfCare, from, to }) => ({
      id: `${picture.episodeId}/${from}`,
      level: levelOfCare,
      left: clampX(scale, xStart(scale, from)),
      right: clampX(scale, to ? xStart(scale, addDays(to, 1)) : scale.right),
    }))
    .filter(({ left, right }) => right > left);
}

/** Behind all lanes: placements as bands, weeks as lines, admission and discharge as edges. */
export function TimelineGround({ frame }: { frame: Frame }) {
  const { picture, scale } = frame;
  const ends = frame.stays.flatMap(({ admittedOn, dischargedOn }) => [admittedOn, dischargedOn]);
  const edges = new Set(ends.filter((date): date is CalendarDate => date !== null && inRange(scale, date)));
  return (
    <svg
      className={classes.ground}
      style={{ width: frame.width }}
      viewBox={`0 0 ${frame.width} 100`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {placementSpans(frame).map(({ id, level, left, right }) => (
        <rect
          key={id}
          x={left}
          y={0}
          width={right - left}
          height={100}
          fill="var(--ink)"
          fillOpacity={LEVEL_INK[level] / 100}
        />
      ))}
      {weekTicks(scale, picture.admittedOn, 0).map((tick) => {
        const x = xStart(scale, tick.start);
        return <path key={tick.week} className={classes.week} d={`M${x} 0V100`} />;
      })}
      {[...edges].map((date) => (
        <path key={date} className={classes.edge} d={`M${xStart(scale, date)} 0V100`} />
      ))}
    </svg>
  );
}

/** Levels of care by name, and below them the program weeks. */
export function WeekAxis({ frame }: { frame: Frame }) {
  const { picture, scale } = frame;
  const spans = placementSpans(frame);
  const weekWidth = 7 * scale.dayWidth;
  const sentence = `Placements: ${spans.map(({ level }) => LEVEL_MARKS[level].word).join(", then ") || "no data"}.`;
  return (
    <Lane frame={frame} height={36} sentence={sentence}>
      {spans.map(({ id, level, left, right }) => {
        const lit = frame.chosen?.has(evidenceKey("placement", id));
        const name = LEVEL_MARKS[level].symbol ?? level;
        return right - left > name.length * 7 + 10 ? (
          <text key={id} className={lit ? classes.name : classes.ink} x={left + 4} y={13}>
            {name}
            {lit ? " ◂" : ""}
          </text>
        ) : null;
      })}
      <text x={frame.narrow ? 0 : scale.left - 6} y={30} textAnchor={frame.narrow ? "start" : "end"}>
        {frame.narrow ? "wk" : "week"}
      </text>
      {weekTicks(scale, picture.admittedOn, 20)
        .filter(({ week, labeled }) => week >= 0 && labeled)
        .map(({ week, start }) => {
          const left = xStart(scale, start);
          const right = Math.min(scale.right, left + weekWidth);
          return right - left + 1 < Math.min(weekWidth, NUMBER_WIDTH) ? null : (
            <text key={week} x={(left + right) / 2} y={30} textAnchor="middle">
              {week + 1}
            </text>
          );
        })}
    </Lane>
  );
}

/** Dates of the first days of weeks, where their words find room. */
export function DateAxis({ frame }: { frame: Frame }) {
  const { picture, scale } = frame;
  const ticks = weekTicks(scale, picture.admittedOn, 52).filter(({ labeled }) => labeled);
  const sentence = `${dateWords(scale.from)} to ${dateWords(scale.to)}.`;
  return (
    <Lane frame={frame} height={20} sentence={sentence}>
      {ticks.map(({ week, start }) => {
        const x = xStart(scale, start);
        return x > scale.right - 20 ? null : (
          <text key={week} x={x + 3} y={15}>
            {dateWords(start, start)}
          </text>
        );
      })}
    </Lane>
  );
}
