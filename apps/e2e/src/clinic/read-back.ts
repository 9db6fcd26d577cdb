import { readFile } from "node:fs/promises";
import type { Download } from "@playwright/test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import readXlsxFile from "read-excel-file/node";

/** The text of every page of a saved PDF. */
export async function pagesOf(file: Download): Promise<string[]> {
  const bytes = await readFile(await file.path());
  if (bytes.subarray(0, 5).toString("latin1") !== "%PDF-") throw new Error("The file is no PDF.");
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  await task.destroy();
  return pages;
}

/** The rows of every sheet of a saved workbook, in the order of the sheets. */
export async function rowsOf(file: Download): Promise<(readonly unknown[])[]> {
  const sheets = await readXlsxFile(await readFile(await file.path()));
  return sheets.flatMap(({ data }) => data);
}
