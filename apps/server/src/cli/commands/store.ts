import { backup, migrate, restore, verify } from "@soundings/api";
import { Command } from "commander";
import { type DataOptions, dataDirOf, withData, withJson } from "../data-dir.ts";
import { count, type Output, plural, writeJson } from "../output.ts";
import { DONE, LOOK_AGAIN, run } from "../run.ts";

interface StoreOptions extends DataOptions {
  readonly json?: true;
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
      const done = migrate(dataDirOf(options));
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
      const done = await backup(dataDirOf(options), file);
      if (options.json) await writeJson(out, { ok: true, ...done });
      else
        await out.write(
          `Copied into ${done.file} (${plural(done.bytes, "byte")}), and read back without a fault.\n`,
        );
      return DONE;
    }),
  );
}

export function restoreCommand(): Command {
  const command = new Command("restore")
    .summary("put a backup in the place of the database")
    .description("Puts a backup in the place of the database. The server must be stopped.")
    .argument("<file>", "a file that soundings backup wrote")
    .addHelpText(
      "after",
      "\nThe backup is checked before anything is replaced; the database that was there is kept beside it under a new name.\n\nExample:\n  soundings restore /backups/soundings-2026-03-16.db --data /srv/soundings",
    );
  return withJson(withData(command)).action((file: string, options: StoreOptions) =>
    run(async (out) => {
      const done = await restore(dataDirOf(options), file);
      if (options.json) await writeJson(out, { ok: true, ...done });
      else
        await out.write(
          `The backup is in place.\n${done.previous ? `What was there before is kept as ${done.previous}.\n` : ""}`,
        );
      return DONE;
    }),
  );
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
      const report = await verify(dataDirOf(options));
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
