import type { RetentionFigure } from "@soundings/clinical";
import { area, curveStepAfter, line as pathOf } from "d3-shape";
import type { About, Drawing, DrawingElement, Look, Surface } from "../drawing.ts";
import { axisBelow, axisBeside, type Field, type Scale, scaleOf } from "../parts/axes.ts";
import { circle, line, path, write } from "../parts/shapes.ts";
import {
  counted,
  countOrWithheld,
  countWords,
  sentence,
  shareTick,
  valueWords,
  withInterval,
} from "../parts/words.ts";

type Step = RetentionFigure["curve"][number];
type At = RetentionFigure["at"][number];

/** Beyond half a year a curve of an intensive program rests on very few. */
const LAST_DAY = 180;

interface Plane {
  readonly field: Field;
  readonly x: Scale;
  readonly y: Scale;
  readonly u: number;
  readonly last: number;
}

function atWords({ day, survival, low, high, at_risk }: At): string {
  const risk = at_risk === null ? "at risk withheld" : `${countWords(at_risk)} at risk`;
  if (survival === null)
    return `Day ${day}: ${at_risk === null ? "withheld" : "no data, nobody was followed so long"}.`;
  return sentence(
    `Day ${day}: ${valueWords(survival, "percent")} still in treatment or ended as planned${withInterval(low, high, "percent")}, ${risk}`,
  );
}

function stepWords({ day, events, censored, survival, at_risk }: Step): string {
  const parts = [
    ...(events > 0 ? [`${events} left against advice or lost contact`] : []),
    ...(censored > 0 ? [`${censored} followed no longer`] : []),
  ];
  return sentence(
    `Day ${day}: ${parts.join(", ")}, of ${countWords(at_risk)} at risk; ${valueWords(survival, "percent")} from here on`,
  );
}

/** The curve as it stands: whole before the first step, the last step up to its day. */
function stepsOf(curve: readonly Step[], last: number): Step[] {
  const start: Step = { day: 0, at_risk: 0, events: 0, censored: 0, survival: 1, low: null, high: null };
  return [start, ...curve.filter(({ day }) => day <= last)];
}

/** Without any interval there is no band. */
function drawn(d: string | null, look: Look): DrawingElement[] {
  return d ? [path(d, look)] : [];
}

function drawCurve(curve: readonly Step[], { x, y, last, u }: Plane): DrawingElement[] {
  if (curve.length === 0) return [];
  const steps = stepsOf(curve, last);
  const final = steps.at(-1);
  // A curve that goes on beyond the axis is drawn up to it.
  if (final && curve.some(({ day }) => day > last))
    steps.push({ ...final, day: last, events: 0, censored: 0 });
  const band = area<Step>()
    .defined(({ low, high }) => low !== null && high !== null)
    .x(({ day }) => x(day))
    .y0(({ low }) => y(low ?? 0))
    .y1(({ high }) => y(high ?? 0))
    .curve(curveStepAfter)
    .digits(2);
  const whole = pathOf<Step>()
    .x(({ day }) => x(day))
    .y(({ survival }) => y(survival))
    .curve(curveStepAfter)
    .digits(2);
  const marks = steps.filter(({ events, censored }) => events + censored > 0);
  return [
    ...drawn(band(steps), { fill: "ink-3", opacity: 0.18 }),
    ...drawn(whole(steps), { stroke: "ink", strokeWidth: 1.75 }),
    ...marks.flatMap((step) => {
      const about = { words: stepWords(step) };
      const at = [x(step.day), y(step.survival)] as const;
      return step.censored > 0
        ? [line([at[0], at[1] - u * 0.35], [at[0], at[1] + u * 0.15], { stroke: "ink-2", about })]
        : [circle({ x: at[0], y: at[1] }, 0.5, { fill: "ink", about })];
    }),
  ];
}

