import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import readXlsxFile from "read-excel-file/node";

/** The text of every page of a PDF. */
export async function pagesOf(base64: string): Promise<readonly string[]> {
  const task = getDocument({ data: Uint8Array.from(Buffer.from(base64, "base64")), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const texts = items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : ""));
    pages.push(texts.join("").replace(/\s+/g, " "));
  }
  await task.destroy();
  return pages;
}

/** The cells of every sheet of a workbook. */
export async function sheetsOf(base64: string) {
  const read = await readXlsxFile(Buffer.from(base64, "base64"));
  return new Map(read.map(({ sheet, data }) => [sheet, data]));
}
