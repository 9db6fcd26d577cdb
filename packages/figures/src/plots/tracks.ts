import type { TracksFigure } from "@soundings/clinical";
import type { About, Drawing, DrawingElement, Surface } from "../drawing.ts";
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
import { legend, type Sample } from "../parts/legend.ts";
import { circle, line, triangle, write } from "../parts/shapes.ts";
import { countWords, dateWords, instrumentName, sentence, valueWords, withInterval } from "../parts/words.ts";

type Week = TracksFigure["weeks"][number];
type Together = "up" | "down" | "no" | "few";
type Mark = (at: { readonly x: number; readonly y: number }, u: number, about?: About) => DrawingElement;

const MARKS: Readonly<Record<Together, { readonly words: string; readonly mark: Mark }>> = {
  up: {
    words: "most moved up together",
    mark: (at, u, about) => triangle(at, u * 0.6, { tip: "up", fill: "worse", stroke: "paper", about }),
  },
  down: {
    words: "most moved down together",
    mark: (at, u, about) => triangle(at, u * 0.6, { tip: "down", fill: "better", stroke: "paper", about }),
  },
  no: {
    words: "not together",
    mark: (at, u, about) => circle(at, u * 0.36, { fill: "ink-3", stroke: "paper", about }),
  },
  few: {
    words: "too few to say",
    mark: (at, u, about) =>
      circle(at, u * 0.33, { fill: "paper", stroke: "ink-3", strokeWidth: 1.25, about }),
  },
};
const ORDER = ["up", "down", "no", "few"] as const;

const markOf = ({ together }: Week): Together => together ?? "few";

function weekWords(week: Week): string {
  const { from, n, mean, low, high, rose, fell } = week;
  const start = `Week of ${dateWords(from)}`;
  if (mean === null)
    return sentence(`${start}: no data, ${n === 0 ? "nobody" : n} measured in this week and the one before`);
  const change = `mean change ${mean > 0 ? "+" : ""}${valueWords(mean, "points")}${withInterval(low, high, "points")}, n = ${countWords(n)}`;
  return sentence(`${start}: ${change}; ${rose} rose, ${fell} fell: ${MARKS[markOf(week)].words}`);
}

interface Plane {
  readonly field: Field;
  readonly y: Scale;
  readonly u: number;
}

function drawWeek(week: Week, x: number, { field, y, u }: Plane): DrawingElement[] {
  const { mean, low, high } = week;
  const about = mean === null ? { words: weekWords(week) } : { words: weekWords(week), key: week.from };
  if (mean === null) return [line([x, y(0) - u * 0.2], [x, y(0) + u * 0.2], { stroke: "nodata", about })];
  const clip = (value: number) => Math.min(field.bottom, Math.max(field.top, y(value)));
  return [
    ...(low === null || high === null || week.together === null
      ? []
      : [line([x, clip(low)], [x, clip(high)], { stroke: "ink-3", strokeWidth: 1.25, about })]),
    MARKS[markOf(week)].mark({ x, y: y(mean) }, u, about),
  ];
}

/** How far a week reaches. With too few to say it has no interval: that of two patients would leave no height to all others. */
function reachOf({ low, high, together }: Week, mean: number): number[] {
  return together === null ? [mean] : [mean, low ?? mean, high ?? mean];
}

function spokenOf({ weeks, instrument, label }: TracksFigure): string {
  const known = weeks.filter(({ mean }) => mean !== null);
  const latest = known.at(-1);
  if (!latest) return `${label}: no data, no ${instrumentName(instrument)} in two weeks in a row.`;
  const together = weeks.filter((week) => week.together === "up" || week.together === "down");
  const which =
    together.length === 0 ? "No week in which most moved together." : together.map(weekWords).join(" ");
  return `${label}, ${known.length} of ${weeks.length} weeks with values. ${which} Latest: ${weekWords(latest)}`;
}

/** By calendar week, the mean change of one track's patients against the week before; up is more symptoms. */
export function drawTracks(figure: TracksFigure, { width, text: u }: Surface): Drawing {
  const { weeks, instrument, label } = figure;
  const values = weeks.flatMap((week) => (week.mean === null ? [] : reachOf(week, week.mean)));
  const reach = values.reduce((most, value) => Math.max(most, Math.abs(value)), 2);
  const [from, to] = roundDomain([-reach, reach], 4);
  const field = { left: u * 4, right: width - u, top: u * 0.8, bottom: u * 0.8 + heightFor(width, u) };
  const step = (field.right - field.left) / Math.max(1, weeks.length);
  const at = (place: number) => field.left + step * (place + 0.5);
  const plane: Plane = { field, u, y: scaleOf([from, to], [field.bottom, field.top]) };
  const beside = ticksOf(from, to, 5).map((value) => ({
    at: plane.y(value),
    text: value > 0 ? `+${value}` : String(value).replace("-", "−"),
  }));
  const days = weeks.map((week, place) => ({
    at: at(place),
    text: dateWords(week.from).split(",")[0] ?? "",
  }));
  const counts = weeks.map(({ n }, place) => ({ at: at(place), text: countWords(n) }));
  const used = new Set(weeks.filter(({ mean }) => mean !== null).map(markOf));
  const samples = ORDER.filter((one) => used.has(one)).map(
    (one): Sample => ({ mark: (place) => [MARKS[one].mark(place, u)], text: MARKS[one].words }),
  );
  const key = legend(samples, { x: 0, y: field.bottom + u * 4, width, size: u });
  return {
    width,
    height: field.bottom + u * 4.2 + key.height,
    title: `${label}: mean ${instrumentName(instrument)} change against the week before`,
    spoken: spokenOf(figure),
    elements: [
      ...axisBeside(field, beside, { size: u }),
      line([field.left, plane.y(0)], [field.right, plane.y(0)], {
        stroke: "ink-3",
        about: { words: "No change against the week before." },
      }),
      ...weeks.flatMap((week, place) => drawWeek(week, at(place), plane)),
      ...axisBelow(field, everyNth(days, u), { size: u }),
      write("n", { x: 0, y: field.bottom + u * 3, size: u, tone: "ink-3" }),
      ...everyNth(counts, u).map(({ at: x, text }) =>
        write(text, { x, y: field.bottom + u * 3, size: u, anchor: "middle", tone: "ink-3" }),
      ),
      ...key.elements,
      ...(values.length === 0
        ? [
            write("No data", {
              x: (field.left + field.right) / 2,
              y: field.top + u * 2,
              size: u,
              anchor: "middle",
              tone: "nodata",
            }),
          ]
        : []),
    ],
  };
}
