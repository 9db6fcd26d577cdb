import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MAX_CELL_BYTES, MAX_CELL_CHARACTERS, MAX_CELLS, MAX_RECORD_BYTES } from "./limits.ts";
import { type CsvRecord, readCsvRecords } from "./records.ts";
import { csvCell } from "./write.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "csv-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function read(content: string | Buffer, chunk?: number): Promise<CsvRecord[]> {
  const path = join(folder, "file.csv");
  await writeFile(path, content);
  const handle = await open(path, "r");
  try {
    const records: CsvRecord[] = [];
    for await (const batch of readCsvRecords(handle, chunk)) records.push(...batch.records);
    return records;
  } finally {
    await handle.close();
  }
}

/** Line and cells of the records that are good, line and code of those that are not. */
const outline = (records: readonly CsvRecord[]) =>
  records.map(({ line, cells, defect }) => [line, ...(defect === null ? (cells ?? []) : [defect.code])]);

const outlineOf = async (content: string | Buffer, chunk?: number) => outline(await read(content, chunk));

describe("records and lines", () => {
  test("an empty file, one of a byte-order mark and one of blank lines have no records", async () => {
    expect(await read("")).toEqual([]);
    expect(await read("\uFEFF")).toEqual([]);
    expect(await read("\n\r\n  \n\t\n\r\n")).toEqual([]);
  });

  test("line feeds, CRLF, a byte-order mark and a last line without end", async () => {
    expect(await outlineOf("\uFEFFa,b\r\n1,2\n\n\r\n3,4\r\n5,6")).toEqual([
      [1, "a", "b"],
      [2, "1", "2"],
      [5, "3", "4"],
      [6, "5", "6"],
    ]);
  });

  test("a byte-order mark before a quote", async () => {
    expect(await outlineOf('\uFEFF"a",b\n')).toEqual([[1, "a", "b"]]);
  });

  test("a line of commas or of an empty quoted cell is not blank", async () => {
    expect(await outlineOf(',,\n""\n')).toEqual([
      [1, "", "", ""],
      [2, ""],
    ]);
  });

  test("quoted cells with commas, quotes and every line break count lines and keep their bytes", async () => {
    expect(await outlineOf('a,"x,""y"""\r\nb,"1\r\n2\n3\r4"\nc,d\n')).toEqual([
      [1, "a", 'x,"y"'],
      [2, "b", "1\r\n2\n3\r4"],
      [5, "c", "d"],
    ]);
  });

  test("space may stand around the quotes of a cell", async () => {
    expect(await outlineOf('a, "b, c" ,\t"d"\t\r\n')).toEqual([[1, "a", "b, c", "d"]]);
  });

  test("a carriage return alone ends no record", async () => {
    expect(await outlineOf("a,b\rc,d\n")).toEqual([[1, "a", "b\rc", "d"]]);
  });

  test("raw is the record as it stood, without its line end", async () => {
    const records = await read('a,"b\nc"\r\nd,e\r\n');
    expect(records.map((record) => record.raw)).toEqual(['a,"b\nc"', "d,e"]);
  });
});

describe("quotes that do not match", () => {
  test.each([
    ["a stray quote", 'x,y"z\n'],
    ["text after a closing quote", 'x,"y"z\n'],
    ["a lone quote after text", 'x,y"\n'],
    ["a quote after a closed cell", 'x,"y" "z"\n'],
  ])("%s costs its own row only", async (_, bad) => {
    expect(await outlineOf(`a,b\n${bad}c,d\n`)).toEqual([
      [1, "a", "b"],
      [2, "bad_quoting"],
      [3, "c", "d"],
    ]);
  });

  test("an unclosed quote does not swallow the rest of the file", async () => {
    const content = 'a,b\nx,"y\nc,d\n"e, f",g\nh,i\n';
    expect(await outlineOf(content)).toEqual([
      [1, "a", "b"],
      [2, "bad_quoting"],
      [3, "c", "d"],
      [4, "e, f", "g"],
      [5, "h", "i"],
    ]);
  });

  test("an unclosed quote on the last line, with and without a line end", async () => {
    expect(await outlineOf('a,b\nx,"y')).toEqual([
      [1, "a", "b"],
      [2, "bad_quoting"],
    ]);
    expect(await outlineOf('a,b\nx,"y\n')).toEqual([
      [1, "a", "b"],
      [2, "bad_quoting"],
    ]);
  });

  test("the text of the first physical line is kept, and the place of the cell", async () => {
    const [record] = await read('x,"y, z\r\nc,d\r\n');
    expect(record).toEqual({
      line: 1,
      cells: null,
      raw: 'x,"y, z',
      defect: { code: "bad_quoting", cell: 1 },
    });
  });

  test("reading resumes far back, after more than is held of a file", async () => {
    const good = Array.from({ length: 20_000 }, (_, n) => `row ${n},"${n}"""\n`).join("");
    const plain = "plain,row\n".repeat(200_000);
    const records = await read(`x,"y\n${plain}${good}`);
    expect(records).toHaveLength(220_001);
    expect(outline(records.slice(0, 2))).toEqual([
      [1, "bad_quoting"],
      [2, "plain", "row"],
    ]);
    expect(outline(records.slice(-1))).toEqual([[220_001, "row 19999", '19999"']]);
  });
});

