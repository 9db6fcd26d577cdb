import type { Drawing, DrawingElement, Look } from "@soundings/figures";
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

function Element({ element }: { element: DrawingElement }) {
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

/** The elements of a drawing, drawn again only when it is another. */
export const Drawn = memo(function Drawn({ drawing }: { drawing: Drawing }) {
  return drawing.elements.map((element, place) => (
    // A drawing is made anew as a whole: an element's place is its name.
    <Element key={`${place}-${element.kind}`} element={element} />
  ));
});
