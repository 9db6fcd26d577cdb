import { exportFolder } from "@soundings/api";
import { openStore, siteOf } from "@soundings/records";
import { Command } from "commander";
import { type DataOptions, placeOf, withData, withJson } from "../data-dir.ts";
import { count, type Output, table, writeJson } from "../output.ts";
import { createProgress } from "../progress.ts";
import { DONE, run } from "../run.ts";
import { enterSystem } from "../system.ts";

interface ExportOptions extends DataOptions {
  readonly program?: string;
  readonly asOf?: string;
  readonly json?: true;
}

const HELP = `
Writes all eleven files, rows ordered by key, date-times in UTC. Importing them into an empty database and exporting
again gives the same bytes. The files hold everything that is known of the patients: keep them as you keep the records.

With --as-of, an admission that lies after the day is left out, and with it what the safety rules say of its patient in the
two weeks before.

Examples:
  soundings export ~/copy
  soundings export ~/copy-of-one-program --program IOP-DAY
  soundings export ~/as-it-was --as-of 2026-03-16    only what is dated and was recorded by that day`;

export function exportCommand(): Command {
  const command = new Command("export")
    .summary("write everything as a folder of CSV files")
    .description(
      "Writes the records as a folder of CSV files in the form of the clinic export (an internal copy).",
    )
    .argument("<folder>", "the folder to write; made when it is not there")
    .option("--program <id>", "only patients with an episode in this program")
    .option("--as-of <date>", "only what was known on this day, YYYY-MM-DD")
    .addHelpText("after", HELP);
  return withJson(withData(command)).action((folder: string, options: ExportOptions) =>
    run((out) => exportTo(out, folder, options)),
  );
}

async function exportTo(out: Output, folder: string, options: ExportOptions): Promise<number> {
  const progress = createProgress(options.json === true);
  const store = openStore({ ...placeOf(options), access: "read" });
  try {
    progress.show("Writing …");
    const asked = { folder, programId: options.program, asOf: options.asOf };
    const { program, asOf } = options;
    const of = {
      note: "internal copy",
      ...(program !== undefined && siteOf(store).programs.has(program) ? { program } : {}),
      ...(asOf === undefined ? {} : { asOf }),
    };
    enterSystem(store, "export", { event: "exported", detail: { ...of, begun: true } });
    const files = await exportFolder(store, asked);
    enterSystem(store, "export", { event: "exported", detail: { ...of, files } });
    progress.done();
    if (options.json) await writeJson(out, { ok: true, folder, files });
    else {
      const rows = Object.entries(files).map(([file, of]) => [file, count(of)]);
      await out.write(table([["file", "rows"], ...rows], new Set([1])));
    }
    return DONE;
  } finally {
    progress.done();
    store.close();
  }
}
