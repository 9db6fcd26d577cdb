import type { BeforeAfterFigure } from "@soundings/clinical";
import type { Drawing, DrawingElement, Surface } from "../drawing.ts";
import { scaleOf } from "../parts/axes.ts";
import { legend, type Sample } from "../parts/legend.ts";
import { line, rect, shape, write } from "../parts/shapes.ts";
import { counted, instrumentName } from "../parts/words.ts";
import {
  CHANGES,
  type Change,
  drawDots,
  hasCounted,
  MARKS,
  patientsOf,
  type Square,
} from "./before-after-dots.ts";

/** A change of less than the reliable one on both sides of no change, cut off by the edges of the square. */
function drawBand({ maximum, reliableChange }: BeforeAfterFigure, { x, y }: Square): DrawingElement[] {
  const [low, high] = [-0.5, maximum + 0.5];
  const away = Math.min(reliableChange - 0.5, maximum + 1);
  const corners = [
    [low, low],
    [low, low + away],
    [high - away, high],
    [high, high],
    [high, high - away],
    [low + away, low],
  ] as const;
  return [
    shape(
      corners.map(([pre, post]) => [x(pre), y(post)] as const),
      { fill: "ink-3", opacity: 0.12 },
    ),
    line([x(low), y(low)], [x(high), y(high)], { stroke: "ink-2" }),
  ];
}

function drawCaseness(
  { caseness, instrument }: BeforeAfterFigure,
  { field, x, y }: Square,
): DrawingElement[] {
  const name = instrumentName(instrument);
  // Scores are whole: the line lies between the last score below it and the first one at it.
  const at = caseness - 0.5;
  const look = (when: string) =>
    ({
      stroke: "ink-3",
      dash: [2, 3],
      about: { words: `${name} of ${caseness} or more ${when}: at or above the caseness threshold.` },
    }) as const;
  return [
    line([x(at), field.top], [x(at), field.bottom], look("before")),
    line([field.left, y(at)], [field.right, y(at)], look("after")),
  ];
}

function drawAxes(
  { maximum }: BeforeAfterFigure,
  { field, x, y, u }: Square,
  name: string,
): DrawingElement[] {
  const values = [0, 5, 10, 15, 20, 25].filter((value) => value <= maximum);
  return [
    rect(
      { x: field.left, y: field.top, width: field.right - field.left, height: field.bottom - field.top },
      { stroke: "line-strong" },
    ),
    ...values.flatMap((value) => [
      line([x(value), field.bottom], [x(value), field.bottom + u / 3], { stroke: "line-strong" }),
      line([field.left - u / 3, y(value)], [field.left, y(value)], { stroke: "line-strong" }),
      write(String(value), {
        x: x(value),
        y: field.bottom + u * 1.5,
        size: u,
        anchor: "middle",
        tone: "ink-3",
      }),
      write(String(value), {
        x: field.left - u * 0.6,
        y: y(value) + u * 0.35,
        size: u,
        anchor: "end",
        tone: "ink-3",
      }),
    ]),
    write(`${name} before`, {
      x: (field.left + field.right) / 2,
      y: field.bottom + u * 3,
      size: u,
      anchor: "middle",
    }),
    write(`${name} after`, { x: u, y: (field.top + field.bottom) / 2, size: u, anchor: "middle", turn: -90 }),
  ];
}

function samplesOf(figure: BeforeAfterFigure, square: Square): Sample[] {
  const { u } = square;
  const count = (change: Change) => patientsOf(figure.dots.filter((dot) => dot.change === change));
  return [
    ...CHANGES.map(
      (change): Sample => ({
        mark: ({ x, y }) => [MARKS[change].draw(x, y, u * 0.36)],
        text: `${MARKS[change].words}: ${count(change)}`,
      }),
    ),
    {
      mark: ({ x, y }) => [
        rect({ x: x - u / 2, y: y - u / 2, width: u, height: u }, { fill: "ink-3", opacity: 0.12 }),
      ],
      text: `change of less than ${figure.reliableChange} points`,
    },
    {
      mark: ({ x, y }) => [
        line([x - u * 0.6, y], [x + u * 0.6, y], { stroke: "ink-3", strokeWidth: 1.25, dash: [2, 3] }),
      ],
      text: `clinical threshold (caseness): ${figure.caseness} or more`,
    },
    ...(hasCounted(figure, square)
      ? [
          {
            mark: ({ x, y }: { x: number; y: number }) => [
              rect({ x: x - u * 0.45, y: y - u * 0.45, width: u * 0.9, height: u * 0.9 }, { fill: "ink-3" }),
            ],
            text: "too many with the same scores for single dots",
          },
        ]
      : []),
  ];
}

function spokenOf({ dots, reliableChange, instrument }: BeforeAfterFigure): string {
  if (dots.length === 0) return "No data: no patient has a score before and after.";
  const shares = CHANGES.map(
    (change) => `${patientsOf(dots.filter((dot) => dot.change === change))} ${MARKS[change].words}`,
  );
  return `${counted(patientsOf(dots), "patient")} with a ${instrumentName(instrument)} before and after: ${shares.join(", ")}. A change of ${reliableChange} points or more is reliable.`;
}

/** Each patient a dot: where they began, across, and where they ended, up; below the diagonal they have fewer points than before. */
export function drawBeforeAfter(figure: BeforeAfterFigure, { width, text: u }: Surface): Drawing {
  const name = instrumentName(figure.instrument);
  const left = u * 3.6;
  const beside = width >= u * 58;
  const side = Math.min(width - left - 1 - (beside ? u * 20 : 0), u * 42);
  const field = { left, right: left + side, top: u * 0.5, bottom: u * 0.5 + side };
  const domain = [-0.5, figure.maximum + 0.5] as const;
  const square: Square = {
    field,
    u,
    x: scaleOf([...domain], [field.left, field.right]),
    y: scaleOf([...domain], [field.bottom, field.top]),
    cell: side / (figure.maximum + 1),
  };
  const room = beside
    ? { x: field.right + u * 2, y: field.top, width: width - field.right - u * 2, size: u }
    : { x: 0, y: field.bottom + u * 3.8, width, size: u };
  const marks = beside
    ? legendBelowOneAnother(samplesOf(figure, square), room)
    : legend(samplesOf(figure, square), room);
  return {
    width,
    height: Math.max(field.bottom + u * 3.4, room.y + marks.height),
    title: `${name} before and after, each patient a dot (n = ${patientsOf(figure.dots)})`,
    spoken: spokenOf(figure),
    elements: [
      ...drawBand(figure, square),
      ...drawAxes(figure, square, name),
      ...drawCaseness(figure, square),
      write("no change", {
        x: square.x(3.6),
        y: square.y(3.6) - u * 0.5,
        size: u,
        anchor: "middle",
        turn: -45,
        tone: "ink-3",
      }),
      ...drawDots(figure, square),
      ...marks.elements,
      ...(figure.dots.length === 0
        ? [
            write("No data", {
              x: (field.left + field.right) / 2,
              y: field.top + side / 3,
              size: u,
              anchor: "middle",
              tone: "nodata",
            }),
          ]
        : []),
    ],
  };
}

/** One sample a line. */
function legendBelowOneAnother(
  samples: readonly Sample[],
  room: { x: number; y: number; width: number; size: number },
) {
  const elements: DrawingElement[] = [];
  let { y } = room;
  for (const sample of samples) {
    const one = legend([sample], { ...room, y });
    elements.push(...one.elements);
    y += one.height;
  }
  return { elements, height: y - room.y };
}
