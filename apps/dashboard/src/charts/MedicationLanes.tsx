import type { MedicationLane } from "@soundings/clinical";
import { GlyphAt } from "../ui/marks/Glyph.tsx";
import { MEDICATION_MARKS } from "../ui/marks/medication.ts";
import type { Frame } from "./frame.ts";
import { Lane, RecordMark } from "./Lane.tsx";
import { barLabels } from "./medication-text.ts";
import { clampX, inRange, xOf, xStart } from "./time-scale.ts";
import classes from "./timeline.module.css";

const HEIGHT = 36;
const BASE = 32;

function barHeight(step: number | null): number {
  return step === null ? 8 : 4 + step * 10;
}

function Bars({ frame, lane }: { frame: Frame; lane: MedicationLane }) {
  const { scale } = frame;
  return lane.segments.map((segment) => {
    const left = clampX(scale, xStart(scale, segment.from));
    const right = clampX(scale, segment.to ? xStart(scale, segment.to) + scale.dayWidth : scale.right);
    const height = barHeight(segment.step);
    return right > left ? (
      <rect
        key={segment.from}
        className={frame.chosen ? `${classes.bar} ${classes.dim}` : classes.bar}
        x={left}
        y={BASE - height}
        width={right - left}
        height={height}
      />
    ) : null;
  });
}

function Changes({ frame, lane }: { frame: Frame; lane: MedicationLane }) {
  return lane.changes
    .filter(({ on }) => inRange(frame.scale, on))
    .map((change) => {
      const at = { x: xOf(frame.scale, change.on), y: BASE - 7 };
      return (
        <RecordMark
          key={change.medicationChangeId}
          frame={frame}
          type="medication_change"
          id={change.medicationChangeId}
          at={at}
          reach={11}
        >
          <GlyphAt mark={MEDICATION_MARKS[change.change]} x={at.x} y={at.y} size={12} height={14} />
        </RecordMark>
      );
    });
}

function sentenceOf(lane: MedicationLane): string {
  const changes = lane.changes.map((change) => change.text).join("; ");
  return `${lane.medication}: ${changes === "" ? "no change in this time" : changes}.`;
}

/** One bar a medication; its height steps with the dose, its start and stop are marked. */
export function MedicationLanes({ frame }: { frame: Frame }) {
  return frame.picture.medications.map((lane, place) => (
    <Lane
      key={lane.medication}
      frame={frame}
      {...(place === 0 ? { name: "Medication" } : {})}
      height={HEIGHT}
      sentence={sentenceOf(lane)}
    >
      <Bars frame={frame} lane={lane} />
      <Changes frame={frame} lane={lane} />
      {barLabels(lane, frame.scale).map((label) => (
        <text key={`${label.x}`} className={`${classes.dose} ${classes.halo}`} x={label.x} y={15}>
          {label.text}
        </text>
      ))}
    </Lane>
  ));
}
