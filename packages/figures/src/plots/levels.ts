import { type LevelNode, type LevelsFigure, nameOfSet } from "@soundings/clinical";
import type { About, Drawing, DrawingElement, Surface } from "../drawing.ts";
import { linesOf } from "../parts/lines.ts";
import { path, rect, rounded, write } from "../parts/shapes.ts";
import { counted, countWords, sentence, valueWords } from "../parts/words.ts";
import { GROUPS, groupOf, NODES, ORDER } from "./level-nodes.ts";

type Link = LevelsFigure["links"][number];
type Side = "from" | "to";

const TITLE = "From level to level";

interface Placed {
  readonly node: LevelNode;
  readonly links: readonly Link[];
  /** Of the links whose number is known. */
  readonly known: number;
  readonly top: number;
  readonly height: number;
}

const knownOf = (links: readonly Link[]): number =>
  links.reduce((sum, { episodes }) => sum + (episodes ?? 0), 0);

function linkWords({ from, to, episodes }: Link, ofAll: number): string {
  const way = `from ${NODES[from].words} to ${NODES[to].words}`;
  if (episodes === null) return sentence(`${way}: withheld`);
  const share = ofAll > 0 ? ` (${valueWords(episodes / ofAll, "percent")} of those from there)` : "";
  return sentence(`${way}: ${counted(episodes, "stay")}${share}`);
}

/** Out of how many a share of a node's links can be said; 0 where that number is withheld. */
function shareOf({ links, known }: Placed): number {
  return links.some(({ episodes }) => episodes === null) ? 0 : known;
}

/** What a node's number is: unknown as soon as one of its links is withheld. */
function totalWords({ links, known }: Placed): string {
  return links.some(({ episodes }) => episodes === null) ? "withheld" : countWords(known);
}

function nodesOf(links: readonly Link[], side: Side): LevelNode[] {
  const nodes = [...new Set(links.map((link) => link[side]))];
  return nodes.sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
}

/** A group of nodes has its name above it. */
interface Heading {
  readonly text: string;
  readonly y: number;
}

interface Column {
  readonly side: Side;
  /** Height of one stay. */
  readonly each: number;
  readonly u: number;
}

interface Laid {
  readonly nodes: readonly Placed[];
  readonly headings: readonly Heading[];
  readonly bottom: number;
}

/** One below the other in their groups; each has room for its words, however thin it is. */
function laid(links: readonly Link[], { side, each, u }: Column): Laid {
  const other = side === "from" ? "to" : "from";
  const nodes: Placed[] = [];
  const headings: Heading[] = [];
  let y = 0;
  for (const node of nodesOf(links, side)) {
    const group = groupOf(node);
    const last = nodes.at(-1);
    if (!last || groupOf(last.node) !== group) {
      headings.push({ text: GROUPS[group], y: y + u * (last ? 1.6 : 1) });
      y += u * (last ? 2.4 : 1.8);
    }
    const own = links
      .filter((link) => link[side] === node)
      .sort((a, b) => ORDER.indexOf(a[other]) - ORDER.indexOf(b[other]));
    const height = knownOf(own) * each;
    const room = Math.max(height, u * 2.9);
    nodes.push({ node, links: own, known: knownOf(own), top: y + (room - height) / 2, height });
    y += room + u * 0.6;
  }
  return { nodes, headings, bottom: y };
}

function topOf(node: Placed, link: Link, each: number): number {
  const before = node.links.slice(0, node.links.indexOf(link));
  return node.top + knownOf(before) * each;
}

interface Ends {
  readonly left: number;
  readonly right: number;
  readonly each: number;
}

