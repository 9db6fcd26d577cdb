import type { Paper, PaperTable } from "@soundings/clinical";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { INSIDE, OUTSIDE, PICTURE, paperWith } from "./paper.fixture.ts";
import { paperAsPdf } from "./pdf.ts";

interface Read {
  readonly pages: readonly string[];
  readonly title: unknown;
  readonly language: unknown;
  readonly fonts: number;
  readonly roles: readonly string[];
}

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}

function rolesIn(node: Node | null): readonly string[] {
  if (node === null) return [];
  return [...(node.role === undefined ? [] : [node.role]), ...(node.children ?? []).flatMap(rolesIn)];
}

/** What a reader finds in a file: the text of every page, its title, its language, its structure. */
async function readBack(bytes: Uint8Array): Promise<Read> {
  const raw = Buffer.from(bytes).toString("latin1");
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  const roles: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const texts = items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : ""));
    pages.push(texts.join("").replace(/\s+/g, " "));
    roles.push(...rolesIn((await page.getStructTree()) as Node | null));
  }
  const { info } = await document.getMetadata();
  const { Title, Language } = info as { Title?: unknown; Language?: unknown };
  await task.destroy();
  return { pages, title: Title, language: Language, fonts: raw.split("/FontFile2").length - 1, roles };
}

function long(rows: number): Paper {
  const table: PaperTable = {
    columns: ["Date", "What"],
    rows: Array.from({ length: rows }, (_, place) => [`row ${place}`, "a value"]),
  };
  return paperWith({ kind: "review", sections: [{ kind: "table", heading: "Scores", table }] });
}

describe("a paper as PDF", () => {
  it("is real text on one page, with title, language, embedded type and headings", async () => {
    const read = await readBack(await paperAsPdf(paperWith(), INSIDE));
    expect(read.pages).toHaveLength(1);
    const [text] = read.pages;
    for (const words of [
      "Summary of the stay",
      "Ada Testcase",
      "PHQ-9 18 → 12 since 2026-02-02 (−6), reliably better",
      "New unexpected positive",
      "No data",
    ]) {
      expect(text).toContain(words);
    }
    expect(read).toMatchObject({ title: "Summary of the stay", language: "en-US" });
    expect(read.fonts).toBeGreaterThan(1);
    for (const role of ["H1", "H2", "Figure", "Table", "TH", "TD"]) expect(read.roles).toContain(role);
  });

  it("writes the same bytes again, and others for another value", async () => {
    const first = await paperAsPdf(paperWith(), INSIDE);
    expect(Buffer.from(await paperAsPdf(paperWith(), INSIDE)).equals(Buffer.from(first))).toBe(true);
    const other = await paperAsPdf(paperWith({ foot: "another" }), INSIDE);
    expect(Buffer.from(other).equals(Buffer.from(first))).toBe(false);
  });

  it("marks every page of an internal copy, and numbers the pages", async () => {
    const { pages } = await readBack(await paperAsPdf(long(120), INSIDE));
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((text, place) => {
      expect(text).toContain("INTERNAL COPY — not for release");
      expect(text).toContain(`page ${place + 1} of ${pages.length}`);
      expect(text).toContain("Record P-1 · made 2026-03-16 19:00");
    });
  });

  it("carries the short notice on every page and the whole one at the end of what leaves", async () => {
    const { pages } = await readBack(await paperAsPdf(long(120), OUTSIDE));
    for (const text of pages) {
      expect(text).toContain("42 CFR part 2 prohibits unauthorized use or disclosure");
      expect(text).not.toContain("INTERNAL COPY");
    }
    expect(pages.at(-1)).toContain("The whole notice of the regulation.");
    expect(pages.at(-1)).toContain("Dr. Example");
  });

  it("breaks a table over pages without losing a row, and repeats its head", async () => {
    const { pages } = await readBack(await paperAsPdf(long(200), INSIDE));
    const all = pages.join(" ");
    for (let row = 0; row < 200; row += 1) expect(all).toContain(`row ${row} `);
    for (const text of pages.filter((page) => page.includes("row "))) expect(text).toContain("Date What");
  });

  it("breaks a cell that is longer than a page", async () => {
    const words = Array.from({ length: 4000 }, (_, place) => `w${place}`);
    const table = { columns: ["A", "B"], rows: [["x", words.join(" ")]] };
    const paper = paperWith({ kind: "review", sections: [{ kind: "table", heading: "Long", table }] });
    const all = (await readBack(await paperAsPdf(paper, INSIDE))).pages.join(" ");
    for (const word of [words[0], words[2000], words[3999]]) expect(all).toContain(`${word}`);
  });

  it("sets a summary smaller until it is one page", async () => {
    const lines = Array.from({ length: 24 }, (_, place) => `line ${place}`);
    const paper = paperWith();
    const more: Paper = {
      ...paper,
      sections: [...paper.sections, { kind: "lines", heading: "More", lines }],
    };
    const { pages } = await readBack(await paperAsPdf(more, INSIDE));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain("line 23");
  });
});

