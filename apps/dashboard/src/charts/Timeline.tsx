import { useElementSize } from "@mantine/hooks";
import { addDays, type EpisodePicture, type Evidence } from "@soundings/clinical";
import { memo, useMemo, useState } from "react";
import { dateWords } from "../ui/dates.ts";
import { AttendanceLane } from "./AttendanceLane.tsx";
import { DateAxis, TimelineGround, WeekAxis } from "./Axes.tsx";
import { Crosshair } from "./Crosshair.tsx";
import { EventLane } from "./EventLane.tsx";
import { evidenceSet } from "./evidence.ts";
import { type Frame, frameScale, isNarrow, SPANS, type SpanId } from "./frame.ts";
import { MedicationLanes } from "./MedicationLanes.tsx";
import { ScoreLane } from "./ScoreLane.tsx";
import { ScreenLane } from "./ScreenLane.tsx";
import { SpanControl } from "./SpanControl.tsx";
import type { TimeRange } from "./time-scale.ts";
import classes from "./timeline.module.css";
import { usePrinting } from "./use-printing.ts";

const NONE: ReadonlySet<string> = new Set();
const FIRST_WIDTH = 900;
/** Within the margins of a sheet of Letter or A4 at 96 pixels an inch. */
const PAPER_WIDTH = 690;

/** The chosen part of the stay; the whole of it where a chosen finding rests on something earlier. */
function rangeOf(picture: EpisodePicture, span: SpanId, evidence: readonly Evidence[] | null): TimeRange {
  const whole = { from: picture.from, to: picture.to };
  const days = SPANS.find(({ id }) => id === span)?.days ?? null;
  if (days === null) return whole;
  const from = addDays(picture.to, 1 - days);
  const earlier = evidence?.some(({ on }) => on < from) ?? false;
  return earlier || from <= picture.from ? whole : { from, to: picture.to };
}

/** Every lane on the same scale; drawn again only when the picture, the choice or the width changes. */
const Lanes = memo(function Lanes({ frame }: { frame: Frame }) {
  return (
    <>
      <TimelineGround frame={frame} />
      <WeekAxis frame={frame} />
      <EventLane frame={frame} />
      {frame.picture.measures.map((lane) => (
        <ScoreLane key={lane.instrument} frame={frame} lane={lane} />
      ))}
      <AttendanceLane frame={frame} />
      <ScreenLane frame={frame} />
      <MedicationLanes frame={frame} />
      <DateAxis frame={frame} />
    </>
  );
});

interface TimelineProps {
  readonly picture: EpisodePicture;
  /** The records of the chosen finding; null when none is chosen. */
  readonly evidence?: readonly Evidence[] | null;
  readonly corrected?: ReadonlySet<string>;
  readonly title?: string;
}

/** Scores, attendance, screens, medication, events and decisions of one episode on one time axis. */
export function Timeline({ picture, evidence = null, corrected = NONE, title = "Timeline" }: TimelineProps) {
  const { ref, width: measured } = useElementSize();
  const [span, setSpan] = useState<SpanId>("all");
  const printing = usePrinting();
  const width = printing ? PAPER_WIDTH : Math.floor(measured) || FIRST_WIDTH;
  const frame = useMemo<Frame>(
    () => ({
      picture,
      width,
      narrow: isNarrow(width),
      scale: frameScale(width, rangeOf(picture, span, evidence)),
      chosen: evidenceSet(evidence),
      corrected,
    }),
    [picture, width, span, evidence, corrected],
  );
  const days = `${dateWords(picture.from, picture.to)} to ${dateWords(picture.to)}`;
  return (
    <div className={classes.timeline}>
      <div className={classes.heading}>
        <h2>
          {title} <span className={classes.days}>{days}</span>
        </h2>
        <SpanControl picture={picture} span={span} onChoose={setSpan} />
      </div>
      <div ref={ref} className={classes.lanes}>
        <Lanes frame={frame} />
        <Crosshair frame={frame} />
      </div>
    </div>
  );
}
