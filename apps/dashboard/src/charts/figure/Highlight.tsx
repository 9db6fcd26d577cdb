import type { Drawing, DrawingElement, Stop } from "@soundings/figures";
import { Element } from "./Drawn.tsx";

/** A mark smaller than that both ways is framed; of a larger one its edge is drawn over. */
const SMALL = 32;

function outlined(element: DrawingElement): DrawingElement | null {
  const look = { stroke: "accent", strokeWidth: 2 } as const;
  switch (element.kind) {
    case "circle":
      return { kind: "circle", cx: element.cx, cy: element.cy, r: element.r + 1, ...look };
    case "rect": {
      const { x, y, width, height } = element;
      return { kind: "rect", x, y, width, height, ...look };
    }
    case "path":
      return { kind: "path", d: element.d, ...look };
    case "line": {
      const { x1, y1, x2, y2 } = element;
      return { kind: "line", x1, y1, x2, y2, ...look };
    }
    case "text":
      return null;
  }
}

function around({ box }: Stop): DrawingElement {
  const { left, top, right, bottom } = box;
  const [width, height] = [right - left + 6, bottom - top + 6];
  return { kind: "rect", x: left - 3, y: top - 3, width, height, stroke: "accent", strokeWidth: 1.5 };
}

/** Shows which mark the words belong to. */
export function Highlight({ drawing, stop }: { drawing: Drawing; stop: Stop }) {
  const { left, top, right, bottom } = stop.box;
  if (right - left < SMALL && bottom - top < SMALL) return <Element element={around(stop)} />;
  const shapes = stop.places.flatMap((place) => {
    const element = drawing.elements[place];
    const shape = element ? outlined(element) : null;
    return shape ? [{ place, shape }] : [];
  });
  if (shapes.length === 0) return <Element element={around(stop)} />;
  return shapes.map(({ place, shape }) => <Element key={place} element={shape} />);
}
