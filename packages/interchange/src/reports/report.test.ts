import type { PaperTable } from "@soundings/clinical";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { workbookOf } from "../papers/workbook.ts";
import { reportWith, SETTING, told, words } from "./report.fixture.ts";
import { reportAsPdf } from "./report-pdf.ts";
import { reportSheets } from "./report-sheets.ts";
import { sideBySide } from "./side-by-side.ts";

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

function nodesIn(node: Node | null): readonly Node[] {
  return node === null ? [] : [node, ...(node.children ?? []).flatMap(nodesIn)];
}

/** The text of every page, and what a reader finds who does not see it. */
async function readBack(bytes: Uint8Array) {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  const nodes: Node[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const texts = items.map((item) => ("str" in item ? `${item.str} ` : ""));
    pages.push(texts.join("").replace(/\s+/g, " "));
    nodes.push(...nodesIn((await page.getStructTree()) as Node | null));
  }
  await task.destroy();
  return { pages, nodes };
}

describe("a report as PDF", () => {
  it("says everything in text, with headings, tables and figures for whoever does not see it", async () => {
    const { pages, nodes } = await readBack(await reportAsPdf(reportWith(), SETTING));
    const [text = ""] = pages;
    for (const part of [
      "Program outcomes",
      "Harbor IOP",
      "What came of it",
      "How far the PHQ-9 fell: withheld.",
      "1,120",
      "60–65 %",
      "Bands of the gad-7",
      "Counts of 1 to 10, and everything they could be worked out from, are withheld.",
      "as of 2026-11-22 · made Nov 22, 2026, 9:00 AM Pacific time",
      "page 1 of 1",
    ]) {
      expect(text).toContain(part);
    }
    const roles = nodes.map(({ role }) => role);
    for (const role of ["H1", "H2", "H3", "Table", "TH", "TD", "L", "LI", "Figure"])
      expect(roles).toContain(role);
    expect(nodes.filter(({ role }) => role === "Figure").every(({ alt }) => (alt ?? "").length > 20)).toBe(
      true,
    );
  });

  it("is the same file for the same report and setting", async () => {
    const [one, other] = [await reportAsPdf(reportWith(), SETTING), await reportAsPdf(reportWith(), SETTING)];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it("says on every page that invented patients are invented, and of others nothing of it", async () => {
    const rows = Array.from({ length: 90 }, (_, place) => [
      words(`group ${place} `.repeat(8)),
      told("20", 20),
    ]);
    const table = { kind: "table" as const, caption: "Long", columns: ["Group", "Of"], rows };
    const sections = [{ id: "groups" as const, heading: "Groups", blocks: [table] }];
    const { pages } = await readBack(await reportAsPdf(reportWith({ synthetic: true, sections }), SETTING));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages)
      expect(page).toContain("Synthetic data. The patients of this report are invented.");
    const real = await readBack(await reportAsPdf(reportWith(), SETTING));
    expect(real.pages.join(" ")).not.toContain("Synthetic");
  });

  it("holds no value that is withheld, and nothing that is not a number", async () => {
    const { pages, nodes } = await readBack(await reportAsPdf(reportWith(), SETTING));
    const all = [...pages, ...nodes.map(({ alt }) => alt ?? "")].join(" ");
    expect(all).not.toMatch(/NaN|null|undefined|Infinity/);
    expect(all.match(/withheld/g)?.length).toBeGreaterThan(4);
  });
});

describe("a report as a workbook", () => {
  it("holds the same numbers as numbers, and says what is withheld", async () => {
    const read = await readXlsxFile(Buffer.from(await workbookOf(reportSheets(reportWith()))));
    const sheets = new Map(read.map(({ sheet, data }) => [sheet, data]));
    expect([...sheets.keys()]).toEqual(["About", "Program", "Method"]);
    const rows = sheets.get("Program") ?? [];
    expect(rows).toContainEqual(["Large", 1_120, 0.625, "60–65 %"]);
    expect(rows).toContainEqual(["'=Others", "withheld", "withheld", "withheld"]);
    expect(sheets.get("About")).toContainEqual(["Program", "Harbor IOP"]);
  });

  it("says first that invented patients are invented", () => {
    const [about] = reportSheets(reportWith({ synthetic: true }));
    expect(about?.rows[0]?.[0]).toBe("Synthetic data");
    expect(JSON.stringify(reportSheets(reportWith()))).not.toContain("Synthetic");
  });
});

describe("a long table", () => {
  const table = (rows: number, text: string): PaperTable => ({
    columns: ["Group", "Of"],
    rows: Array.from({ length: rows }, (_, place) => [`${text}${place}`, "20"]),
  });

  it("has its second half beside its first, every row once", () => {
    const { columns, rows } = sideBySide(table(9, "g"));
    expect(columns).toEqual(["Group", "Of", "Group", "Of"]);
    expect(rows[0]).toEqual(["g0", "20", "g5", "20"]);
    expect(rows.at(-1)).toEqual(["g4", "20", "", ""]);
  });

  it("stays as it is when it is short, or wide", () => {
    expect(sideBySide(table(5, "g")).columns).toHaveLength(2);
    expect(
      sideBySide(table(30, "a group of which the name is so long that no other fits beside it ")).columns,
    ).toHaveLength(2);
  });
});
