import type { Figure } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import { drawingAsSvg } from "./as-svg.ts";
import { drawFigure } from "./draw.ts";
import type { Drawing, DrawingElement } from "./drawing.ts";
import { BARE, TYPICAL } from "./figures.fixture.ts";
import { boxOf, overlap, stopsOf } from "./parts/boxes.ts";

const WIDTHS = [340, 700, 1200];
const named = (figures: readonly Figure[]) =>
  figures.map((figure, place) => [`${figure.kind} ${place}`, figure] as const);
const CAPTION = {
  program: "North & South <Campus>",
  period: "discharged Nov 1, 2025 to Oct 31, 2026",
  asOf: "Nov 21, 2026",
};

function numbersIn(element: DrawingElement): string[] {
  return Object.values(element).flatMap((value) =>
    typeof value === "number" || typeof value === "string" ? [String(value)] : [],
  );
}

function outside(drawing: Drawing): string[] {
  return drawing.elements.flatMap((element) => {
    const { left, top, right, bottom } = boxOf(element);
    const isIn = left >= -1 && top >= -1 && right <= drawing.width + 1 && bottom <= drawing.height + 1;
    return isIn ? [] : [JSON.stringify(element)];
  });
}

/** Texts that stand straight and cover one another by more than the estimate of their width errs. */
function collisions(drawing: Drawing): string[] {
  const texts = drawing.elements.flatMap((element) =>
    element.kind === "text" && !element.turn ? [{ text: element.text, box: boxOf(element) }] : [],
  );
  const smaller = ({ left, top, right, bottom }: ReturnType<typeof boxOf>) => {
    const by = (right - left) * 0.06;
    return { left: left + by, top: top + 1.5, right: right - by, bottom: bottom - 1.5 };
  };
  return texts.flatMap((one, place) =>
    texts
      .slice(place + 1)
      .flatMap((other) =>
        overlap(smaller(one.box), smaller(other.box)) ? [`${one.text} × ${other.text}`] : [],
      ),
  );
}

/** A small reader of markup: every tag closed in its turn. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  for (const [, end, name, closed] of svg.matchAll(
    /<(\/?)([a-z]+)((?:\s[a-zA-Z][\w-]*="[^"<]*")*\s*\/?)>/g,
  )) {
    if (end) {
      if (open.pop() !== name) return false;
    } else if (!closed?.trimEnd().endsWith("/") && name) open.push(name);
  }
  const rest = svg.replaceAll(/<\/?[a-z]+(?:\s[a-zA-Z][\w-]*="[^"<]*")*\s*\/?>/g, "");
  return open.length === 0 && !/[<>]/.test(rest) && !/&(?!amp;|lt;|gt;|quot;)/.test(svg);
}

describe.each(WIDTHS)("at a width of %i", (width) => {
  const draw = (figure: Figure) => drawFigure(figure, { width, text: 12 });

  it.each(named([...TYPICAL, ...BARE]))(
    "%s has numbers everywhere, within its room, and words",
    (_, figure) => {
      const drawing = draw(figure);
      expect(drawing.width).toBe(width);
      expect(drawing.height).toBeGreaterThan(10);
      expect(
        drawing.elements.flatMap(numbersIn).filter((value) => /NaN|Infinity|undefined|null/.test(value)),
      ).toEqual([]);
      expect(outside(drawing)).toEqual([]);
      expect(`${drawing.title} ${drawing.spoken}`).not.toMatch(/NaN|Infinity|undefined|null/);
      expect(drawing.title).not.toBe("");
      expect(drawing.spoken).not.toBe("");
      for (const { words } of stopsOf(drawing)) expect(words).toMatch(/^\S.*[.]$/);
    },
  );

  it.each(named(TYPICAL))("%s has no text over another, and none below 12", (_, figure) => {
    const drawing = draw(figure);
    expect(collisions(drawing)).toEqual([]);
    const sizes = drawing.elements.flatMap((element) => (element.kind === "text" ? [element.size] : []));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });

  it.each(named(TYPICAL))("%s is a file that stands alone", (_, figure) => {
    const drawing = draw(figure);
    const svg = drawingAsSvg(drawing, CAPTION);
    expect(isWellFormed(svg)).toBe(true);
    expect(svg).not.toMatch(/var\(|NaN|href|url\(/);
    expect(svg).toContain("North &amp; South &lt;Campus&gt;");
    expect(svg.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ")).toContain("1 to 10");
  });
});

it("uses only the commands of a path that every surface knows", () => {
  const paths = [...TYPICAL, ...BARE].flatMap((figure) =>
    drawFigure(figure, { width: 700, text: 12 }).elements.flatMap((element) =>
      element.kind === "path" ? [element.d] : [],
    ),
  );
  expect(paths.length).toBeGreaterThan(50);
  expect(paths.filter((d) => !/^[MLHVCZ\d\s.,-]*$/.test(d) || !d.startsWith("M"))).toEqual([]);
});

it("grows with the size of its text", () => {
  const [flow] = TYPICAL.filter(({ kind }) => kind === "intervals");
  if (!flow) throw new Error("no figure");
  expect(drawFigure(flow, { width: 500, text: 9 }).height).toBeLessThan(
    drawFigure(flow, { width: 500, text: 12 }).height,
  );
});
