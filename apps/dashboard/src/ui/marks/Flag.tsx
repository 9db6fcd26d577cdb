import { DECISION_FLAG, EVENT_FLAG } from "./flags.ts";
import { GlyphAt } from "./Glyph.tsx";
import classes from "./marks.module.css";

interface FlagProps {
  readonly type: "event" | "decision";
  readonly letter: string;
}

/** A flag with its letter inside a drawing, centered on a place. */
export function FlagAt({ type, letter, x, y }: FlagProps & { readonly x: number; readonly y: number }) {
  return (
    <>
      <GlyphAt mark={type === "decision" ? DECISION_FLAG : EVENT_FLAG} x={x} y={y} size={14} />
      <text className={classes.flagLetter} data-type={type} x={x} y={y + 3} textAnchor="middle">
        {letter}
      </text>
    </>
  );
}

/** A flag inside text. */
export function Flag({ type, letter }: FlagProps) {
  return (
    <svg width={18} height={16} viewBox="-9 -8 18 16" aria-hidden="true" focusable="false">
      <FlagAt type={type} letter={letter} x={0} y={0} />
    </svg>
  );
}
