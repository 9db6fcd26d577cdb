import { useElementSize } from "@mantine/hooks";
import type { Figure } from "@soundings/clinical";
import { drawFigure, type Stop } from "@soundings/figures";
import { useDeferredValue, useId, useMemo } from "react";
import { usePrinting } from "../../ui/use-printing.ts";
import { Drawn } from "./Drawn.tsx";
import { type AskLeaving, FigureSave } from "./FigureSave.tsx";
import classes from "./figure.module.css";
import { Highlight } from "./Highlight.tsx";
import { type OnPick, usePointing } from "./use-pointing.ts";

/** Until the room is known. */
const FIRST_WIDTH = 640;
/** An upright sheet of Letter within its margins of half an inch. */
const SHEET_WIDTH = 720;
const SMALL_TEXT = 12;

interface FigureViewProps {
  readonly figure: Figure;
  /** What the plot is called to whoever hears the page. */
  readonly label: string;
  /** Opens what is behind a mark; its key comes from the figure. */
  readonly onPick?: OnPick;
  /** No wider than that, where a plot would otherwise be stretched. */
  readonly widest?: number;
  /** Asks for the plot that may leave the program; without it there is nothing to save. */
  readonly saveAs?: AskLeaving | undefined;
}

interface WordsProps {
  readonly stop: Stop;
  readonly width: number;
  /** What Enter or a press opens; null where nothing is opened. */
  readonly opens: string | null;
}

function Words({ stop, width, opens }: WordsProps) {
  const isLeft = (stop.box.left + stop.box.right) / 2 < width / 2;
  const isAbove = stop.box.top > 72;
  const across = isLeft
    ? { left: Math.max(0, stop.box.left) }
    : { right: Math.max(0, width - stop.box.right) };
  const down = isAbove ? { bottom: `calc(100% - ${stop.box.top - 6}px)` } : { top: stop.box.bottom + 6 };
  return (
    <div className={classes.words} style={{ ...across, ...down }} aria-hidden="true">
      {stop.words}
      {opens !== null && stop.key !== null ? <span className={classes.opens}>Opens {opens}</span> : null}
    </div>
  );
}

interface KeysProps {
  readonly label: string;
  readonly pointing: ReturnType<typeof usePointing>;
  readonly opens: string | null;
}

/** The one stop of a plot for the keyboard. */
function Keys({ label, pointing, opens }: KeysProps) {
  const { stops, place, at } = pointing;
  return (
    <div
      className={classes.keys}
      role="slider"
      tabIndex={0}
      aria-label={`Marks of ${label}`}
      aria-description={opens === null ? undefined : `Arrow keys go from mark to mark, Enter opens ${opens}.`}
      aria-valuemin={1}
      aria-valuemax={stops.length}
      aria-valuenow={(place ?? 0) + 1}
      aria-valuetext={(at ?? stops[0])?.words ?? ""}
      onFocus={(event) => {
        if (event.currentTarget.matches(":focus-visible")) pointing.start();
      }}
      onBlur={pointing.leave}
      onKeyDown={pointing.press}
    />
  );
}

/** A plot of program outcomes as wide as its place. One stop for the keyboard; the arrow keys go from mark to mark. */
export function FigureView({ figure, label, onPick, widest, saveAs }: FigureViewProps) {
  const { ref, width: measured } = useElementSize();
  const printing = usePrinting();
  const id = useId();
  const room = Math.min(
    measured || FIRST_WIDTH,
    widest ?? Number.POSITIVE_INFINITY,
    printing ? SHEET_WIDTH : Number.POSITIVE_INFINITY,
  );
  const wanted = Math.max(240, Math.floor(room));
  // Plots of a thousand dots are drawn again between the steps of a window that is being made narrower, on paper at once.
  const later = useDeferredValue(wanted);
  const width = printing ? wanted : later;
  const drawing = useMemo(() => drawFigure(figure, { width, text: SMALL_TEXT }), [figure, width]);
  const pointing = usePointing(drawing, onPick);
  const { stops, at } = pointing;
  const opens = onPick === undefined ? null : figure.kind === "before_after" ? "the patient" : "its patients";
  return (
    <figure className={classes.figure}>
      <div ref={ref} className={classes.room}>
        <div
          className={classes.plot}
          data-pick={opens !== null && at !== null && at.key !== null ? "" : undefined}
          style={{ width: drawing.width }}
          onPointerMove={pointing.point}
          onPointerUp={pointing.release}
          onPointerLeave={pointing.leave}
        >
          <svg
            className={classes.drawing}
            viewBox={`0 0 ${drawing.width} ${drawing.height}`}
            width={drawing.width}
            height={drawing.height}
            role="img"
            aria-label={label}
            aria-describedby={`${id}-words`}
            focusable="false"
          >
            <desc id={`${id}-words`}>{`${drawing.title}. ${drawing.spoken}`}</desc>
            <Drawn drawing={drawing} stops={stops} />
            {at ? (
              <g className={classes.ring}>
                <Highlight drawing={drawing} stop={at} />
              </g>
            ) : null}
          </svg>
          {stops.length > 0 ? <Keys label={label} pointing={pointing} opens={opens} /> : null}
          {at ? <Words stop={at} width={drawing.width} opens={opens} /> : null}
        </div>
      </div>
      {saveAs ? <FigureSave label={label} saveAs={saveAs} /> : null}
    </figure>
  );
}
