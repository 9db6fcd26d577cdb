import type { CalendarDate } from "@soundings/clinical";
import { FlagAt } from "../ui/marks/Flag.tsx";
import { GlyphAt } from "../ui/marks/Glyph.tsx";
import { NOTE_MARK } from "../ui/marks/notes.ts";
import { counted } from "../ui/numbers.ts";
import { standingOf } from "./evidence.ts";
import type { Frame } from "./frame.ts";
import { Lane, MoreMarks, RecordMark } from "./Lane.tsx";
import { levelsUsed, packLevels } from "./pack.ts";
import { inRange, xOf } from "./time-scale.ts";
import classes from "./timeline.module.css";

interface Flag {
  readonly type: "event" | "decision" | "note";
  readonly id: string;
  readonly on: CalendarDate;
  readonly letter: string;
}

const WIDTH = 15;
const STEP = 16;
const LEVELS = 4;

/** On a day that has no room for all, what happened goes before what was decided and noted. */
function flagsOf(frame: Frame): Flag[] {
  const { events, decisions, notes } = frame.picture;
  return [
    ...events.map((mark): Flag => ({ type: "event", id: mark.eventId, on: mark.on, letter: mark.letter })),
    ...decisions.map(
      (mark): Flag => ({ type: "decision", id: mark.decisionId, on: mark.on, letter: mark.letter }),
    ),
    ...notes.map((mark): Flag => ({ type: "note", id: mark.noteId, on: mark.on, letter: "" })),
  ].filter((flag) => inRange(frame.scale, flag.on));
}

function Sign({ type, letter, x, y }: Pick<Flag, "type" | "letter"> & { x: number; y: number }) {
  if (type === "note") return <GlyphAt mark={NOTE_MARK} x={x} y={y - 1} size={12} weight={1.2} />;
  return <FlagAt type={type} letter={letter} x={x} y={y} />;
}

/** Events and decisions as flags and notes as sheets, the nearest to the line first. */
export function EventLane({ frame }: { frame: Frame }) {
  const flags = flagsOf(frame).map((item) => ({
    item,
    x: xOf(frame.scale, item.on),
    first: standingOf(frame.chosen, item.type, item.id) === "lit",
  }));
  const packing = packLevels(flags, { width: WIDTH + 1, levels: LEVELS });
  const levels = levelsUsed(packing);
  const height = levels * STEP + 8;
  const { events, decisions, notes } = frame.picture;
  const sentence = `${counted(events.length, "event")}, ${counted(decisions.length, "decision")}, ${counted(notes.length, "note")}.`;
  return (
    <Lane frame={frame} name="Events" height={height} sentence={sentence}>
      {packing.packed.map(({ item, x, level }) => {
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
            <Sign type={item.type} letter={item.letter} x={middle} y={y} />
          </RecordMark>
        );
      })}
      {packing.clusters.map(({ items, x }) => (
        <MoreMarks key={x} frame={frame} records={items} x={x} y={height - 6 - (levels - 1) * STEP} />
      ))}
      <path className={classes.edge} d={`M${frame.scale.left} ${height - 0.5}H${frame.scale.right}`} />
    </Lane>
  );
}
