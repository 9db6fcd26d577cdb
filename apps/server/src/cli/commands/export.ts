import { CommandError, exportFolder, type LeavingGiven } from "@soundings/api";
import { openStore, type ReadStore, siteOf } from "@soundings/records";
import { Command } from "commander";
import { type DataOptions, placeOf, withData, withJson } from "../data-dir.ts";
import { count, type Output, table, writeJson } from "../output.ts";
import { createProgress } from "../progress.ts";
import { DONE, run } from "../run.ts";
import { enterDone, enterSystem, systemActor } from "../system.ts";

interface ExportOptions extends DataOptions {
  readonly program?: string;
  readonly asOf?: string;
  readonly basis?: string;
  readonly recipient?: string;
  readonly purpose?: string;
  readonly explanation?: string;
  readonly affiliation?: string;
  readonly json?: true;
}

const HELP = `
Writes all eleven files, rows ordered by key, date-times in UTC. Importing them into an empty database and exporting
again gives the same bytes. The files hold everything that is known of the patients: keep them as you keep the records.

With --as-of, an admission that lies after the day is left out, and with it what the safety rules say of its patient in the
two weeks before.

Without --basis the export is an internal copy, entered in the audit as made by the system's user. What leaves the program
needs a basis: medical_emergency, or other: with the name of another ground (an unknown one lists them). It carries the
notice of 42 CFR Part 2, and is entered in the list of disclosures of every patient in it.

Examples:
  soundings export ~/copy
  soundings export ~/copy-of-one-program --program IOP-DAY
  soundings export ~/as-it-was --as-of 2026-03-16    only what is dated and was recorded by that day
  soundings export ~/for-review --basis other:audit_evaluation --recipient "State licensing" --purpose "Audit of 2026" \\
    --explanation "Agreement of 2026-01-15"`;

export function exportCommand(): Command {
  const command = new Command("export")
    .summary("write everything as a folder of CSV files")
    .description(
      "Writes the records as a folder of CSV files in the form of the clinic export (an internal copy).",
    )
    .argument("<folder>", "the folder to write; made when it is not there")
    .option("--program <id>", "only patients with an episode in this program")
    .option("--as-of <date>", "only what was known on this day, YYYY-MM-DD")
    .option("--basis <basis>", "on what ground it leaves the program; without it, an internal copy")
    .option("--recipient <who>", "to whom it goes")
    .option("--purpose <purpose>", "what for")
    .option("--explanation <text>", "why the ground applies; of an emergency its nature")
    .option("--affiliation <text>", "of an emergency: to whom the recipient belongs")
    .addHelpText("after", HELP);
  return withJson(withData(command)).action((folder: string, options: ExportOptions) =>
    run((out) => exportTo(out, folder, options)),
  );
}

/** What was said of an export that leaves; null for an internal copy. */
function leavingGiven(options: ExportOptions): LeavingGiven | null {
  const { basis, recipient, purpose, explanation, affiliation } = options;
  if (basis !== undefined) return { basis, recipient, purpose, explanation, affiliation };
  if ([recipient, purpose, explanation, affiliation].every((one) => one === undefined)) return null;
  throw new CommandError(
    "An export that leaves the program needs --basis. Nothing was written. Name it, or leave the recipient and the purpose out for an internal copy.",
  );
}

/** What the audit says of an export; of what was typed only ids on record. */
function detailOf(store: ReadStore, { program, asOf }: ExportOptions, given: LeavingGiven | null) {
  const known = program !== undefined && siteOf(store).programs.has(program);
  return {
    note: given === null ? "internal copy" : "leaves the program",
    ...(known ? { program } : {}),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

async function exportTo(out: Output, folder: string, options: ExportOptions): Promise<number> {
  const progress = createProgress(options.json === true);
  const store = openStore({ ...placeOf(options), access: "read" });
  try {
    progress.show("Writing …");
    const { program: programId, asOf } = options;
    const given = leavingGiven(options);
    const about = detailOf(store, options, given);
    const files = await exportFolder(store, {
      folder,
      programId,
      asOf,
      enter: (listed) =>
        enterSystem(store, "export", { event: "exported", detail: { ...about, begun: true }, listed }),
      leaving: given === null ? undefined : { given, actor: systemActor("export") },
    });
    const said = enterDone(store, "export", { event: "exported", detail: { ...about, files } });
    if (said !== null) process.stderr.write(`${said}\n`);
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
