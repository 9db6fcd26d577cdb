import { useElementSize } from "@mantine/hooks";
import type { CalendarDate, EpisodePicture, MedicationView } from "@soundings/clinical";
import { type TimeScale, timeScale, weekTicks, xStart } from "../../../charts/time-scale.ts";
import { dateWords } from "../../../ui/dates.ts";
import { usePrinting } from "../../../ui/use-printing.ts";
import { DrugRow, ROW_HEIGHT } from "./DrugRow.tsx";
import { POINTS_HEIGHT, ScoreRow } from "./ScoreRow.tsx";
import classes from "./strip.module.css";
import { lastDay } from "./words.ts";

const FIRST_WIDTH = 900;
const PAPER_WIDTH = 690;
const NARROW_BELOW = 600;
const AXIS = 20;
/** Room for the day for which everything stands. */
const HEAD = 16;
const DATE_WIDTH = 56;

function scaleOf(width: number, range: { from: CalendarDate; to: CalendarDate }): TimeScale {
  const narrow = width < NARROW_BELOW;
  return timeScale(range, { left: narrow ? 44 : 104, right: width - (narrow ? 12 : 72) });
}

interface GroundProps {
  readonly scale: TimeScale;
  readonly picture: EpisodePicture;
  readonly height: number;
}

/** Weeks as lines, their first days below, and the day for which everything stands. */
function Ground({ scale, picture, height }: GroundProps) {
  const today = xStart(scale, picture.asOf) + scale.dayWidth / 2;
  return (
    <g>
      {weekTicks(scale, picture.admittedOn, DATE_WIDTH).map(({ week, start, labeled }) => {
        const x = xStart(scale, start);
        return (
          <g key={week}>
            <path className={classes.week} d={`M${x} ${HEAD}V${height}`} />
            {labeled ? (
              <text className={classes.tick} x={x + 2} y={height + 14}>
                {dateWords(start, picture.asOf)}
              </text>
            ) : null}
          </g>
        );
      })}
      <path className={classes.today} d={`M${today} ${HEAD}V${height}`} />
      <text
        className={classes.tick}
        x={today}
        y={11}
        textAnchor={today > scale.right - 40 ? "end" : "middle"}
      >
        {dateWords(picture.asOf)}
      </text>
    </g>
  );
}

interface StripProps {
  readonly picture: EpisodePicture;
  readonly views: readonly MedicationView[];
}

/** PHQ-9 and GAD-7 above the present medications, each with its doses and review windows, on one axis. */
export function Strip({ picture, views }: StripProps) {
  const { ref, width: measured } = useElementSize();
  const printing = usePrinting();
  const width = printing ? PAPER_WIDTH : measured || FIRST_WIDTH;
  const scale = scaleOf(width, { from: picture.from, to: lastDay(views, picture.to) });
  const narrow = width < NARROW_BELOW;
  const measures = picture.measures.filter(({ marks }) => marks.some(({ score }) => score !== null));
  const top = HEAD + measures.length * POINTS_HEIGHT;
  const height = top + views.length * ROW_HEIGHT;
  return (
    <div ref={ref} className={classes.strip}>
      <svg
        className={classes.drawing}
        width={width}
        height={height + AXIS}
        viewBox={`0 0 ${width} ${height + AXIS}`}
        role="img"
        aria-label="PHQ-9, GAD-7 and the doses of the present medications over time. The tables below say the same in words."
        focusable="false"
      >
        <Ground scale={scale} picture={picture} height={height} />
        {measures.map((lane, place) => (
          <ScoreRow
            key={lane.instrument}
            lane={lane}
            scale={scale}
            y={HEAD + place * POINTS_HEIGHT}
            narrow={narrow}
          />
        ))}
        {views.map((view, place) => (
          <DrugRow
            key={view.medication}
            view={view}
            picture={picture}
            scale={scale}
            y={top + place * ROW_HEIGHT}
          />
        ))}
      </svg>
    </div>
  );
}