describe("bytes and characters", () => {
  test("bytes that are not UTF-8 cost their own row only, and name their cell", async () => {
    const content = Buffer.concat([
      Buffer.from("a,b\nGarc"),
      Buffer.from([0xed]),
      Buffer.from('a,x\nc,"é\n'),
      Buffer.from([0xc3]),
      Buffer.from('"\ng,ü😀\n'),
    ]);
    const records = await read(content);
    expect(outline(records)).toEqual([
      [1, "a", "b"],
      [2, "bad_encoding"],
      [3, "bad_encoding"],
      [5, "g", "ü😀"],
    ]);
    expect(records.map((record) => record.defect?.cell)).toEqual([undefined, 0, 1, undefined]);
    expect(records[1]?.cells).toEqual(["Garc\uFFFDa", "x"]);
  });

  test("a replacement character that is written as such is text", async () => {
    expect(await outlineOf('a\uFFFD,"b\uFFFD"\n')).toEqual([[1, "a\uFFFD", "b\uFFFD"]]);
  });

  test.each([0x00, 0x01, 0x0b, 0x0c, 0x1b, 0x1f, 0x7f])(
    "U+%i (decimal) is a control character",
    async (code) => {
      const [record] = await read(`a,b${String.fromCharCode(code)}c\n`);
      expect(record?.defect).toEqual({ code: "control_character", cell: 1 });
      const [quoted] = await read(`a,"b${String.fromCharCode(code)}c"\n`);
      expect(quoted?.defect).toEqual({ code: "control_character", cell: 1 });
    },
  );

  test("tabs, line breaks and letters beyond ASCII are not", async () => {
    expect(await outlineOf('a\tb,"c\r\nd",\u00e9\u200b\u00a0\n')).toEqual([
      [1, "a\tb", "c\r\nd", "\u00e9\u200b\u00a0"],
    ]);
  });
});

describe("lengths", () => {
  test.each(["x", "é", "字", "😀"])("100,000 of %s are a cell, one more is not", async (character) => {
    const longest = character.repeat(MAX_CELL_CHARACTERS);
    const records = await read(`a,${longest}\nb,${longest}x\nc,"${longest}"\nd,"x${longest}"\ne,f\n`);
    expect(records.map(({ line, defect }) => [line, defect?.code, defect?.cell])).toEqual([
      [1, undefined, undefined],
      [2, "too_long", 1],
      [3, undefined, undefined],
      [4, "too_long", 1],
      [5, undefined, undefined],
    ]);
    expect(records[2]?.cells?.[1]).toBe(longest);
  });

  test("a cell of many megabytes is passed over, quoted or not", async () => {
    const huge = "x".repeat(MAX_RECORD_BYTES + 3 * MAX_CELL_BYTES);
    const records = await read(`a,b\nc,${huge}\nd,"${huge}\n${huge}"\ne,f\n`);
    expect(records.map(({ line, defect }) => [line, defect?.code, defect?.cell])).toEqual([
      [1, undefined, undefined],
      [2, "too_long", 1],
      [3, "too_long", 1],
      [5, undefined, undefined],
    ]);
    expect(records[1]?.cells).toBeNull();
    expect(records[1]?.raw).toHaveLength(MAX_CELL_CHARACTERS);
  });

  test("an unclosed or stray quote in a huge cell still costs its own line only", async () => {
    const huge = "x".repeat(MAX_RECORD_BYTES);
    expect(await outlineOf(`a,b\nc,"${huge}\ne,f\ng,h"${huge}\ni,j\n`)).toEqual([
      [1, "a", "b"],
      [2, "bad_quoting"],
      [3, "e", "f"],
      [4, "bad_quoting"],
      [5, "i", "j"],
    ]);
  });

  test("a row of a great many cells is passed over", async () => {
    const records = await read(`a,b\n"x"${",".repeat(10 * MAX_CELLS)}\nc,d\n`);
    expect(outline(records)).toEqual([
      [1, "a", "b"],
      [2, "wrong_columns"],
      [3, "c", "d"],
    ]);
  });
});

describe("laws", () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", "é", "字", "😀", '"', ",", "\n", "\r", "\r\n", " ", "=", "\t"),
    maxLength: 12,
  });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });

  test("what is written is read, whatever is read at a time", async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 4, max: 40 }), fc.boolean(), async (rows, chunk, crlf) => {
        const end = crlf ? "\r\n" : "\n";
        const text = rows.map((row) => row.map(csvCell).join(",") + end).join("");
        const records = await read(text, chunk);
        expect(records.map((record) => record.cells)).toEqual(rows);
        expect(records.every((record) => record.defect === null)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  const piece = fc.constantFrom("a", "b", '"', '""', '"', ",", "\n", "\n", "\r\n", " ", "é", "\u0000");
  const soup = fc
    .array(fc.oneof(piece, fc.constant(null)), { maxLength: 60 })
    .map((pieces) =>
      Buffer.concat(pieces.map((part) => (part === null ? Buffer.from([0xff]) : Buffer.from(part)))),
    );

  test("any bytes give the same records, whatever is read at a time", async () => {
    await fc.assert(
      fc.asyncProperty(soup, fc.integer({ min: 4, max: 20 }), async (bytes, chunk) => {
        expect(await read(bytes, chunk)).toEqual(await read(bytes));
      }),
      { numRuns: 500 },
    );
  });

  test("whatever stands before it, a good line after a line end is read or stands inside quotes", async () => {
    await fc.assert(
      fc.asyncProperty(soup, async (bytes) => {
        const records = await read(Buffer.concat([bytes, Buffer.from("\nlast,line\n")]));
        const last = records.at(-1);
        const insideQuotes = last?.cells?.some((text) => text.includes("last,line")) ?? false;
        expect(last?.raw === "last,line" || insideQuotes).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
