import { signOfScreen } from "../ui/marks/screens.ts";
import { counted } from "../ui/numbers.ts";
import { standingOf } from "./evidence.ts";
import type { Frame } from "./frame.ts";
import { Lane, MoreMarks, RecordMark } from "./Lane.tsx";
import { levelsUsed, packLevels } from "./pack.ts";
import { inRange, xOf } from "./time-scale.ts";
import classes from "./timeline.module.css";

const WIDTH = 12;
const STEP = 15;

/** One sign a screen on the day it was collected, or was to be. */
export function ScreenLane({ frame }: { frame: Frame }) {
  const inside = frame.picture.screens.filter(({ on }) => inRange(frame.scale, on));
  const packing = packLevels(
    inside.map((item) => ({
      item,
      x: xOf(frame.scale, item.on),
      first: standingOf(frame.chosen, "screen", item.screenId) === "lit",
    })),
    { width: WIDTH, levels: 4 },
  );
  const levels = levelsUsed(packing);
  const height = levels * STEP + 9;
  const sentence = `${counted(frame.picture.screens.length, "drug screen")}.`;
  return (
    <Lane frame={frame} name="Screens" height={height} sentence={sentence}>
      {packing.packed.map(({ item, x, level }) => {
        const sign = signOfScreen(item);
        const y = 11 + level * STEP;
        return (
          <RecordMark
            key={item.screenId}
            frame={frame}
            type="screen"
            id={item.screenId}
            at={{ x, y }}
            reach={10}
          >
            {item.mark === "new_positive" ? (
              <rect x={x - 7} y={y - 7} width={14} height={14} rx={2} fill="none" stroke={sign.tone} />
            ) : null}
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
      {packing.clusters.map(({ items, x }) => {
        const records = items.map(({ screenId }) => ({ type: "screen" as const, id: screenId }));
        return <MoreMarks key={x} frame={frame} records={records} x={x} y={(levels - 1) * STEP + 15} />;
      })}
      {inside.length === 0 ? (
        <text x={frame.scale.left + 4} y={15}>
          no screens
        </text>
      ) : null}
    </Lane>
  );
}
