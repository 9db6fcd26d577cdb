import type { CalendarDate, EpisodePicture } from "@soundings/clinical";
import { daysBetween } from "@soundings/clinical";
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import classes from "./crosshair.module.css";
import { DayCard } from "./DayCard.tsx";
import { datesWithData, dayFacts, daySentence } from "./day-facts.ts";
import type { Frame } from "./frame.ts";
import { stepTo } from "./step-to.ts";
import { dateAt, inRange, snap, type TimeRange, xOf, xStart } from "./time-scale.ts";
import { dragged, zoomed } from "./zoom.ts";

const REACH = 5;
/** A press that moves less than this is a press. */
const STILL = 8;

interface CrosshairProps {
  readonly frame: Frame;
  readonly day: CalendarDate | null;
  readonly onDayLeft: (() => void) | undefined;
  readonly isZoomed: boolean;
  readonly onZoom: (range: TimeRange | null) => void;
  readonly describedBy: string;
}

interface Drag {
  readonly startX: number;
  readonly x: number;
}

function useDates({ picture, scale: { from, to } }: Frame): CalendarDate[] {
  return useMemo(
    () => datesWithData(picture).filter((date) => inRange({ from, to }, date)),
    [picture, from, to],
  );
}

const ZOOM_KEYS: Readonly<Record<string, boolean>> = { "+": true, "=": true, "-": false, _: false };

/** The whole of what the chosen picture holds. */
const fullOf = ({ from, to }: EpisodePicture): TimeRange => ({ from, to });

/** Days that a drag goes over. */
function Selection({ frame, drag }: { frame: Frame; drag: Drag }) {
  const { scale } = frame;
  const { from, to } = selectedBy(frame, drag);
  const left = xStart(scale, from);
  return (
    <div className={classes.selection} style={{ left, width: xStart(scale, to) + scale.dayWidth - left }} />
  );
}

function selectedBy({ scale }: Frame, { startX, x }: Drag): TimeRange {
  return dragged(scale, dateAt(scale, startX), dateAt(scale, x));
}

const isDrag = (drag: Drag | null): drag is Drag => drag !== null && Math.abs(drag.x - drag.startX) >= STILL;

/** Goes to a day that was asked for elsewhere, and back with Escape to where that was. */
function useJump(day: CalendarDate | null, go: (day: CalendarDate) => void) {
  const slider = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    if (day === null) return;
    cameFrom.current = document.activeElement;
    latest.current(day);
    slider.current?.focus({ preventScroll: true });
    slider.current?.scrollIntoView({ block: "nearest" });
  }, [day]);
  const back = () => {
    if (cameFrom.current instanceof HTMLElement && cameFrom.current !== document.body)
      cameFrom.current.focus();
    cameFrom.current = null;
  };
  return { slider, back };
}

/** One line through all lanes, moved by pointer or arrow keys, with the words of its day. */
export function Crosshair(props: CrosshairProps) {
  const { frame, day, isZoomed, onZoom } = props;
  const { scale } = frame;
  const dates = useDates(frame);
  const [chosen, setChosen] = useState<CalendarDate | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const { slider, back } = useJump(day, setChosen);
  const at = chosen !== null && inRange(scale, chosen) ? chosen : null;
  const resting = at ?? dates.at(-1) ?? scale.to;
  const facts = useMemo(() => dayFacts(frame.picture, resting, frame.stays), [frame, resting]);

  const move = (to: CalendarDate | null) => {
    setChosen(to);
    if (day !== null && to !== day) props.onDayLeft?.();
  };
  const placeOf = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return scale.left + ((event.clientX - box.left) / box.width) * (scale.right - scale.left);
  };
  const point = (event: PointerEvent<HTMLElement>) => {
    const x = placeOf(event);
    if (drag !== null) setDrag({ ...drag, x });
    move(snap(scale, dates, { x, reach: REACH }));
  };
  const hold = (event: PointerEvent<HTMLElement>) => {
    point(event);
    // A finger moves the line, and the page under it; only a pointer selects.
    if (event.pointerType === "touch" || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ startX: placeOf(event), x: placeOf(event) });
  };
  const release = () => {
    if (isDrag(drag)) onZoom(selectedBy(frame, drag));
    setDrag(null);
  };
  const leave = (event: KeyboardEvent) => {
    if (drag === null && at === null && !isZoomed) return;
    if (drag !== null) setDrag(null);
    else if (at !== null) move(null);
    else onZoom(null);
    event.stopPropagation();
    back();
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return leave(event);
    const closer = ZOOM_KEYS[event.key];
    const next = stepTo(event.key, { dates, at: resting });
    if (closer !== undefined) onZoom(zoomed(fullOf(frame.picture), scale, { at: resting, closer }));
    else if (event.key === "0") onZoom(null);
    else if (next !== undefined) move(next);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div
        ref={slider}
        className={classes.plot}
        style={{ left: scale.left, width: scale.right - scale.left }}
        role="slider"
        tabIndex={0}
        aria-label="Day on the timeline"
        aria-describedby={props.describedBy}
        aria-valuemin={0}
        aria-valuemax={scale.days - 1}
        aria-valuenow={daysBetween(scale.from, resting)}
        aria-valuetext={daySentence(facts)}
        aria-keyshortcuts="ArrowLeft ArrowRight Home End + - 0"
        onPointerMove={point}
        onPointerDown={hold}
        onPointerUp={release}
        onPointerCancel={() => setDrag(null)}
        onPointerLeave={(event) => {
          if (event.pointerType === "mouse" && drag === null) move(null);
        }}
        onFocus={(event) => {
          if (event.currentTarget.matches(":focus-visible")) setChosen((now) => now ?? resting);
        }}
        onBlur={() => move(null)}
        onKeyDown={press}
      />
      {isDrag(drag) ? <Selection frame={frame} drag={drag} /> : null}
      {at ? (
        <>
          <div className={classes.crosshair} style={{ transform: `translateX(${xOf(scale, at) - 0.5}px)` }} />
          {isDrag(drag) ? null : <DayCard frame={frame} date={at} facts={facts} />}
        </>
      ) : null}
    </>
  );
}
