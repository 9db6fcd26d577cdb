import { useElementSize } from "@mantine/hooks";
import type { CalendarDate, EpisodePicture, Evidence, ReviewWindow } from "@soundings/clinical";
import { memo, useId, useMemo } from "react";
import { dateWords } from "../ui/dates.ts";
import { usePrinting } from "../ui/use-printing.ts";
import { AttendanceLane } from "./AttendanceLane.tsx";
import { DateAxis, TimelineGround, WeekAxis } from "./Axes.tsx";
import { Crosshair } from "./Crosshair.tsx";
import controls from "./controls.module.css";
import { EventLane } from "./EventLane.tsx";
import { evidenceSet } from "./evidence.ts";
import { type Frame, frameScale, isNarrow } from "./frame.ts";
import { LinesControl } from "./LinesControl.tsx";
import { useLines } from "./lines.ts";
import { MedicationLanes } from "./MedicationLanes.tsx";
import { ScoreLane } from "./ScoreLane.tsx";
import { ScreenLane } from "./ScreenLane.tsx";
import { SpanControl } from "./SpanControl.tsx";
import { spanChoices } from "./spans.ts";
import { spokenSummary } from "./spoken.ts";
import { joinStays } from "./stays.ts";
import classes from "./timeline.module.css";
import { useRange } from "./use-range.ts";

const NONE: ReadonlySet<string> = new Set();
const NO_PICTURES: readonly EpisodePicture[] = [];
const FIRST_WIDTH = 900;
/** Within the margins of a sheet of Letter or A4 that lies on its side, at 96 pixels an inch. */
const PAPER_WIDTH = 940;
/** An upright sheet of Letter within its margins of half an inch. */
const SHEET_WIDTH = 720;

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

/** The patient's other stays, which are asked for only when somebody wants to see all. */
interface OtherStays {
  /** Null until they have come. */
  readonly pictures: readonly EpisodePicture[] | null;
  readonly ask: () => void;
}

interface TimelineProps {
  readonly picture: EpisodePicture;
  /** Undefined where the patient has none. */
  readonly otherStays?: OtherStays | undefined;
  /** The records of the chosen finding; null when none is chosen. */
  readonly evidence?: readonly Evidence[] | null;
  readonly corrected?: ReadonlySet<string>;
  /** A day to go to: the line stands on it, the timeline comes into view and takes the focus. */
  readonly day?: CalendarDate | null;
  /** The line has left that day, so that the same day can be gone to again. */
  readonly onDayLeft?: () => void;
  /** Review windows to shade on the lane of `medication`, or on every medication's when none is named. */
  readonly medicationWindows?: readonly ReviewWindow[];
  readonly medication?: string | null;
  readonly title?: string;
  /** As on a sheet of paper: nothing to choose and no line to move. */
  readonly still?: boolean;
}

/** Scores, attendance, screens, medication, events and decisions of one stay on one time axis. */
export function Timeline(props: TimelineProps) {
  const { otherStays, evidence = null, corrected = NONE, day = null } = props;
  const { medicationWindows, medication = null, title = "Timeline", still = false } = props;
  const { ref, width: measured } = useElementSize();
  const id = useId();
  const [lines, toggleLine] = useLines();
  const others = otherStays?.pictures ?? NO_PICTURES;
  const whole = useMemo(() => joinStays(props.picture, others), [props.picture, others]);
  const shown = useRange(props.picture, whole, { evidence, day });
  const { isAll } = shown;
  const picture = isAll ? whole : props.picture;
  const { from, to } = shown.range;
  const printing = usePrinting();
  const paperWidth = still ? SHEET_WIDTH : PAPER_WIDTH;
  const width = printing ? paperWidth : Math.floor(measured) || FIRST_WIDTH;
  const frame = useMemo<Frame>(
    () => ({
      picture,
      stays: isAll ? [props.picture, ...others] : [props.picture],
      width,
      narrow: isNarrow(width),
      scale: frameScale(width, { from, to }),
      chosen: evidenceSet(evidence),
      corrected,
      lines,
      windows: medicationWindows ? { medication, windows: medicationWindows } : null,
    }),
    [
      picture,
      isAll,
      props.picture,
      others,
      width,
      from,
      to,
      evidence,
      corrected,
      lines,
      medicationWindows,
      medication,
    ],
  );
  return (
    <section className={classes.timeline} aria-labelledby={`${id}-title`} aria-describedby={`${id}-summary`}>
      <div className={classes.heading}>
        <h2 id={`${id}-title`}>
          {title} <span className={classes.days}>{`${dateWords(from, to)} to ${dateWords(to)}`}</span>
        </h2>
        {still ? null : (
          <div className={controls.controls}>
            <SpanControl
              choices={spanChoices(props.picture, otherStays !== undefined)}
              span={shown.span}
              onChoose={(span) => {
                if (span === "all") otherStays?.ask();
                shown.choose(span);
              }}
            />
            <LinesControl picture={picture} lines={lines} onToggle={toggleLine} />
          </div>
        )}
      </div>
      <p id={`${id}-summary`} className="visually-hidden">
        {spokenSummary(picture)}
      </p>
      <div ref={ref} className={classes.lanes}>
        <Lanes frame={frame} />
        {still ? null : (
          <Crosshair
            frame={frame}
            day={day}
            onDayLeft={props.onDayLeft}
            isZoomed={shown.span === null}
            onZoom={shown.zoom}
            describedBy={`${id}-summary`}
          />
        )}
      </div>
    </section>
  );
}
