import { Command } from "commander";
import { VERSION } from "../version.ts";
import { demoCommand } from "./commands/demo.ts";
import { exportCommand } from "./commands/export.ts";
import { findingsCommand, stepDownCommand } from "./commands/findings.ts";
import { importCommand } from "./commands/import.ts";
import { newKeyCommand, rekeyCommand } from "./commands/keys.ts";
import { outcomesCommand } from "./commands/outcomes.ts";
import { serveCommand } from "./commands/serve.ts";
import { setAsideCommand } from "./commands/set-aside.ts";
import { backupCommand, migrateCommand, restoreCommand, verifyCommand } from "./commands/store.ts";
import { userCommand } from "./commands/user.ts";

const HELP = `
From the project's root: pnpm soundings <command>, or npm run --silent soundings -- <command>.
The database is one file in the data directory: --data DIR, else SOUNDINGS_DATA, else the folder data of the project.
An encrypted one needs its key: --key-file FILE, else the file in SOUNDINGS_KEY_FILE, else the key in SOUNDINGS_KEY.
With --json, standard output is JSON and nothing else.

Exit status: 0 done; 2 done, but rows were set aside or problems found; 1 could not run, with the reason as one sentence
on standard error. Dates are civil dates of the site, YYYY-MM-DD.

Soundings supports licensed clinicians; it is not for emergencies, not a diagnosis and not a placement decision.`;

export function createProgram(): Command {
  return new Command("soundings")
    .description("Soundings: outcomes of intensive outpatient programs")
    .version(VERSION, "-V, --version", "print the version")
    .helpCommand(true)
    .showHelpAfterError("(soundings help says how it is used)")
    .addHelpText("after", HELP)
    .addCommand(serveCommand())
    .addCommand(userCommand())
    .addCommand(importCommand())
    .addCommand(setAsideCommand())
    .addCommand(exportCommand())
    .addCommand(findingsCommand())
    .addCommand(stepDownCommand())
    .addCommand(outcomesCommand())
    .addCommand(backupCommand())
    .addCommand(restoreCommand())
    .addCommand(verifyCommand())
    .addCommand(migrateCommand())
    .addCommand(newKeyCommand())
    .addCommand(rekeyCommand())
    .addCommand(demoCommand());
}
