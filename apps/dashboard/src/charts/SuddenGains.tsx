import type { MeasureLane, SuddenGain } from "@soundings/clinical";
import { dateWords } from "../ui/dates.ts";
import { SUDDEN_GAIN } from "../ui/marks/points.ts";
import type { Frame } from "./frame.ts";
import { inRange, xOf } from "./time-scale.ts";
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
      const isRoomy = end + 8 + words.length * 6.2 < scale.right;
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
          <text
            className={classes.halo}
            x={isRoomy ? end + 7 : start}
            y={isRoomy ? (top + foot) / 2 : top - 6}
            textAnchor={isRoomy ? "start" : "end"}
          >
            {words}
          </text>
        </g>
      );
    });
}
