import type { CalendarDate } from "@soundings/clinical";
import { FlagAt } from "../ui/marks/Flag.tsx";
import type { Frame } from "./frame.ts";
import { Lane, RecordMark } from "./Lane.tsx";
import { levelsUsed, packLevels } from "./pack.ts";
import { inRange, xOf } from "./time-scale.ts";
import classes from "./timeline.module.css";

interface Flag {
  readonly type: "event" | "decision";
  readonly id: string;
  readonly on: CalendarDate;
  readonly letter: string;
}

const WIDTH = 15;
const STEP = 16;
const LEVELS = 4;

function flagsOf(frame: Frame): Flag[] {
  const { events, decisions } = frame.picture;
  return [
    ...decisions.map(
      (mark): Flag => ({ type: "decision", id: mark.decisionId, on: mark.on, letter: mark.letter }),
    ),
    ...events.map((mark): Flag => ({ type: "event", id: mark.eventId, on: mark.on, letter: mark.letter })),
  ].filter((flag) => inRange(frame.scale, flag.on));
}

/** Events and decisions as flags, the nearest to the line first. */
export function EventLane({ frame }: { frame: Frame }) {
  const flags = flagsOf(frame).map((item) => ({ item, x: xOf(frame.scale, item.on) }));
  const packed = packLevels(flags, { width: WIDTH + 1, levels: LEVELS });
  const height = levelsUsed(packed) * STEP + 8;
  const { events, decisions } = frame.picture;
  const sentence = `Events: ${events.length}. Decisions: ${decisions.length}.`;
  return (
    <Lane frame={frame} name="Events" height={height} sentence={sentence}>
      {packed.map(({ item, x, level }) => {
        const y = height - 10 - level * STEP;
        const middle = x + WIDTH / 2 - 0.5;
        return (
          <RecordMark
            key={`${item.type}${item.id}`}
            frame={frame}
            type={item.type}
            id={item.id}
            at={{ x: middle, y: y - 1 }}
            reach={11}
          >
            <path className={classes.pole} d={`M${x} ${y - 7}V${height}`} />
            <FlagAt type={item.type} letter={item.letter} x={middle} y={y} />
          </RecordMark>
        );
      })}
      <path className={classes.edge} d={`M${frame.scale.left} ${height - 0.5}H${frame.scale.right}`} />
    </Lane>
  );
}
