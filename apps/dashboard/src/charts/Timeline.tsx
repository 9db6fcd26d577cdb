import { useElementSize } from "@mantine/hooks";
import type { EpisodePicture, Evidence } from "@soundings/clinical";
import { memo, useMemo, useState } from "react";
import { dateWords } from "../ui/dates.ts";
import { usePrinting } from "../ui/use-printing.ts";
import { AttendanceLane } from "./AttendanceLane.tsx";
import { DateAxis, TimelineGround, WeekAxis } from "./Axes.tsx";
import { Crosshair } from "./Crosshair.tsx";
import { EventLane } from "./EventLane.tsx";
import { evidenceSet } from "./evidence.ts";
import { type Frame, frameScale, isNarrow } from "./frame.ts";
import { MedicationLanes } from "./MedicationLanes.tsx";
import { ScoreLane } from "./ScoreLane.tsx";
import { ScreenLane } from "./ScreenLane.tsx";
import { SpanControl } from "./SpanControl.tsx";
import { rangeOf, type SpanId, spanChoices } from "./spans.ts";
import classes from "./timeline.module.css";

const NONE: ReadonlySet<string> = new Set();
const FIRST_WIDTH = 900;
/** Within the margins of a sheet of Letter or A4 at 96 pixels an inch. */
const PAPER_WIDTH = 690;

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
  const [span, setSpan] = useState<SpanId>("stay");
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
  const { from, to } = frame.scale;
  return (
    <div className={classes.timeline}>
      <div className={classes.heading}>
        <h2>
          {title} <span className={classes.days}>{`${dateWords(from, to)} to ${dateWords(to)}`}</span>
        </h2>
        <SpanControl choices={spanChoices(picture)} span={span} onChoose={setSpan} />
      </div>
      <div ref={ref} className={classes.lanes}>
        <Lanes frame={frame} />
        <Crosshair frame={frame} />
      </div>
    </div>
  );
}
