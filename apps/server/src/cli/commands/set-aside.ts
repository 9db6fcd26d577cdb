import { listSetAside, writeSetAside } from "@soundings/api";
import { openStore, type ReadStore } from "@soundings/records";
import { Command } from "commander";
import { type DataOptions, placeOf, withData, withJson } from "../data-dir.ts";
import { count, type Output, plural, table, writeJson, writeJsonArray } from "../output.ts";
import { DONE, run } from "../run.ts";
import { enterSystem } from "../system.ts";

interface SetAsideOptions extends DataOptions {
  readonly csv?: string;
  readonly batch?: string;
  readonly json?: true;
}

const HELP = `
With --csv, FOLDER gets one file for each file of the export that has rows set aside: the same columns and a "problem"
column, safe to open in a spreadsheet. Mend the rows there, put a file back under the name it had in the export, and
import that folder. Rows of imports that had other columns get a file of their own (set-aside-medications-2.csv), so that
no empty cell clears a value on record: import each from its own folder. Of a row that could not be taken apart the text
is in "problem"; where its columns are not known, the file has the required ones, to which you add what the row has.

Examples:
  soundings set-aside                        every row that is still set aside
  soundings set-aside --csv ~/to-mend        the same as CSV
  soundings set-aside --json`;

export function setAsideCommand(): Command {
  const command = new Command("set-aside")
    .summary("list the rows that imports set aside")
    .description("Lists the rows that imports set aside and that nobody has settled since.")
    .option("--csv <folder>", "write them as CSV files into this folder")
    .option("--batch <id>", "only those of one import")
    .addHelpText("after", HELP);
  return withJson(withData(command)).action((options: SetAsideOptions) => run((out) => list(out, options)));
}

async function list(out: Output, options: SetAsideOptions): Promise<number> {
  const store = openStore({ ...placeOf(options), access: "read" });
  try {
    enterSystem(store, "set-aside", {
      event: "answered",
      detail: { question: "set-aside", files: options.csv !== undefined, ...ofBatch(store, options.batch) },
    });
    if (options.csv !== undefined)
      await writeCsv(out, options, await writeSetAside(store, options.csv, options.batch));
    else if (options.json) {
      await writeJsonArray(out, listSetAside(store, options.batch));
      await out.write("\n");
    } else await printRows(out, listSetAside(store, options.batch));
    await out.flush();
    return DONE;
  } finally {
    store.close();
  }
}

/** Of what was typed as an import only one that has rows set aside is entered. */
function ofBatch(store: ReadStore, batch: string | undefined): { readonly batch?: string } {
  if (batch === undefined) return {};
  const [first] = listSetAside(store, batch);
  return { batch: first?.batch ?? "none" };
}

async function writeCsv(
  out: Output,
  options: SetAsideOptions,
  files: Readonly<Record<string, number>>,
): Promise<void> {
  if (options.json) return writeJson(out, { ok: true, folder: options.csv, files });
  const rows = Object.entries(files).map(([file, of]) => [file, count(of)]);
  await out.write(
    rows.length === 0 ? "No row is set aside.\n" : table([["file", "rows"], ...rows], new Set([1])),
  );
}

async function printRows(out: Output, rows: ReturnType<typeof listSetAside>): Promise<void> {
  let total = 0;
  for (const { file, line, column, code, message } of rows) {
    await out.write(`${file}:${line} ${column === "" ? "" : `${column}: `}${message} (${code})\n`);
    total += 1;
  }
  await out.write(total === 0 ? "No row is set aside.\n" : `\n${plural(total, "row")} set aside.\n`);
}
