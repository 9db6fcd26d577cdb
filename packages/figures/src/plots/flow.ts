import type { FlowFigure } from "@soundings/clinical";
import type { About, Drawing, DrawingElement, Surface } from "../drawing.ts";
import { fitted, linesOf } from "../parts/lines.ts";
import { line, rect, shape, write } from "../parts/shapes.ts";
import { countOrWithheld, countWords, sentence, valueWords } from "../parts/words.ts";

type FlowBox = FlowFigure["boxes"][number];
type Out = NonNullable<FlowBox["out"]>;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function shareWords(box: FlowBox, first: FlowBox | undefined): string {
  if (!first || first === box || box.count === null || !first.count) return "";
  return `${valueWords(box.count / first.count, "percent")} of ${first.label.charAt(0).toLowerCase()}${first.label.slice(1)}`;
}

function boxWords(box: FlowBox, first: FlowBox | undefined): string {
  if (box.count === null) return sentence(`${box.label}: withheld, fewer than 11 or next to such a count`);
  const share = shareWords(box, first);
  const of = first && first !== box && first.count !== null ? ` of ${countWords(first.count)}` : "";
  return sentence(`${box.label}: ${countWords(box.count)}${of}${share ? ` (${share.split(" ")[0]})` : ""}`);
}

const outWords = (out: Out): string =>
  out.count === null
    ? sentence(`${out.label}: withheld, fewer than 11 or next to such a count`)
    : sentence(`${out.label}: ${countWords(out.count)}, left out from here on`);

/** A box with its count, its name and a bar as long as its share of the first box. */
function drawBox(box: FlowBox, first: FlowBox | undefined, at: Place, u: number): DrawingElement[] {
  const about: About = { words: boxWords(box, first), key: box.key };
  const share = first?.count && box.count !== null ? box.count / first.count : null;
  const names = linesOf(box.label, at.width - u * 1.4, u).slice(0, 2);
  const known = box.count !== null;
  const left = at.x + u * 0.7;
  return [
    rect(at, { fill: "paper", stroke: "line-strong", ...(known ? {} : { dash: [3, 3] }), about }),
    ...(share === null
      ? []
      : [
          rect(
            { x: at.x, y: at.y + at.height - u / 3, width: at.width * Math.min(1, share), height: u / 3 },
            { fill: "ink-2", about },
          ),
        ]),
    write(countOrWithheld(box.count), {
      x: left,
      y: at.y + u * 1.8,
      size: known ? u * 1.5 : u,
      tone: known ? "ink" : "nodata",
      medium: known,
      about,
    }),
    ...names.map((name, place) =>
      write(fitted(name, at.width - u * 1.2, u), {
        x: left,
        y: at.y + u * (3.2 + 1.3 * place),
        size: u,
        about,
      }),
    ),
    ...(share === null || box === first
      ? []
      : [
          write(valueWords(share, "percent"), {
            x: at.x + at.width - u * 0.7,
            y: at.y + u * 1.8,
            size: u,
            anchor: "end",
            tone: "ink-3",
            about,
          }),
        ]),
  ];
}

/** Those who drop out: without a full frame, so that the way goes on through the boxes. */
function drawOut(out: Out, at: Place, u: number): DrawingElement[] {
  const about: About = { words: outWords(out), key: out.key };
  const names = linesOf(out.label, at.width - u, u).slice(0, 3);
  const known = out.count !== null;
  return [
    rect(at, { fill: "paper-2", about }),
    line([at.x, at.y], [at.x, at.y + at.height], { stroke: "ink-3", strokeWidth: 2, about }),
    write(countOrWithheld(out.count), {
      x: at.x + u * 0.7,
      y: at.y + u * 1.3,
      size: u,
      tone: known ? "ink" : "nodata",
      medium: known,
      about,
    }),
    ...names.map((name, place) =>
      write(fitted(name, at.width - u, u), {
        x: at.x + u * 0.7,
        y: at.y + u * (2.6 + 1.25 * place),
        size: u,
        tone: "ink-3",
        about,
      }),
    ),
  ];
}

function arrow(from: readonly [number, number], to: readonly [number, number], u: number): DrawingElement[] {
  const [x, y] = to;
  const [a, b] = [u * 0.45, u * 0.3];
  const head =
    from[0] === x
      ? shape(
          [
            [x, y],
            [x - b, y - a],
            [x + b, y - a],
          ],
          { fill: "ink-3" },
        )
      : shape(
          [
            [x, y],
            [x - a, y - b],
            [x - a, y + b],
          ],
          { fill: "ink-3" },
        );
  return [line(from, to, { stroke: "ink-3" }), head];
}

interface Laid {
  readonly elements: DrawingElement[];
  readonly height: number;
}

/** Side by side, those who drop out below the way between two boxes. */
function across(boxes: readonly FlowBox[], width: number, u: number): Laid {
  const gap = u * 2.5;
  const wide = (width - 1 - gap * (boxes.length - 1)) / boxes.length;
  const height = u * 5.6;
  const drop = { top: height + u * 1.8, height: u * 5.6 };
  const elements: DrawingElement[] = [];
  for (const [place, box] of boxes.entries()) {
    const x = 0.5 + place * (wide + gap);
    if (place > 0) elements.push(...arrow([x - gap, height / 2], [x, height / 2], u));
    if (box.out) {
      elements.push(...arrow([x - gap / 2, height / 2], [x - gap / 2, drop.top], u));
      const outWide = Math.min(wide + gap / 2 - u, width - (x - gap / 2));
      elements.push(
        ...drawOut(box.out, { x: x - gap / 2, y: drop.top, width: outWide, height: drop.height }, u),
      );
    }
    elements.push(...drawBox(box, boxes[0], { x, y: 0.5, width: wide, height }, u));
  }
  return { elements, height: boxes.some(({ out }) => out) ? drop.top + drop.height + 1 : height + 1 };
}

/** One below the other, those who drop out to the right. */
function down(boxes: readonly FlowBox[], width: number, u: number): Laid {
  const wide = width * 0.54;
  const [height, gap] = [u * 5.8, u * 3];
  const elements: DrawingElement[] = [];
  let top = 0.5;
  for (const [place, box] of boxes.entries()) {
    if (place > 0) {
      elements.push(...arrow([u * 2, top], [u * 2, top + gap], u));
      if (box.out) {
        const y = top + gap / 2;
        const x = wide + u * 1.5;
        elements.push(...arrow([u * 2, y], [x, y], u));
        elements.push(...drawOut(box.out, { x, y: y - u * 0.9, width: width - x, height: u * 6 }, u));
      }
      top += gap;
    }
    elements.push(...drawBox(box, boxes[0], { x: 0.5, y: top, width: wide, height }, u));
    top += height;
  }
  return { elements, height: top + 1 };
}

/** From all, such as those discharged, to those analyzed. */
export function drawFlow({ boxes }: FlowFigure, { width, text: u }: Surface): Drawing {
  const fits = width / Math.max(1, boxes.length) >= u * 13;
  const { elements, height } = fits ? across(boxes, width, u) : down(boxes, width, u);
  const spoken = boxes.flatMap((box) => [...(box.out ? [outWords(box.out)] : []), boxWords(box, boxes[0])]);
  return {
    width,
    height: boxes.length === 0 ? u * 2 : height,
    title: `From ${(boxes[0]?.label ?? "discharged").toLowerCase()} to analyzed`,
    spoken: spoken.length === 0 ? "No data." : spoken.join(" "),
    elements:
      boxes.length === 0 ? [write("No data", { x: 0, y: u * 1.3, size: u, tone: "nodata" })] : elements,
  };
}
