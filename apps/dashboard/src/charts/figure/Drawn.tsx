import type { Drawing, DrawingElement, Look, Stop } from "@soundings/figures";
import { memo } from "react";
import { toneColor } from "./tones.ts";

function looks({ stroke, strokeWidth, dash, fill, opacity }: Look) {
  return {
    fill: fill ? toneColor(fill) : "none",
    ...(stroke ? { stroke: toneColor(stroke), strokeWidth: strokeWidth ?? 1 } : {}),
    ...(dash ? { strokeDasharray: dash.join(" ") } : {}),
    ...(opacity === undefined ? {} : { opacity }),
  };
}

export function Element({ element }: { element: DrawingElement }) {
  switch (element.kind) {
    case "line":
      return <line x1={element.x1} y1={element.y1} x2={element.x2} y2={element.y2} {...looks(element)} />;
    case "rect":
      return (
        <rect x={element.x} y={element.y} width={element.width} height={element.height} {...looks(element)} />
      );
    case "circle":
      return <circle cx={element.cx} cy={element.cy} r={element.r} {...looks(element)} />;
    case "path":
      return <path d={element.d} {...looks(element)} />;
    case "text": {
      const { x, y, turn } = element;
      return (
        <text
          x={x}
          y={y}
          fontSize={element.size}
          textAnchor={element.anchor}
          fill={toneColor(element.tone)}
          {...(element.medium ? { fontWeight: "var(--weight-medium)" } : {})}
          {...(turn ? { transform: `rotate(${turn} ${x} ${y})` } : {})}
        >
          {element.text}
        </text>
      );
    }
  }
}

interface DrawnProps {
  readonly drawing: Drawing;
  readonly stops: readonly Stop[];
}

/** The elements of a drawing, drawn again only when it is another. What can be pointed at knows which stop it belongs to. */
export const Drawn = memo(function Drawn({ drawing, stops }: DrawnProps) {
  const stopAt = new Map(stops.flatMap(({ places }, stop) => places.map((place) => [place, stop] as const)));
  return drawing.elements.map((element, place) => (
    // A drawing is made anew as a whole: an element's place is its name.
    <g key={`${place}-${element.kind}`} data-stop={stopAt.get(place)}>
      <Element element={element} />
    </g>
  ));
});
