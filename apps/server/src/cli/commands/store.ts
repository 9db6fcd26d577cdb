import { backup, migrate, restore, verify } from "@soundings/api";
import { Command } from "commander";
import { type DataOptions, placeOf, withData, withJson } from "../data-dir.ts";
import { keyInFile } from "../keys.ts";
import { count, type Output, plural, writeJson } from "../output.ts";
import { DONE, LOOK_AGAIN, run } from "../run.ts";

interface StoreOptions extends DataOptions {
  readonly json?: true;
}

interface RestoreOptions extends StoreOptions {
  readonly backupKeyFile?: string;
}

const SHOWN = 50;

export function migrateCommand(): Command {
  const command = new Command("migrate")
    .summary("bring the database to this version's schema")
    .description("Brings the database to the schema of this version. Forward only; make a backup first.")
    .addHelpText(
      "after",
      "\nEvery command that writes does this by itself. The server must be stopped.\n\nExample:\n  soundings migrate --data /srv/soundings",
    );
  return withJson(withData(command)).action((options: StoreOptions) =>
    run(async (out) => {
      const done = migrate(placeOf(options));
      if (options.json) await writeJson(out, { ok: true, ...done });
      else if (done.from === done.to) await out.write(`The database is at schema ${done.to} already.\n`);
      else await out.write(`The database went from schema ${done.from} to ${done.to}.\n`);
      return DONE;
    }),
  );
}

export function backupCommand(): Command {
  const command = new Command("backup")
    .summary("copy the database into one file, while the server runs")
    .description("Copies the whole database into one file. The server may keep running.")
    .argument("<file>", "the file to write; it must not exist")
    .addHelpText(
      "after",
      "\nThe file holds every record: keep it as you keep the records.\n\nExample:\n  soundings backup /backups/soundings-2026-03-16.db",
    );
  return withJson(withData(command)).action((file: string, options: StoreOptions) =>
    run(async (out) => {
      const done = await backup(placeOf(options), file);
      if (options.json) await writeJson(out, { ok: true, ...done });
      else
        await out.write(
          `Copied into ${done.file} (${plural(done.bytes, "byte")}), and read back without a fault.\n${done.encrypted ? "It is encrypted with the key of the database: keep a copy of the key, apart from it.\n" : ""}`,
        );
      return DONE;
    }),
  );
}

const RESTORE_HELP = `
The backup is checked before anything is replaced; the database that was there is kept beside it under a new name,
encrypted or plain as it was. The result has the key of the data directory (--key-file), or none.

Examples:
  soundings restore /backups/soundings-2026-03-16.db --data /srv/soundings
  soundings restore old.db --key-file /etc/soundings/key --backup-key-file ./old-key`;

export function restoreCommand(): Command {
  const command = new Command("restore")
    .summary("put a backup in the place of the database")
    .description("Puts a backup in the place of the database. The server must be stopped.")
    .argument("<file>", "a file that soundings backup wrote")
    .option("--backup-key-file <file>", "key file of the backup, when it was made with another key")
    .addHelpText("after", RESTORE_HELP);
  return withJson(withData(command)).action((file: string, options: RestoreOptions) =>
    run(async (out) => {
      const { backupKeyFile } = options;
      const backupKey = backupKeyFile === undefined ? null : keyInFile("--backup-key-file", backupKeyFile);
      const done = await restore(placeOf(options), file, backupKey);
      if (options.json) await writeJson(out, { ok: true, ...done });
      else await out.write(`${restored(done).join("\n")}\n`);
      return DONE;
    }),
  );
}

/** What was done, also about encryption: no plain copy is left that nobody was told of. */
function restored(done: Awaited<ReturnType<typeof restore>>): readonly string[] {
  const { encrypted, backupEncrypted, previous, previousEncrypted } = done;
  const lines = ["The backup is in place."];
  if (encrypted && !backupEncrypted) {
    lines.push("The database is encrypted with the key given; the backup file itself is not.");
  }
  if (!encrypted && backupEncrypted) {
    lines.push("The backup is encrypted, and the database is not, because no key was given for it.");
  }
  if (previous === null) return lines;
  const plain = encrypted && !previousEncrypted ? " It is not encrypted." : "";
  return [...lines, `What was there before is kept as ${previous}.${plain}`];
}

export function verifyCommand(): Command {
  const command = new Command("verify")
    .summary("check the database: integrity, references, findings against records")
    .description(
      "Checks the file's integrity, every reference, and stored findings and summaries against the records. Changes nothing.",
    )
    .addHelpText(
      "after",
      "\nExit status: 0 nothing wrong; 2 problems were found; 1 the check could not run.\n\nExample:\n  soundings verify --json",
    );
  return withJson(withData(command)).action((options: StoreOptions) =>
    run(async (out) => {
      const report = await verify(placeOf(options));
      process.exitCode = report.ok ? DONE : LOOK_AGAIN;
      await (options.json ? writeJson(out, report) : printReport(out, report));
      return report.ok ? DONE : LOOK_AGAIN;
    }),
  );
}

async function printReport(out: Output, { ok, problems }: Awaited<ReturnType<typeof verify>>): Promise<void> {
  for (const { code, where, message } of problems.slice(0, SHOWN)) {
    await out.write(`${where}: ${message} (${code})\n`);
  }
  if (problems.length > SHOWN) await out.write(`… and ${count(problems.length - SHOWN)} more\n`);
  await out.write(ok ? "Nothing is wrong.\n" : `${plural(problems.length, "problem")} found.\n`);
}
