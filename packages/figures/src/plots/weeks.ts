import type { WeeksFigure } from "@soundings/clinical";
import type { Drawing, DrawingElement, Surface } from "../drawing.ts";
import {
  axisBelow,
  axisBeside,
  everyNth,
  type Field,
  heightFor,
  type Scale,
  scaleOf,
  ticksOf,
} from "../parts/axes.ts";
import { widthOfText } from "../parts/boxes.ts";
import { legend } from "../parts/legend.ts";
import { rect, write } from "../parts/shapes.ts";
import { countOrWithheld, countWords, sentence, valueWords } from "../parts/words.ts";

type Week = WeeksFigure["weeks"][number];

function weekWords({ week, expected, measured }: Week): string {
  if (expected === 0) return `Week ${week + 1}: no data, nobody was there so long.`;
  if (expected === null || measured === null)
    return sentence(
      `Week ${week + 1}: withheld${expected === null ? "" : `, of ${countWords(expected)} expected`}`,
    );
  return sentence(
    `Week ${week + 1}: ${countWords(measured)} of ${countWords(expected)} measured (${valueWords(measured / expected, "percent")})`,
  );
}

const isWithheld = ({ expected, measured }: Week): boolean =>
  expected !== 0 && (expected === null || measured === null);

interface Bars {
  readonly field: Field;
  readonly y: Scale;
  readonly step: number;
  readonly u: number;
  readonly labeled: boolean;
}

/** Of fewer the words tell the share, and the plot does not: 100 % of one is read like 100 % of many. */
const FEWEST = 10;

function label(week: Week): string {
  if (week.expected === 0) return "";
  if (week.expected === null || week.measured === null) return "withheld";
  if (week.expected < FEWEST) return "";
  return valueWords(week.measured / week.expected, "percent");
}

function drawWeek(week: Week, place: number, { field, y, step, u, labeled }: Bars): DrawingElement[] {
  const about = { words: weekWords(week) };
  const wide = Math.min(step * 0.7, u * 3);
  const middle = field.left + step * (place + 0.5);
  const x = middle - wide / 2;
  const bar = (count: number) => ({ x, y: y(count), width: wide, height: field.bottom - y(count) });
  const { expected, measured } = week;
  const top = expected === null ? field.bottom : y(expected);
  return [
    ...(expected
      ? [
          rect(bar(expected), {
            fill: "paper",
            stroke: "ink-3",
            ...(isWithheld(week) ? { dash: [3, 3] } : {}),
            about,
          }),
        ]
      : []),
    ...(expected && measured ? [rect(bar(measured), { fill: "ink-2", about })] : []),
    ...((labeled && label(week) !== "") || isWithheld(week)
      ? [
          write(labeled ? label(week) : "w", {
            x: middle,
            y: top - u * 0.4,
            size: u,
            anchor: "middle",
            tone: isWithheld(week) ? "nodata" : "ink",
            about,
          }),
        ]
      : []),
  ];
}

/** A row of words below the axis, as many of them as have room. */
function rowBelow(
  weeks: readonly Week[],
  { field, step, u }: Bars,
  text: (week: Week) => string,
): DrawingElement[] {
  const all = weeks.map((week, place) => ({ at: field.left + step * (place + 0.5), text: text(week) }));
  return everyNth(all, u).map(({ at, text: words }) =>
    write(words, {
      x: at,
      y: field.bottom + u * 4.5,
      size: u,
      anchor: "middle",
      tone: words === "withheld" ? "nodata" : "ink-3",
    }),
  );
}

/** Measured of expected by week of stay, the week of admission being week 1 as on every page: how many were there as an outline, how many of them were measured filled in. */
export function drawWeeks({ weeks }: WeeksFigure, { width, text: u }: Surface): Drawing {
  const most = weeks.reduce((one, { expected, measured }) => Math.max(one, expected ?? measured ?? 0), 1);
  const field = { left: u * 4, right: width - u * 0.5, top: u * 1.8, bottom: u * 1.8 + heightFor(width, u) };
  const y = scaleOf([0, most], [field.bottom, field.top]);
  const step = (field.right - field.left) / Math.max(1, weeks.length);
  const labeled = weeks.every((week) => widthOfText(label(week), u) <= step);
  const bars: Bars = { field, y, step, u, labeled };
  const ticks = weeks.map(({ week }, place) => ({
    at: field.left + step * (place + 0.5),
    text: String(week + 1),
  }));
  const counts = ticksOf(0, most, 4)
    .filter(Number.isInteger)
    .map((value) => ({ at: y(value), text: countWords(value) }));
  const swatch = { width: u * 0.9, height: u * 0.9 };
  const key = legend(
    [
      {
        mark: ({ x, y: at }) => [
          rect({ x: x - u * 0.5, y: at - u * 0.45, ...swatch }, { fill: "paper", stroke: "ink-3" }),
        ],
        text: "there the whole week (n)",
      },
      {
        mark: ({ x, y: at }) => [rect({ x: x - u * 0.5, y: at - u * 0.45, ...swatch }, { fill: "ink-2" })],
        text: "of them measured",
      },
      ...(!labeled && weeks.some(isWithheld)
        ? [
            {
              mark: ({ x, y: at }: { x: number; y: number }) => [
                write("w", { x, y: at + u * 0.35, size: u, anchor: "middle", tone: "nodata" }),
              ],
              text: "withheld",
            },
          ]
        : []),
    ],
    { x: 0, y: field.bottom + u * 5.2, width, size: u },
  );
  const hasNone = weeks.every(({ expected }) => expected === 0);
  return {
    width,
    height: field.bottom + u * 5.4 + key.height,
    title: "Measured of expected, by week of stay",
    spoken: hasNone ? "No data." : weeks.map(weekWords).join(" "),
    elements: [
      ...axisBeside(field, counts, { size: u }),
      ...weeks.flatMap((week, place) => drawWeek(week, place, bars)),
      ...axisBelow(field, everyNth(ticks, u), { size: u, title: "week of stay" }),
      write("n", { x: 0, y: field.bottom + u * 4.5, size: u, tone: "ink-3" }),
      ...rowBelow(weeks, bars, ({ expected }) => countOrWithheld(expected)),
      ...key.elements,
      ...(hasNone
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