function drawLink(
  link: Link,
  [source, target]: readonly [Placed, Placed],
  { left, right, each }: Ends,
): DrawingElement {
  const about: About = {
    words: linkWords(link, shareOf(source)),
    key: nameOfSet({ of: "moved", from: link.from, to: link.to }),
  };
  const [y0, y1] = [topOf(source, link, each), topOf(target, link, each)].map(rounded);
  const middle = rounded((left + right) / 2);
  const [a, b] = [rounded(left), rounded(right)];
  const curve = (from: number | undefined, to: number | undefined) =>
    `C${middle} ${from} ${middle} ${to} ${b} ${to}`;
  if (link.episodes === null)
    return path(`M${a} ${y0}${curve(y0, y1)}`, { stroke: "nodata", dash: [3, 3], about });
  const thick = link.episodes * each;
  const [z0, z1] = [rounded((y0 ?? 0) + thick), rounded((y1 ?? 0) + thick)];
  return path(`M${a} ${y0}${curve(y0, y1)}L${b} ${z1}C${middle} ${z1} ${middle} ${z0} ${a} ${z0}Z`, {
    fill: NODES[link.to].tone,
    // The edge keeps a ribbon of few stays in sight.
    stroke: NODES[link.to].tone,
    strokeWidth: 0.5,
    opacity: 0.36,
    about,
  });
}

interface Words {
  readonly narrow: boolean;
  readonly x: number;
  readonly anchor: "start" | "end";
  readonly width: number;
  readonly u: number;
}

function drawNode(node: Placed, bar: number, { x, anchor, width, u, narrow }: Words): DrawingElement[] {
  const names = linesOf(narrow ? NODES[node.node].short : NODES[node.node].name, width, u).slice(0, 2);
  const total = totalWords(node);
  const onOne = names.length === 1 ? [...names, total] : [names[0] ?? "", `${names[1] ?? ""} · ${total}`];
  const first = node.top + node.height / 2 - u * 0.25;
  const about = {
    words: sentence(
      `${NODES[node.node].name}: ${total === "withheld" ? total : counted(node.known, "stay")}`,
    ),
  };
  return [
    rect({ x: bar, y: node.top, width: u / 2, height: node.height }, { fill: "ink-2", about }),
    ...onOne.map((text, place) =>
      write(text, {
        x,
        y: first + place * u * 1.3,
        size: u,
        anchor,
        tone: place === 0 ? "ink" : "ink-2",
        about,
      }),
    ),
  ];
}

/** From where to where: a ribbon as thick as the number of stays, from a level on the left to a level or an end on the right. */
export function drawLevels({ links }: LevelsFigure, { width, text: u }: Surface): Drawing {
  if (links.length === 0) {
    const none = write("No data", { x: 0, y: u * 1.3, size: u, tone: "nodata" });
    return { width, height: u * 2, title: TITLE, spoken: "No data.", elements: [none] };
  }
  const narrow = width < u * 46;
  const names = Math.min(u * 13, width * 0.27);
  const each = (u * 26) / Math.max(knownOf(links), 1);
  const sources = laid(links, { side: "from", each, u });
  const targets = laid(links, { side: "to", each, u });
  const [left, right] = [names, width - names];
  const ends = { left: left + u / 2, right: right - u / 2, each };
  const drawn = links.flatMap((link) => {
    const source = sources.nodes.find(({ node }) => node === link.from);
    const target = targets.nodes.find(({ node }) => node === link.to);
    return source && target ? [drawLink(link, [source, target], ends)] : [];
  });
  const words = { u, narrow, width: names - u };
  const heading = { size: u, tone: "ink-3" } as const;
  return {
    width,
    height: Math.max(sources.bottom, targets.bottom),
    title: TITLE,
    spoken: sources.nodes
      .flatMap((node) => node.links.map((link) => linkWords(link, shareOf(node))))
      .join(" "),
    elements: [
      ...drawn,
      ...sources.headings.map(({ text, y }) =>
        write(text, { ...heading, x: left + u / 2, y, anchor: "end" }),
      ),
      ...targets.headings.map(({ text, y }) => write(text, { ...heading, x: right - u / 2, y })),
      ...sources.nodes.flatMap((node) =>
        drawNode(node, left, { ...words, x: left - u * 0.5, anchor: "end" }),
      ),
      ...targets.nodes.flatMap((node) =>
        drawNode(node, right - u / 2, { ...words, x: right + u * 0.5, anchor: "start" }),
      ),
    ],
  };
}
