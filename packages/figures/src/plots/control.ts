import type { ControlFigure, RuleMark } from "@soundings/clinical";
import { RULE_MARKS } from "@soundings/clinical";
import type { Drawing, DrawingElement, Surface } from "../drawing.ts";
import {
  axisBelow,
  axisBeside,
  everyNth,
  type Field,
  heightFor,
  roundDomain,
  type Scale,
  scaleOf,
  ticksOf,
} from "../parts/axes.ts";
import { widthOfText } from "../parts/boxes.ts";
import { legend, paragraph, type Sample } from "../parts/legend.ts";
import { circle, diamond, line, lineThrough, rect, write } from "../parts/shapes.ts";
import { countOrWithheld, dateWords, sentence, shareTick, valueWords } from "../parts/words.ts";
import { chartWords, type Point, pointWords, RULES, spokenOf } from "./control-words.ts";

interface Plane {
  readonly field: Field;
  readonly y: Scale;
  readonly step: number;
  readonly u: number;
}

const middleOf = ({ field, step }: Plane, place: number): number => field.left + step * (place + 0.5);

/** A limit as a line over each period, joined where the next period has one too; a gap stays a gap. */
function drawLimit(points: readonly Point[], which: "low" | "high", plane: Plane): DrawingElement[] {
  const { field, step, y } = plane;
  const runs: (readonly [number, number])[][] = [];
  let before: number | null = null;
  for (const [place, point] of points.entries()) {
    const value = point[which];
    if (value !== null) {
      const left = field.left + step * place;
      const piece = [[left, y(value)] as const, [left + step, y(value)] as const];
      const run = runs.at(-1);
      if (before !== null && run) run.push(...piece);
      else runs.push(piece);
    }
    before = value;
  }
  return runs.map((run) => lineThrough(run, { stroke: "ink-3", dash: [4, 3] }));
}

/** The line from period to period; never across a period without a value, and not up to one that has not ended. */
function drawLine(points: readonly Point[], plane: Plane): DrawingElement[] {
  return points.flatMap((point, place) => {
    const before = points[place - 1];
    if (!before || before.value === null || point.value === null || point.open) return [];
    return [
      line(
        [middleOf(plane, place - 1), plane.y(before.value)],
        [middleOf(plane, place), plane.y(point.value)],
        { stroke: "ink-3" },
      ),
    ];
  });
}

const lettersOf = (marks: readonly RuleMark[]): string => marks.map((mark) => RULES[mark].letter).join("");

function drawPoint(point: Point, place: number, plane: Plane, unit: ControlFigure["unit"]): DrawingElement[] {
  const { u, y, field } = plane;
  const about = { words: pointWords(point, unit), key: point.from };
  const x = middleOf(plane, place);
  if (point.value === null)
    return point.n === null
      ? [write("w", { x, y: field.bottom - u * 0.4, size: u, anchor: "middle", tone: "nodata", about })]
      : [line([x, field.bottom - u * 0.4], [x, field.bottom], { stroke: "nodata", about })];
  const at = { x, y: y(point.value) };
  const isOutside = point.marks.includes("outside");
  const letters = lettersOf(point.marks);
  const mark = isOutside
    ? diamond(at, u * 0.62, {
        fill: point.open ? "paper" : "ink",
        stroke: point.open ? "ink" : "paper",
        about,
      })
    : circle(
        at,
        u * 0.34,
        point.open
          ? { fill: "paper", stroke: "ink", strokeWidth: 1.25, about }
          : { fill: "ink", stroke: "paper", about },
      );
  return [
    mark,
    ...(letters
      ? [write(letters, { x, y: at.y - u * 0.8, size: u, anchor: "middle", tone: "ink-2", about })]
      : []),
  ];
}

interface Notes {
  readonly flags: readonly DrawingElement[];
  readonly below: ReturnType<typeof paragraph>;
}

/** Numbered on top at the day when something changed, and in words below. */
function drawNotes(
  { notes, points }: ControlFigure,
  plane: Plane,
  room: { y: number; width: number },
): Notes {
  const { field, u, step } = plane;
  const flags: DrawingElement[] = [];
  const below: DrawingElement[] = [];
  let y = room.y;
  for (const [place, { on, text }] of notes.entries()) {
    const words = `${place + 1}  ${dateWords(on)}: ${text}`;
    const lines = paragraph(words, { x: 0, y, width: room.width, size: u });
    below.push(...lines.elements);
    y += lines.height;
    const period = points.filter(({ from }) => from <= on).length - 1;
    if (period < 0) continue;
    // A period is one step wide; within it a note stands at its beginning, as what followed stands in it.
    const x = field.left + step * period + step * 0.12;
    const about = { words: sentence(`Note ${place + 1}, ${dateWords(on)}: ${text}`) };
    const number = String(place + 1);
    const side = widthOfText(number, u) + u * 0.6;
    const top = u * 0.3 + (place % 2) * u * 1.5;
    flags.push(
      line([x, top + u * 1.3], [x, field.bottom], { stroke: "accent", dash: [1, 3], about }),
      rect(
        { x: x - side / 2, y: top, width: side, height: u * 1.3 },
        { fill: "paper", stroke: "accent", about },
      ),
      write(number, { x, y: top + u, size: u, anchor: "middle", tone: "accent", about }),
    );
  }
  return { flags, below: { elements: below, height: y - room.y } };
}

