import type { BandsFigure } from "@soundings/clinical";
import type { About, Drawing, DrawingElement, Surface } from "../drawing.ts";
import { type Scale, scaleOf } from "../parts/axes.ts";
import { widthOfText } from "../parts/boxes.ts";
import { legend } from "../parts/legend.ts";
import { line, rect, write } from "../parts/shapes.ts";
import { countOrWithheld, countWords, instrumentName, sentence, valueWords } from "../parts/words.ts";

type Band = BandsFigure["bands"][number];

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function partWords(count: number | null, n: number | null): string {
  if (count === null) return "withheld";
  return n ? `${countWords(count)} (${valueWords(count / n, "percent")})` : countWords(count);
}

function bandWords({ name, pre, post }: Band, n: number | null): string {
  return sentence(
    `${capital(name)}: ${partWords(pre, n)} before, ${partWords(post, n)} after${n === null ? "" : `, of ${countWords(n)}`}`,
  );
}

interface Row {
  readonly y: number;
  readonly height: number;
  readonly x: Scale;
  readonly u: number;
  readonly about: About;
}

function bar(
  count: number | null,
  n: number | null,
  { y, height, x, u, about }: Row,
  isAfter: boolean,
): DrawingElement[] {
  const from = x(0);
  const middle = y + height / 2 + u * 0.35;
  if (count === null)
    return [write("withheld", { x: from + u * 0.4, y: middle, size: u, tone: "nodata", about })];
  const box = { x: from, y, width: x(count) - from, height };
  const filled = isAfter
    ? ({ fill: "ink-2", about } as const)
    : ({ stroke: "ink-3", fill: "paper", about } as const);
  return [
    ...(count === 0 ? [] : [rect(box, filled)]),
    write(partWords(count, n), {
      x: x(count) + u * 0.5,
      y: middle,
      size: u,
      tone: isAfter ? "ink" : "ink-3",
      about,
    }),
  ];
}

/** How many were in each band of severity before and after: two bars a band, both from zero. */
export function drawBands({ instrument, n, bands }: BandsFigure, { width, text: u }: Surface): Drawing {
  const name = instrumentName(instrument);
  const left = bands.reduce((most, band) => Math.max(most, widthOfText(band.name, u)), 0) + u * 1.2;
  const counts = bands.flatMap(({ pre, post }) => [pre ?? 0, post ?? 0]);
  const most = counts.reduce((one, other) => Math.max(one, other), 1);
  const room = counts.reduce((one, count) => Math.max(one, widthOfText(partWords(count, n), u)), 0);
  const x = scaleOf([0, most], [left, Math.max(left + u * 4, Math.min(width - room - u, u * 62))]);
  const [height, gap] = [u * 1.25, u * 0.9];
  const key = legend(
    [
      {
        mark: (at) => [
          rect(
            { x: at.x - u * 0.6, y: at.y - u * 0.4, width: u * 1.2, height: u * 0.8 },
            { stroke: "ink-3", fill: "paper" },
          ),
        ],
        text: "before",
      },
      {
        mark: (at) => [
          rect({ x: at.x - u * 0.6, y: at.y - u * 0.4, width: u * 1.2, height: u * 0.8 }, { fill: "ink-2" }),
        ],
        text: "after",
      },
    ],
    { x: left, y: 0, width: width - left, size: u },
  );
  const top = key.height + u * 0.5;
  const each = height * 2 + u * 0.2 + gap;
  const drawn = bands.flatMap((band, place) => {
    const y = top + place * each;
    const about = { words: bandWords(band, n) };
    const row = { height, x, u, about };
    return [
      write(capital(band.name), {
        x: left - u * 0.8,
        y: y + height + u * 0.35,
        size: u,
        anchor: "end",
        tone: "ink",
        about,
      }),
      ...bar(band.pre, n, { ...row, y }, false),
      ...bar(band.post, n, { ...row, y: y + height + u * 0.2 }, true),
    ];
  });
  const bottom = top + bands.length * each - gap;
  return {
    width,
    height: bottom + u * 0.4,
    title: `${name} severity before and after (n = ${countOrWithheld(n)})`,
    spoken: n === 0 ? "No data." : bands.map((band) => bandWords(band, n)).join(" "),
    elements: [
      ...key.elements,
      ...drawn,
      line([left, top - u * 0.3], [left, bottom + u * 0.3], { stroke: "line-strong" }),
    ],
  };
}
