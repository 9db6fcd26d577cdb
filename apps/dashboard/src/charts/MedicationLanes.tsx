import type { MedicationLane, ReviewWindow } from "@soundings/clinical";
import { useState } from "react";
import { dateWords } from "../ui/dates.ts";
import { GlyphAt } from "../ui/marks/Glyph.tsx";
import { INJECTION_MARK, MEDICATION_MARKS } from "../ui/marks/medication.ts";
import { counted } from "../ui/numbers.ts";
import type { Frame } from "./frame.ts";
import { Lane, RecordMark } from "./Lane.tsx";
import { type MedicationRow, medicationRows } from "./medication-rows.ts";
import { barLabels, heldTo } from "./medication-text.ts";
import { clampX, inRange, xOf, xStart } from "./time-scale.ts";
import classes from "./timeline.module.css";

/** Heights of one row: of all of it, of its ground line, of its text, and of a bar at its full dose. */
interface Sizes {
  readonly height: number;
  readonly base: number;
  readonly text: number;
  readonly bar: number;
}

const ROOMY: Sizes = { height: 36, base: 32, text: 15, bar: 14 };
const LOW: Sizes = { height: 24, base: 22, text: 12, bar: 8 };

interface RowProps {
  readonly frame: Frame;
  readonly row: MedicationRow;
  readonly sizes: Sizes;
}

function barHeight(step: number | null, { bar }: Sizes): number {
  return step === null ? bar * 0.55 : bar * (0.28 + 0.72 * step);
}

function Bars({ frame, row, sizes }: RowProps) {
  const { scale } = frame;
  return row.lane.segments.map((segment) => {
    const left = clampX(scale, xStart(scale, segment.from));
    const right = clampX(scale, segment.to ? xStart(scale, segment.to) + scale.dayWidth : scale.right);
    const height = barHeight(segment.step, sizes);
    return right > left ? (
      <rect
        key={segment.from}
        className={frame.chosen ? `${classes.bar} ${classes.dim}` : classes.bar}
        x={left}
        y={sizes.base - height}
        width={right - left}
        height={height}
      />
    ) : null;
  });
}

function Changes({ frame, row, sizes }: RowProps) {
  return row.lane.changes
    .filter(({ on }) => inRange(frame.scale, on))
    .map((change) => {
      const at = { x: xOf(frame.scale, change.on), y: sizes.base - sizes.bar / 2 };
      return (
        <RecordMark
          key={change.medicationChangeId}
          frame={frame}
          type="medication_change"
          id={change.medicationChangeId}
          at={at}
          reach={11}
        >
          <GlyphAt
            mark={MEDICATION_MARKS[change.change]}
            x={at.x}
            y={at.y}
            size={Math.min(12, sizes.bar)}
            height={sizes.bar}
          />
        </RecordMark>
      );
    });
}

function Injections({ frame, row, sizes }: RowProps) {
  const isNamed = row.lane.segments.length > 0;
  return row.injections
    .filter(({ on }) => inRange(frame.scale, on))
    .map(({ injectionId, on }, place) => {
      const at = { x: xOf(frame.scale, on), y: sizes.base - sizes.bar / 2 };
      return (
        <RecordMark key={injectionId} frame={frame} type="injection" id={injectionId} at={at} reach={10}>
          <GlyphAt mark={INJECTION_MARK} x={at.x} y={at.y} size={Math.min(12, sizes.bar + 2)} />
          {place > 0 || isNamed ? null : (
            <text className={`${classes.dose} ${classes.halo}`} x={at.x - 4} y={sizes.text}>
              {heldTo(row.lane.medication, frame.scale.right - at.x)}
            </text>
          )}
        </RecordMark>
      );
    });
}

function Windows({
  frame,
  windows,
  sizes,
}: {
  frame: Frame;
  windows: readonly ReviewWindow[];
  sizes: Sizes;
}) {
  const { scale } = frame;
  return windows.map(({ name, from, to, state }) => {
    const left = clampX(scale, xStart(scale, from));
    const right = clampX(scale, xStart(scale, to) + scale.dayWidth);
    if (right <= left) return null;
    return (
      <g key={name} data-window={state}>
        <rect className={classes.window} x={left} y={18} width={right - left} height={sizes.height - 18} />
        <path className={classes.windowEdge} d={`M${left} 18V${sizes.height}M${right} 18V${sizes.height}`} />
        {right - left > name.length * 6.4 ? (
          <text className={classes.halo} x={(left + right) / 2} y={sizes.height + 11} textAnchor="middle">
            {name}
          </text>
        ) : null}
      </g>
    );
  });
}

/** Room for the names of the windows under a row that has them. */
const NAMES = 16;

function windowsOf({ windows }: Frame, lane: MedicationLane): readonly ReviewWindow[] {
  if (windows === null) return [];
  const isOf =
    windows.medication === null || windows.medication.toLowerCase() === lane.medication.toLowerCase();
  return isOf ? windows.windows : [];
}

function sentenceOf({ lane, injections }: MedicationRow, windows: readonly ReviewWindow[]): string {
  const parts = [
    ...lane.changes.map((change) => change.text),
    ...injections.map(({ text, on }) => `${text} on ${dateWords(on)}`),
    ...windows.map(({ name, from, to }) => `review at ${name}, ${dateWords(from)} to ${dateWords(to)}`),
  ];
  return `${lane.medication}: ${parts.length === 0 ? "no change in this time" : parts.join("; ")}.`;
}

function Row({ frame, row, sizes, name }: RowProps & { name: string | undefined }) {
  const windows = windowsOf(frame, row.lane);
  const labels = barLabels(row.lane, frame.scale);
  return (
    <Lane
      frame={frame}
      {...(name === undefined ? {} : { name })}
      height={sizes.height + (windows.length > 0 ? NAMES : 0)}
      sentence={sentenceOf(row, windows)}
    >
      <Windows frame={frame} windows={windows} sizes={sizes} />
      <Bars frame={frame} row={row} sizes={sizes} />
      <Changes frame={frame} row={row} sizes={sizes} />
      <Injections frame={frame} row={row} sizes={sizes} />
      {labels.map((label) => (
        <text key={`${label.x}`} className={`${classes.dose} ${classes.halo}`} x={label.x} y={sizes.text}>
          {label.text}
        </text>
      ))}
    </Lane>
  );
}

function NoMedication({ frame }: { frame: Frame }) {
  return (
    <Lane frame={frame} name="Medication" height={24} sentence="No medication is recorded.">
      <text x={frame.scale.left + 4} y={15}>
        none recorded
      </text>
    </Lane>
  );
}

/** One bar a medication; its height steps with the dose, its start and stop are marked. */
export function MedicationLanes({ frame }: { frame: Frame }) {
  const [open, setOpen] = useState(false);
  const { rows, folded, low } = medicationRows(frame.picture, frame.scale);
  const drawn = open ? [...rows, ...folded] : rows;
  if (drawn.length + folded.length === 0) return <NoMedication frame={frame} />;
  return (
    <>
      {drawn.map((row, place) => (
        <Row
          key={row.lane.medication}
          frame={frame}
          row={row}
          sizes={low ? LOW : ROOMY}
          name={place === 0 ? "Medication" : undefined}
        />
      ))}
      {folded.length > 0 ? (
        <button
          type="button"
          className={classes.more}
          style={{ marginInlineStart: frame.narrow ? 0 : frame.scale.left }}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? "Fold" : "and"} {counted(folded.length, "more medication")}
          {open ? "" : ", nothing of them in these days"}
        </button>
      ) : null}
    </>
  );
}
