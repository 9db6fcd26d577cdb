import type { MeasureLane, SuddenGain } from "@soundings/clinical";
import { dateWords } from "../ui/dates.ts";
import { SUDDEN_GAIN } from "../ui/marks/points.ts";
import type { Frame } from "./frame.ts";
import { inRange, type TimeScale, xOf } from "./time-scale.ts";
import classes from "./timeline.module.css";

interface GainsProps {
  readonly frame: Frame;
  readonly lane: MeasureLane;
  readonly y: (score: number) => number;
}

const POINT = 7;
const HEAD = 5;

function gainWords({ reversedOn, to }: SuddenGain): string {
  return reversedOn ? `${SUDDEN_GAIN.word}, reversed ${dateWords(reversedOn, to.on)}` : SUDDEN_GAIN.word;
}

/** Beside the arrow, else above its start; nowhere where neither has room: the card says it. */
function placeOf(
  width: number,
  { start, end, top, foot }: Readonly<Record<"start" | "end" | "top" | "foot", number>>,
  { left, right }: TimeScale,
) {
  if (end + 8 + width < right) return { x: end + 7, y: (top + foot) / 2, textAnchor: "start" } as const;
  return end - width > left
    ? ({ x: Math.max(start, left + width), y: top - 6, textAnchor: "end" } as const)
    : null;
}

/** From the height of the first score down to the second, beside the line and never on it. For information only. */
export function SuddenGains({ frame, lane, y }: GainsProps) {
  const { scale } = frame;
  return lane.gains
    .filter(({ from, to }) => inRange(scale, from.on) && inRange(scale, to.on))
    .map((gain) => {
      const start = xOf(scale, gain.from.on) + POINT;
      const end = Math.max(start, xOf(scale, gain.to.on));
      const [top, foot] = [y(gain.from.score), y(gain.to.score) - POINT];
      const words = gainWords(gain);
      const place = placeOf(words.length * 6.2, { start, end, top, foot }, scale);
      return (
        <g
          key={gain.to.assessmentId}
          className={frame.chosen ? classes.dim : undefined}
          data-gain={gain.to.assessmentId}
        >
          <path className={classes.gain} d={`M${start} ${top}H${end}V${foot - HEAD}`} />
          <path
            className={classes.gainHead}
            d={`M${end - 3.5} ${foot - HEAD}H${end + 3.5}L${end} ${foot}Z`}
          />
          {place ? (
            <text className={classes.halo} {...place}>
              {words}
            </text>
          ) : null}
        </g>
      );
    });
}
