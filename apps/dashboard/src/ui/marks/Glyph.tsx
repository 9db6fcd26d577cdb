import type { Mark, Stroke } from "./mark.ts";

const DASH = "1.4 1.8";

function StrokePath({ stroke, tone, weight }: { stroke: Stroke; tone: string; weight: number }) {
  if (stroke.paint === "fill") return <path d={stroke.d} fill={tone} stroke="none" />;
  return (
    <path
      d={stroke.d}
      fill="none"
      stroke={tone}
      strokeWidth={weight}
      strokeLinejoin="round"
      vectorEffect="non-scaling-stroke"
      strokeDasharray={stroke.paint === "dash" ? DASH : undefined}
    />
  );
}

interface GlyphAtProps {
  readonly mark: Pick<Mark, "strokes" | "tone">;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Defaults to `size`: a mark is as tall as it is wide. */
  readonly height?: number;
  /** Thinner lines for marks of a few pixels, so that an outline does not fill. */
  readonly weight?: number;
}

/** A mark inside a drawing, centered on a place. */
export function GlyphAt({ mark, x, y, size = 12, height = size, weight = 1.5 }: GlyphAtProps) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size / 12} ${height / 12})`}>
      {(mark.strokes ?? []).map((stroke) => (
        <StrokePath key={stroke.d} stroke={stroke} tone={mark.tone} weight={weight} />
      ))}
    </g>
  );
}

/** A mark inside text. It says nothing to a screen reader: the word beside it does. */
export function Glyph({ mark, size = 12 }: { mark: Pick<Mark, "strokes" | "tone">; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="-6.75 -6.75 13.5 13.5" aria-hidden="true" focusable="false">
      <GlyphAt mark={mark} x={0} y={0} />
    </svg>
  );
}
