import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommandError, checkFolder, type ImportOutcome, importFolder } from "@soundings/api";
import {
  type AuditEvent,
  type Creation,
  describeStore,
  openStore,
  type Place,
  type Store,
} from "@soundings/records";
import { Command } from "commander";
import { makeDataDir } from "../../make-data-dir.ts";
import { type DataOptions, dataDirOf, placeOf, withData, withJson } from "../data-dir.ts";
import { count, type Output, OutputFailed, plural, table, writeJsonArray } from "../output.ts";
import { createProgress } from "../progress.ts";
import { DONE, LOOK_AGAIN, run } from "../run.ts";
import { keepHeapSmall } from "../small-heap.ts";
import { enterSystem, systemActor } from "../system.ts";

const SHOWN = 20;

const TRIED: AuditEvent = { event: "answered", detail: { question: "import --dry-run" } };
const MAKE_DEMO = "Make one with soundings demo, or leave --into-demo out for real records.";

interface ImportOptions extends DataOptions {
  readonly dryRun?: true;
  readonly intoDemo?: true;
  readonly json?: true;
}

const HELP = `
FOLDER holds any of programs.csv, staff.csv, patients.csv, episodes.csv, placements.csv, assessments.csv, sessions.csv,
screens.csv, medications.csv, events.csv and decisions.csv. Good rows go in; bad rows are set aside, whole, with file,
line, column, code and a sentence. The same folder can be imported again: what is known already is "unchanged", what
differs is a correction ("updated"), and the earlier value stays readable. An import that was cut off earlier is finished
first, by itself, also before a dry run.

Exit status: 0 all rows went in; 2 rows were set aside; 1 the folder or the database could not be used at all.

Examples:
  soundings import ~/export                   take the folder in
  soundings import ~/export --dry-run         only say what would happen; nothing is written
  soundings import ~/export --json > report.json
  soundings set-aside                         list what was set aside`;

export function importCommand(): Command {
  const command = new Command("import")
    .summary("take in a folder of CSV files (the clinic export)")
    .description("Takes in a folder of CSV files in the form of the clinic export.")
    .argument("<folder>", "the folder with the CSV files")
    .option("--dry-run", "read and check everything, write nothing")
    .option("--into-demo", "add invented rows to a demo clinic; they last until it is made anew")
    .addHelpText("after", HELP);
  return withJson(withData(command)).action((folder: string, options: ImportOptions) =>
    run((out) => importInto(out, folder, options)),
  );
}

interface Opened {
  readonly store: Store;
  leave(): void;
}

function openAt(place: Place, create: Creation | null, done: () => void): Opened {
  const store = openStore({ ...place, access: "write", ...(create === null ? {} : { create }) });
  const leave = () => {
    store.close();
    done();
  };
  return { store, leave };
}

type ImportWarning = ReturnType<ImportOutcome["warnings"]> extends Iterable<infer T> ? T : never;

/** Real records, unless a demo clinic is meant. A dry run where there is no database yet leaves none behind. */
function openFor(place: Place, { dryRun, intoDemo }: ImportOptions): Opened {
  const { dataDir, key } = place;
  const found = describeStore(dataDir, key);
  if (intoDemo) {
    if (found?.purpose !== "demo")
      throw new CommandError(`There is no demo clinic in ${dataDir}. ${MAKE_DEMO}`);
    return openAt(place, null, () => {});
  }
  if (dryRun && found === null) {
    const scratch = mkdtempSync(join(tmpdir(), "soundings-dry-run-"));
    const scratchPlace = { dataDir: scratch, key };
    return openAt(scratchPlace, { purpose: "real" }, () => rmSync(scratch, { recursive: true, force: true }));
  }
  makeDataDir(dataDir);
  return openAt(place, { purpose: "real" }, () => {});
}

async function importInto(out: Output, folder: string, options: ImportOptions): Promise<number> {
  const json = options.json === true;
  const progress = createProgress(json);
  keepHeapSmall();
  const dryRun = options.dryRun === true;
  await checkFolder(folder);
  const { store, leave } = openFor(placeOf(options), options);
  try {
    const by = systemActor("import").name;
    const scratch = store.dataDir !== dataDirOf(options);
    // What goes in is entered with the rows themselves.
    if (dryRun && !scratch) enterSystem(store, "import", TRIED);
    const outcome = await importFolder(store, {
      folder,
      dryRun,
      by,
      onProgress: (text) => progress.show(text),
    });
    progress.done();
    const status = outcome.ok ? DONE : LOOK_AGAIN;
    process.exitCode = status;
    try {
      await (json ? printJson(out, outcome) : printReport(out, outcome, dryRun));
      await out.flush();
    } catch (error) {
      throw error instanceof OutputFailed ? reportLost(error, outcome, dryRun) : error;
    }
    return status;
  } finally {
    progress.done();
    leave();
  }
}

/** Standard output gave way after the work was done: the work must not look as if it had failed. */
function reportLost(error: OutputFailed, { ok, batch }: ImportOutcome, dryRun: boolean): CommandError {
  const done = dryRun
    ? "The dry run was done and stored nothing"
    : `The import went in (batch ${batch})${ok ? "" : ", with rows set aside"}`;
  const next = dryRun
    ? "run it again"
    : "see the Imports page or soundings set-aside, or import the folder again";
  return new CommandError(
    `${done}; only its report could not be written completely to standard output (${error.reason}). Make room or choose another place, then ${next}.`,
    { cause: error },
  );
}

async function printJson(out: Output, outcome: ImportOutcome): Promise<void> {
  const files = JSON.stringify(outcome.files, null, 2).replaceAll("\n", "\n  ");
  await out.write(
    `{\n  "ok": ${outcome.ok},\n  "batch": ${JSON.stringify(outcome.batch)},\n  "files": ${files},\n  "rejected": `,
  );
  await writeJsonArray(out, outcome.rejected(), "  ");
  await out.write(`,\n  "warnings": `);
  await writeJsonArray(out, outcome.warnings(), "  ");
  await out.write("\n}\n");
}

async function printReport(out: Output, outcome: ImportOutcome, dryRun: boolean): Promise<void> {
  const head = ["file", "rows", "new", "corrected", "unchanged", "set aside"];
  const rows = Object.entries(outcome.files).map(([file, of]) => [
    file,
    ...[of.rows, of.created, of.updated, of.unchanged, of.rejected].map(count),
  ]);
  await out.write(table([head, ...rows], new Set([1, 2, 3, 4, 5])));
  const rejected = await printSome(out, "Set aside", outcome.rejected());
  await printSome(out, "Unusual, and taken in", outcome.warnings());
  if (dryRun) await out.write("\nDry run: nothing was written.\n");
  else if (outcome.ok) await out.write("\nEvery row went in.\n");
  else {
    await out.write(`\n${plural(rejected, "row was", "rows were")} set aside, whole; all others went in. `);
    await out.write("Mend them on the Imports page, or list them with soundings set-aside.\n");
  }
}

/** The first of them, and how many there are. */
async function printSome(out: Output, title: string, remarks: Iterable<ImportWarning>): Promise<number> {
  let total = 0;
  for (const { file, line, column, code, message } of remarks) {
    total += 1;
    if (total === 1) await out.write(`\n${title}\n`);
    if (total > SHOWN) continue;
    const place = `${line > 0 ? `${file}:${line}` : file} ${column}`.trimEnd();
    await out.write(`  ${place}: ${message} (${code})\n`);
  }
  if (total > SHOWN) await out.write(`  … and ${count(total - SHOWN)} more\n`);
  return total;
}