describe("the picture", () => {
  it("boxes an item 9 above 0 and one that is not known, and nothing for a 0", async () => {
    const words = async (item9: number | null) => {
      const items = [1, 1, 1, 1, 1, 1, 1, 1, item9, null];
      const measures = PICTURE.measures.map((lane) => ({
        ...lane,
        marks: lane.marks.map((mark) => ({ ...mark, items })),
      }));
      const picture = { ...PICTURE, measures };
      const paper = paperWith({ sections: [{ kind: "picture", heading: "The stay", picture }] });
      return (await readBack(await paperAsPdf(paper, INSIDE))).pages.join(" ");
    };
    expect(await words(2)).toContain("boxed 9: item 9 above 0");
    expect(await words(null)).toContain("boxed 9?: item 9 not known");
    expect(await words(0)).not.toContain("item 9");
  });

  it("names its lanes, bands, doses, letters and what its marks mean", async () => {
    const [text = ""] = (await readBack(await paperAsPdf(paperWith(), INSIDE))).pages;
    for (const words of [
      "PHQ-9",
      "moderately severe",
      "base 18",
      "+6",
      "Sessions",
      "Drug screens",
      "100 mg",
      "PHP",
      "X Crisis",
      "hollow: prorated",
      "incomplete, not scored",
      "tail: recorded late",
      "r refused",
      "half: late or left early",
      "℞ positive, prescribed",
      "M missed",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("leaves out the lanes of parts that were not chosen, instead of drawing them empty", async () => {
    const picture = { ...PICTURE, screens: [], medications: [] };
    const sections: Paper["sections"] = [{ kind: "picture", heading: "The stay", picture }];
    const read = async (leftOut: Paper["leftOut"]) =>
      (await readBack(await paperAsPdf(paperWith({ sections, leftOut }), INSIDE))).pages.join(" ");
    expect(await read([])).toMatch(/no screen on record.*none on record/);
    expect(await read(["screens", "medications"])).not.toMatch(/screen|none on record/i);
  });

  it("is drawn with 40 medications, with none of anything, and over 52 weeks of 300 measures", async () => {
    const lane = PICTURE.medications[0];
    const measure = PICTURE.measures[0];
    if (lane === undefined || measure === undefined) throw new Error("the picture has lanes");
    const pictures = [
      { ...PICTURE, medications: Array.from({ length: 40 }, () => lane) },
      {
        ...PICTURE,
        measures: [{ ...measure, baseline: null, marks: [], weeks: [] }],
        sessions: [],
        screens: [],
        medications: [],
        events: [],
        decisions: [],
        placements: [],
      },
      {
        ...PICTURE,
        to: "2027-02-01" as typeof PICTURE.to,
        measures: [{ ...measure, marks: Array.from({ length: 300 }, () => measure.marks).flat() }],
      },
    ];
    for (const picture of pictures) {
      const paper = paperWith({ sections: [{ kind: "picture", heading: "The stay", picture }] });
      expect((await readBack(await paperAsPdf(paper, INSIDE))).pages).toHaveLength(1);
    }
    const first = paperWith({
      sections: [{ kind: "picture", heading: "The stay", picture: pictures[0] ?? PICTURE }],
    });
    expect((await readBack(await paperAsPdf(first, INSIDE))).pages[0]).toContain("and 32 more, not drawn");
  });

  it("draws what is taken now before what has ended, where there is no room for all", async () => {
    const lane = PICTURE.medications[0];
    if (lane === undefined) throw new Error("the picture has a medication");
    const lasting = (to: typeof PICTURE.to | null) => lane.segments.map((segment) => ({ ...segment, to }));
    const ended = Array.from({ length: 9 }, (_, place) => ({
      ...lane,
      medication: `Ended ${place}`,
      segments: lasting(PICTURE.to),
    }));
    const now = { ...lane, medication: "Taken now", segments: lasting(null) };
    const picture = { ...PICTURE, medications: [...ended, now] };
    const paper = paperWith({ sections: [{ kind: "picture", heading: "The stay", picture }] });
    const [page] = (await readBack(await paperAsPdf(paper, INSIDE))).pages;
    expect(page).toContain("Taken now");
    expect(page).toContain("and 2 more, not drawn");
  });
});

describe("names", () => {
  const named = async (name: string) =>
    (await readBack(await paperAsPdf(paperWith({ about: [["Patient", name]], sections: [] }), INSIDE)))
      .pages[0];

  it.each([
    "محمد عبد الرحمن",
    "שלום עולם",
    "Łukasz Żółć",
    "Ελένη Παπαδοπούλου",
    "Нина Соколова",
    "Nguyễn Thị Ánh",
  ])("%s is there to be searched", async (name) => {
    const text = (await named(name)) ?? "";
    const unspaced = (words: string) => words.normalize("NFC").replaceAll(" ", "");
    expect(unspaced(text)).toContain(unspaced(name));
  });

  it("of 80 characters are wrapped and whole", async () => {
    const name = `${"Maximiliana ".repeat(6)}Wolfeschl`;
    expect(name).toHaveLength(81);
    const text = (await named(name)) ?? "";
    expect(text.match(/Maximiliana/g)).toHaveLength(6);
    expect(text).toContain("Wolfeschl");
    expect(await named("W".repeat(80))).toContain("WWWWWWWW");
  });

  it("in a script that no typeface has are shown as what cannot be drawn, and never dropped", async () => {
    expect(await named("田中")).toMatch(
      /\uFFFD\uFFFD.*\uFFFD stands for a character that this typeface does not have/,
    );
    expect(await named("Łukasz")).not.toContain("stands for a character");
  });
});