/** The share at a day with its interval; without a curve the only thing drawn. */
function drawAt(at: At, { field, x, y, u, last }: Plane): DrawingElement[] {
  if (at.day > last) return [];
  const about: About = { words: atWords(at) };
  const left = x(at.day);
  if (at.survival === null)
    return [
      write(at.at_risk === null ? "withheld" : "no data", {
        x: left,
        y: field.top + u,
        size: u,
        anchor: "middle",
        tone: "nodata",
        about,
      }),
    ];
  const top = y(at.survival);
  const { low, high } = at;
  const end = u * 0.35;
  const interval =
    low === null || high === null
      ? []
      : [
          line([left, y(low)], [left, y(high)], { stroke: "ink-2", strokeWidth: 1.5, about }),
          ...[low, high].map((value) =>
            line([left - end, y(value)], [left + end, y(value)], { stroke: "ink-2", about }),
          ),
        ];
  // Beside the interval, on the side where the curve is not: above it at the left it would be crossed.
  const words = write(valueWords(at.survival, "percent"), {
    x: left + u * 0.6,
    y: Math.max(u, y(high ?? at.survival) - u * 0.2),
    size: u,
    tone: "ink",
    medium: true,
    about,
  });
  return [...interval, circle({ x: left, y: top }, u * 0.36, { fill: "ink", stroke: "paper", about }), words];
}

/** How many are at risk below each tick; beyond the days that are given, as the curve tells. */
function risksOf({ n, at, curve }: RetentionFigure, last: number) {
  const given = [{ day: 0, at_risk: n }, ...at].filter(({ day }) => day <= last);
  if (curve.length === 0) return given;
  const farthest = Math.max(...given.map(({ day }) => day));
  const beyond = Array.from({ length: last / 30 + 1 }, (_, place) => place * 30)
    .filter((day) => day > farthest)
    .map((day) => ({ day, at_risk: curve.find((step) => step.day >= day)?.at_risk ?? 0 }));
  return [...given, ...beyond];
}

function drawRisk(figure: RetentionFigure, { field, x, u, last }: Plane, narrow: boolean): DrawingElement[] {
  const y = field.bottom + u * 4.8;
  const all = risksOf(figure, last);
  const title = write("At risk", { x: 0, y: narrow ? y - u * 1.3 : y, size: u, tone: "ink-3" });
  return [
    title,
    ...all.map(({ day, at_risk }) =>
      write(narrow && at_risk === null ? "–" : countOrWithheld(at_risk), {
        x: x(day),
        y: narrow ? y + u * 0.1 : y,
        size: u,
        anchor: "middle",
        tone: at_risk === null ? "nodata" : "ink-2",
        about: { words: `At risk on day ${day}: ${countOrWithheld(at_risk)}.` },
      }),
    ),
  ];
}

/** How long people stay: the share that has not left against advice or lost contact, with its interval. */
export function drawRetention(figure: RetentionFigure, { width, text: u }: Surface): Drawing {
  const { curve, at, n } = figure;
  const farthest = Math.max(90, ...at.map(({ day }) => day), curve.at(-1)?.day ?? 0);
  const last = Math.min(LAST_DAY, Math.ceil(farthest / 30) * 30);
  const narrow = width < u * 46;
  const field = {
    left: narrow ? u * 4 : u * 5,
    right: width - u * 3,
    top: u * 0.8,
    bottom: u * (narrow ? 17 : 22),
  };
  const plane: Plane = {
    field,
    u,
    last,
    x: scaleOf([0, last], [field.left, field.right]),
    y: scaleOf([0, 1], [field.bottom, field.top]),
  };
  const shares = [0, 0.25, 0.5, 0.75, 1].map((value) => ({ at: plane.y(value), text: shareTick(value) }));
  const days = Array.from({ length: last / 30 + 1 }, (_, place) => ({
    at: plane.x(place * 30),
    text: String(place * 30),
  }));
  const nobody = n === 0 || (curve.length === 0 && at.every(({ survival }) => survival === null));
  return {
    width,
    height: field.bottom + u * 5.4,
    title: `Still in treatment or ended as planned, by day of stay (n = ${countOrWithheld(n)})`,
    spoken: nobody
      ? `No data${n === null ? ": withheld" : ""}.`
      : `${n === null ? "" : `${counted(n, "patient")}. `}${at.map(atWords).join(" ")}`,
    elements: [
      ...axisBeside(field, shares, { size: u }),
      ...axisBelow(field, days, { size: u, title: "days since admission" }),
      ...drawCurve(curve, plane),
      ...at.flatMap((one) => drawAt(one, plane)),
      ...drawRisk(figure, plane, narrow),
      ...(n === 0
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
