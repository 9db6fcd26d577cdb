import type { Page } from "@playwright/test";
import { addDays, type CalendarDate } from "@soundings/clinical";

interface Stroke {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly filled: boolean;
  /** Filled with the ground: it only covers what lies below. */
  readonly covers: boolean;
  readonly dashed: boolean;
  readonly closed: boolean;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** One drawn record, taken from the pixels of the page. */
export interface DrawnRecord {
  readonly key: string;
  /** `phq-9`, `gad-7`, or the beginning of what the lane says of itself. */
  readonly lane: string;
  readonly glyph: readonly Stroke[];
  /** Lines of its own beside the glyph: a pole, a tail. */
  readonly lines: readonly Stroke[];
  readonly text: string;
  readonly textAt: Box | null;
}

interface Drawing {
  readonly plot: Box;
  readonly days: number;
  readonly records: readonly DrawnRecord[];
  readonly bands: readonly { readonly lane: string; readonly name: string; readonly box: Box }[];
  readonly holes: readonly {
    readonly lane: string;
    readonly week: string;
    readonly text: string;
    readonly box: Box;
  }[];
  readonly bars: readonly { readonly medication: string; readonly box: Box }[];
  readonly placements: readonly { readonly ink: number; readonly box: Box }[];
}

/** Runs in the page, which has the sizes; so it is text. */
const READ = `(() => {
  const section = document.querySelector("#timeline section");
  const slider = section.querySelector("[role=slider]");
  const box = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top, bottom };
  };
  const stroke = (path) => ({
    ...box(path),
    filled: path.getAttribute("fill") !== "none",
    covers: path.getAttribute("fill") === "var(--paper)",
    dashed: path.hasAttribute("stroke-dasharray"),
    closed: /z$/i.test(path.getAttribute("d")),
  });
  const laneOf = (element) =>
    element.closest("[data-lane]")?.dataset.lane ?? element.closest("svg").getAttribute("aria-label");
  const records = [...section.querySelectorAll("[data-record]")].map((mark) => {
    const text = mark.querySelector("text");
    return {
      key: mark.dataset.record,
      lane: laneOf(mark),
      glyph: [...mark.querySelectorAll(":scope > g:not([data-quality]) > path")].map(stroke),
      lines: [...mark.querySelectorAll(":scope > path")].map(stroke),
      text: text?.textContent ?? "",
      textAt: text ? box(text) : null,
    };
  });
  const bands = [...section.querySelectorAll("[data-lane] g")]
    .filter((group) => group.children[0]?.tagName === "rect" && group.children[2]?.tagName === "text")
    .map((group) => ({
      lane: laneOf(group),
      name: [...group.querySelectorAll("text")].map((text) => text.textContent).join(" "),
      box: box(group.children[0]),
    }));
  const holes = [...section.querySelectorAll("[data-hole]")].map((hole) => ({
    lane: laneOf(hole),
    week: hole.dataset.hole,
    text: hole.querySelector("text")?.textContent ?? "",
    box: box(hole.querySelector("rect")),
  }));
  const bars = [...section.querySelectorAll("svg[role=img] > g > rect")]
    .map((bar) => ({ medication: laneOf(bar).split(": ")[0], box: box(bar) }));
  const ground = section.querySelector("svg[preserveAspectRatio=none]");
  const placements = [...ground.querySelectorAll("rect")]
    .map((band) => ({ ink: Number(band.getAttribute("fill-opacity")), box: box(band) }));
  return {
    plot: box(slider),
    days: Number(slider.getAttribute("aria-valuemax")) + 1,
    records, bands, holes, bars, placements,
  };
})()`;

const NEAR = 0.06;

/** A timeline as its reader sees it: places on the page, read as days and scores. */
export class Drawn {
  readonly drawing: Drawing;
  private readonly lastDay: CalendarDate;

  private constructor(drawing: Drawing, lastDay: CalendarDate) {
    this.drawing = drawing;
    this.lastDay = lastDay;
  }

  static async of(page: Page, lastDay: CalendarDate): Promise<Drawn> {
    return new Drawn((await page.evaluate(READ)) as Drawing, lastDay);
  }

  get firstDay(): CalendarDate {
    return addDays(this.lastDay, 1 - this.drawing.days);
  }

  /** Days from the left edge of the plot, in parts of a day. */
  private position(x: number): number {
    const { plot, days } = this.drawing;
    return ((x - plot.left) / (plot.right - plot.left)) * days;
  }

  /** The day in whose middle a place lies. */
  dateAt(x: number): CalendarDate {
    const position = this.position(x) - 0.5;
    if (Math.abs(position - Math.round(position)) > NEAR) throw new Error(`${x} is between two days.`);
    return addDays(this.firstDay, Math.round(position));
  }

  /** The day that begins at a place. */
  morningAt(x: number): CalendarDate {
    const position = this.position(x);
    if (Math.abs(position - Math.round(position)) > NEAR) throw new Error(`${x} is within a day.`);
    return addDays(this.firstDay, Math.round(position));
  }

  records(type: string): DrawnRecord[] {
    return this.drawing.records.filter(({ key }) => key.startsWith(`${type}:`));
  }

  /** The score of a height, read off the lowest band, which reaches from 0 to below 5. */
  scoreAt(lane: string, y: number): number {
    const lowest = this.drawing.bands.find((band) => band.lane === lane && band.name === "minimal");
    if (lowest === undefined) throw new Error(`The lane of ${lane} has no bands.`);
    const score = ((lowest.box.bottom - y) / (lowest.box.bottom - lowest.box.top)) * 5;
    if (Math.abs(score - Math.round(score)) > NEAR) throw new Error(`${y} is between two scores.`);
    return Math.abs(Math.round(score));
  }
}

export function middleOf({ left, right, top, bottom }: Box): { readonly x: number; readonly y: number } {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