function samplesOf({ points }: ControlFigure, u: number): Sample[] {
  const used = RULE_MARKS.filter((mark) => points.some(({ marks }) => marks.includes(mark)));
  const hasWithheld = points.some(({ value, n }) => value === null && n === null);
  const letter =
    (text: string): Sample["mark"] =>
    ({ x, y }) => [write(text, { x, y: y + u * 0.35, size: u, anchor: "middle" })];
  const dashed = { stroke: "ink-3", dash: [4, 3] } as const;
  const limits: Sample = {
    mark: ({ x, y }) => [line([x - u * 0.6, y], [x + u * 0.6, y], dashed)],
    text: "limits of chance",
  };
  return [
    ...(points.some(({ low, high }) => low !== null || high !== null) ? [limits] : []),
    ...used.map(
      (mark): Sample => ({
        mark:
          mark === "outside" ? (at) => [diamond(at, u * 0.55, { fill: "ink" })] : letter(RULES[mark].letter),
        text: RULES[mark].words,
      }),
    ),
    ...(points.some(({ open, value }) => open && value !== null)
      ? [
          {
            mark: ((at) => [
              circle(at, u * 0.34, { fill: "paper", stroke: "ink", strokeWidth: 1.25 }),
            ]) satisfies Sample["mark"],
            text: "period not ended",
          },
        ]
      : []),
    ...(hasWithheld ? [{ mark: letter("w"), text: "withheld" }] : []),
  ];
}

function domainOf({ points, center, unit }: ControlFigure): [number, number] {
  const values = points
    .flatMap(({ value, low, high }) => [value, low, high])
    .filter((value) => value !== null);
  const all = center === null ? values : [...values, center];
  const [from, to] = roundDomain(unit === "percent" ? [0, ...all] : all, unit === "percent" ? 0.2 : 2);
  return unit === "percent" ? [0, Math.min(1, to)] : [from, to];
}

/** Periods one after the other, with the center and the limits of chance, and a mark at what stands out by a rule. */
export function drawControl(figure: ControlFigure, { width, text: u }: Surface): Drawing {
  const { points, unit, center, notes } = figure;
  const domain = domainOf(figure);
  const hasNotes = notes.length > 0;
  const centerText = center === null ? "" : valueWords(center, unit);
  const field = {
    left: u * 4,
    right: width - Math.max(u * 2, widthOfText(centerText, u) + u),
    top: u * (hasNotes ? 4 : 1.6),
    bottom: u * (hasNotes ? 4 : 1.6) + heightFor(width, u),
  };
  const step = (field.right - field.left) / Math.max(1, points.length);
  const plane: Plane = { field, u, step, y: scaleOf(domain, [field.bottom, field.top]) };
  const beside = ticksOf(domain[0], domain[1], 5).map((value) => ({
    at: plane.y(value),
    text: unit === "percent" ? shareTick(value) : String(value).replace("-", "−"),
  }));
  const labels = everyNth(
    points.map(({ label }, place) => ({ at: middleOf(plane, place), text: label })),
    u,
  );
  const counts = everyNth(
    points.map(({ n }, place) => ({ at: middleOf(plane, place), text: countOrWithheld(n) })),
    u,
  );
  const kind = figure.trial
    ? paragraph(sentence(chartWords(figure)), { x: 0, y: field.bottom + u * 3.9, width, size: u })
    : { elements: [], height: 0 };
  const key = legend(samplesOf(figure, u), { x: 0, y: field.bottom + u * 4.2 + kind.height, width, size: u });
  const isBare = kind.height + key.height + notes.length === 0;
  const end = field.bottom + (isBare ? u * 3 : u * 4.2 + kind.height + key.height);
  const noted = drawNotes(figure, plane, { y: end, width });
  return {
    width,
    height: end + noted.below.height + u * 0.4,
    title: `${figure.title ?? "Over time"}, ${chartWords(figure)}`,
    spoken:
      `${spokenOf(figure)} ${notes.map(({ on, text }) => sentence(`Note of ${dateWords(on)}: ${text}`)).join(" ")}`.trim(),
    elements: [
      ...axisBeside(field, beside, { size: u }),
      ...noted.flags,
      ...(center === null
        ? []
        : [
            line([field.left, plane.y(center)], [field.right, plane.y(center)], {
              stroke: "ink-2",
              about: { words: sentence(`Center: ${centerText}`) },
            }),
            write(centerText, {
              x: field.right + u * 0.4,
              y: plane.y(center) + u * 0.35,
              size: u,
              tone: "ink-2",
            }),
          ]),
      ...drawLimit(points, "low", plane),
      ...drawLimit(points, "high", plane),
      ...drawLine(points, plane),
      ...points.flatMap((point, place) => drawPoint(point, place, plane, unit)),
      ...axisBelow(field, labels, { size: u }),
      write("n", { x: 0, y: field.bottom + u * 3, size: u, tone: "ink-3" }),
      ...counts.map(({ at, text }) =>
        write(text, { x: at, y: field.bottom + u * 3, size: u, anchor: "middle", tone: "ink-3" }),
      ),
      ...kind.elements,
      ...key.elements,
      ...noted.below.elements,
      ...(points.every(({ value }) => value === null)
        ? [
            write("No data", {
              x: (field.left + field.right) / 2,
              y: (field.top + field.bottom) / 2,
              size: u,
              anchor: "middle",
              tone: "nodata",
            }),
          ]
        : []),
    ],
  };
}
