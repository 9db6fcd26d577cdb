import type { ReactNode } from "react";
import { GlyphAt } from "../ui/marks/Glyph.tsx";
import { CORRECTED } from "../ui/marks/states.ts";
import { evidenceKey, type RecordType, standingOf } from "./evidence.ts";
import { type Frame, HEADER } from "./frame.ts";
import classes from "./timeline.module.css";

interface LaneProps {
  readonly frame: Frame;
  /** What the lane is of; in the margin, or above where there is none. */
  readonly name?: string;
  readonly height: number;
  /** The whole lane in one sentence, for whoever does not see it. */
  readonly sentence: string;
  readonly children: ReactNode;
}

/** One lane as a drawing of its own on the common scale. */
export function Lane({ frame, name, height, sentence, children }: LaneProps) {
  const header = frame.narrow && name ? HEADER : 0;
  const full = header + height;
  return (
    <svg
      className={classes.lane}
      width={frame.width}
      height={full}
      viewBox={`0 0 ${frame.width} ${full}`}
      focusable="false"
      role="img"
      aria-label={sentence}
    >
      {header > 0 ? <rect width={frame.width} height={header} fill="var(--paper)" /> : null}
      {name ? (
        <text className={classes.name} x={0} y={frame.narrow ? 13 : 15}>
          {name}
        </text>
      ) : null}
      <g transform={`translate(0 ${header})`}>{children}</g>
    </svg>
  );
}

interface RecordMarkProps {
  readonly frame: Frame;
  readonly type: RecordType;
  readonly id: string;
  readonly at: { readonly x: number; readonly y: number };
  /** Half the size of the ring around a chosen record. */
  readonly reach: number;
  readonly children: ReactNode;
}

/** A drawn record: ringed when the chosen finding rests on it, faint when it rests on others. */
export function RecordMark({ frame, type, id, at, reach, children }: RecordMarkProps) {
  const standing = standingOf(frame.chosen, type, id);
  const corrected = frame.corrected.has(evidenceKey(type, id));
  return (
    <g
      className={standing === "dim" ? classes.dim : undefined}
      data-record={`${type}:${id}`}
      data-standing={standing}
    >
      {children}
      {standing === "lit" ? <circle className={classes.ring} cx={at.x} cy={at.y} r={reach} /> : null}
      {corrected ? <GlyphAt mark={CORRECTED} x={at.x} y={at.y + reach + 4} size={9} /> : null}
    </g>
  );
}

interface MoreMarksProps {
  readonly frame: Frame;
  readonly records: readonly { readonly type: RecordType; readonly id: string }[];
  readonly x: number;
  readonly y: number;
}

/** How many records stand here without a mark of their own. Each is counted and can be found by its key. */
export function MoreMarks({ frame, records, x, y }: MoreMarksProps) {
  return (
    <g>
      {records.map(({ type, id }) => (
        <g
          key={`${type}:${id}`}
          data-record={`${type}:${id}`}
          data-standing={standingOf(frame.chosen, type, id)}
        />
      ))}
      <text className={frame.chosen ? classes.dim : undefined} x={x} y={y}>
        +{records.length}
      </text>
    </g>
  );
}
