import type { EpisodePicture, MedicationView, ReviewWindow } from "@soundings/clinical";
import { barLabels, heldTo } from "../../../charts/medication-text.ts";
import { clampX, inRange, type TimeScale, xOf, xStart } from "../../../charts/time-scale.ts";
import { GlyphAt } from "../../../ui/marks/Glyph.tsx";
import { MEDICATION_MARKS } from "../../../ui/marks/medication.ts";
import { laneOf } from "./history.ts";
import classes from "./strip.module.css";

export const ROW_HEIGHT = 58;
const LABEL_Y = 30;
const BASE = 50;
const FULL = 14;
/** A window's name of 12 px text has room from here on. */
const NAMED_FROM = 44;

interface DrugRowProps {
  readonly view: MedicationView;
  readonly picture: EpisodePicture;
  readonly scale: TimeScale;
  readonly y: number;
}

/** One window as a shaded stretch with edges, and its weeks above where they have room. */
function WindowBand({ window, scale }: { window: ReviewWindow; scale: TimeScale }) {
  const left = clampX(scale, xStart(scale, window.from));
  const right = clampX(scale, xStart(scale, window.to) + scale.dayWidth);
  if (right <= left) return null;
  const short = window.name.replace(" weeks", " wk");
  return (
    <g data-state={window.state} className={classes.window}>
      <rect x={left} y={16} width={right - left} height={BASE - 14} />
      <path d={`M${left} 16V${BASE + 2}M${right} 16V${BASE + 2}`} />
      <text className={classes.tick} x={(left + right) / 2} y={12} textAnchor="middle">
        {right - left >= NAMED_FROM ? window.name : short}
      </text>
    </g>
  );
}

/** One medication: a bar that steps with its dose, its changes, and the review windows of the latest one. */
export function DrugRow({ view, picture, scale, y }: DrugRowProps) {
  const lane = laneOf(picture, view.medication);
  return (
    <g transform={`translate(0 ${y})`}>
      <path className={classes.row} d={`M0 ${BASE + 6}H${scale.right}`} />
      {view.windows.map((window) => (
        <WindowBand key={window.name} window={window} scale={scale} />
      ))}
      {(lane?.segments ?? []).map((segment) => {
        const left = clampX(scale, xStart(scale, segment.from));
        const end = segment.to ?? picture.asOf;
        const right = clampX(scale, xStart(scale, end) + scale.dayWidth);
        const height = segment.step === null ? 8 : 4 + segment.step * (FULL - 4);
        return right > left ? (
          <rect
            key={segment.from}
            className={classes.bar}
            x={left}
            y={BASE - height}
            width={right - left}
            height={height}
          />
        ) : null;
      })}
      {(lane?.changes ?? [])
        .filter(({ on }) => inRange(scale, on))
        .map((change) => (
          <GlyphAt
            key={change.medicationChangeId}
            mark={MEDICATION_MARKS[change.change]}
            x={xOf(scale, change.on)}
            y={BASE - 7}
            size={11}
            height={13}
          />
        ))}
      {lane === null ? (
        <text className={classes.dose} x={scale.left} y={LABEL_Y}>
          {heldTo(`${view.medication} ${view.doseText}`.trim(), scale.right - scale.left)}
        </text>
      ) : (
        barLabels(lane, scale).map((label) => (
          <text key={`${label.x}`} className={classes.dose} x={label.x} y={LABEL_Y}>
            {label.text}
          </text>
        ))
      )}
    </g>
  );
}
