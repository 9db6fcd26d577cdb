import { SCREEN_MARK_SIGNS } from "../ui/marks/screens.ts";
import { counted } from "../ui/numbers.ts";
import type { Frame } from "./frame.ts";
import { Lane, RecordMark } from "./Lane.tsx";
import { levelsUsed, packLevels } from "./pack.ts";
import { inRange, xOf } from "./time-scale.ts";
import classes from "./timeline.module.css";

const WIDTH = 12;
const STEP = 15;

/** One sign a screen on the day it was collected, or was to be. */
export function ScreenLane({ frame }: { frame: Frame }) {
  const inside = frame.picture.screens.filter(({ on }) => inRange(frame.scale, on));
  const packed = packLevels(
    inside.map((item) => ({ item, x: xOf(frame.scale, item.on) })),
    { width: WIDTH, levels: 3 },
  );
  const height = levelsUsed(packed) * STEP + 9;
  const sentence = `${counted(frame.picture.screens.length, "drug screen")}.`;
  return (
    <Lane frame={frame} name="Screens" height={height} sentence={sentence}>
      {packed.map(({ item, x, level }) => {
        const sign = SCREEN_MARK_SIGNS[item.mark];
        const y = 11 + level * STEP;
        return (
          <RecordMark
            key={item.screenId}
            frame={frame}
            type="screen"
            id={item.screenId}
            at={{ x, y }}
            reach={9}
          >
            <text
              className={classes.letter}
              x={x}
              y={y + 4.5}
              textAnchor="middle"
              style={{ fill: sign.tone }}
            >
              {sign.symbol}
            </text>
          </RecordMark>
        );
      })}
      {inside.length === 0 ? (
        <text x={frame.scale.left} y={15}>
          no screens
        </text>
      ) : null}
    </Lane>
  );
}
