import type { CalendarDate, EpisodePicture } from "@soundings/clinical";
import { daysBetween } from "@soundings/clinical";
import { type KeyboardEvent, type PointerEvent, useMemo, useState } from "react";
import { DayCard } from "./DayCard.tsx";
import { datesWithData, dayFacts, daySentence } from "./day-facts.ts";
import type { Frame } from "./frame.ts";
import { stepTo } from "./step-to.ts";
import { inRange, snap, xOf } from "./time-scale.ts";
import classes from "./timeline.module.css";

const REACH = 5;

function useDates(frame: Frame): CalendarDate[] {
  const { picture, scale } = frame;
  const { from, to } = scale;
  return useMemo(
    () => datesWithData(picture).filter((date) => inRange({ from, to }, date)),
    [picture, from, to],
  );
}

function spokenDay(picture: EpisodePicture, date: CalendarDate): string {
  return daySentence(dayFacts(picture, date));
}

/** One line through all lanes, moved by pointer or arrow keys, with the words of its day. */
export function Crosshair({ frame }: { frame: Frame }) {
  const { picture, scale } = frame;
  const dates = useDates(frame);
  const [chosen, setChosen] = useState<CalendarDate | null>(null);
  const at = chosen !== null && inRange(scale, chosen) ? chosen : null;
  const resting = at ?? dates.at(-1) ?? scale.to;

  const point = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = scale.left + ((event.clientX - box.left) / box.width) * (scale.right - scale.left);
    setChosen(snap(scale, dates, { x, reach: REACH }));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape" && at !== null) {
      event.stopPropagation();
      setChosen(null);
      return;
    }
    const next = stepTo(event.key, { dates, at: resting });
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
  };
  return (
    <>
      <div
        className={classes.plot}
        style={{ left: scale.left, width: scale.right - scale.left }}
        role="slider"
        tabIndex={0}
        aria-label="Day on the timeline"
        aria-valuemin={0}
        aria-valuemax={scale.days - 1}
        aria-valuenow={daysBetween(scale.from, resting)}
        aria-valuetext={spokenDay(picture, resting)}
        aria-keyshortcuts="ArrowLeft ArrowRight Home End"
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={(event) => {
          if (event.pointerType === "mouse") setChosen(null);
        }}
        onFocus={(event) => {
          if (event.currentTarget.matches(":focus-visible")) setChosen(resting);
        }}
        onBlur={() => setChosen(null)}
        onKeyDown={press}
      />
      {at ? (
        <>
          <div className={classes.crosshair} style={{ left: xOf(scale, at) }} />
          <DayCard frame={frame} date={at} />
        </>
      ) : null}
    </>
  );
}
