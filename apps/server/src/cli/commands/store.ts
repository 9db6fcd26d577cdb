import { basename } from "node:path";
import { backup, CommandError, migrate, restore, verify } from "@soundings/api";
import {
  type AuditEvent,
  type AuditHead,
  auditHead,
  noteBackup,
  openStore,
  type Place,
  parseHead,
  writeBeside,
} from "@soundings/records";
import { Command } from "commander";
import { type DataOptions, placeOf, withData, withJson } from "../data-dir.ts";
import { keyInFile } from "../keys.ts";
import { count, type Output, plural, writeJson } from "../output.ts";
import { DONE, LOOK_AGAIN, run } from "../run.ts";
import { enterDone } from "../system.ts";

interface StoreOptions extends DataOptions {
  readonly json?: true;
}

interface RestoreOptions extends StoreOptions {
  readonly backupKeyFile?: string;
}

interface VerifyOptions extends StoreOptions {
  readonly auditHead?: string;
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
      const place = placeOf(options);
      const done = migrate(place);
      if (done.from !== done.to) enterAt(place, "migrate", { event: "migrated", detail: { ...done } });
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
      const place = placeOf(options);
      const done = await backup(place, file);
      const entered = enterBackup(place, done);
      if (options.json) await writeJson(out, { ok: true, ...done });
      else
        await out.write(
          `Copied into ${done.file} (${plural(done.bytes, "byte")}), and read back without a fault.\n${done.encrypted ? "It is encrypted with the key of the database: keep a copy of the key, apart from it.\n" : ""}${headLine(done.auditHead)}`,
        );
      return entered ? DONE : LOOK_AGAIN;
    }),
  );
}

/** Enters what was done already, bringing an older database up to this version first; says so when it cannot be entered. */
function enterAt(place: Place, command: string, event: AuditEvent): void {
  const store = openStore({ ...place, access: "write" });
  try {
    tell(enterDone(store, command, event));
  } finally {
    store.close();
  }
}

function tell(sentence: string | null): boolean {
  if (sentence !== null) process.stderr.write(`${sentence}\n`);
  return sentence === null;
}

/** A backup that cannot be entered stays: it may be the last one that a failing disk lets be made. */
function enterBackup(place: Place, done: Awaited<ReturnType<typeof backup>>): boolean {
  const store = openStore({ ...place, access: "read" });
  try {
    const { bytes, version, encrypted, auditHead: head } = done;
    const detail = { file: basename(done.file), bytes, version, encrypted, auditHead: head };
    const entered = tell(enterDone(store, "backup", { event: "backup_made", detail }));
    if (entered) writeBeside(store, (writer) => noteBackup(writer, done));
    return entered;
  } finally {
    store.close();
  }
}

/** The head of the audit that a restore is about to replace; null when there is none that can be read. */
function headBefore(place: Place): string | null {
  try {
    const store = openStore({ ...place, access: "read" });
    try {
      return auditHead(store);
    } finally {
      store.close();
    }
  } catch {
    return null;
  }
}

function headLine(head: string): string {
  return `The audit's last entry: ${head}\nNote it somewhere else: soundings verify --audit-head shows whether the audit up to it is still the same.\n`;
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
      const place = placeOf(options);
      const replaced = headBefore(place);
      const done = await restore(place, file, backupKey);
      const { version, previous, people } = done;
      const kept = previous === null ? null : basename(previous);
      enterAt(place, "restore", {
        event: "restored",
        detail: { version, kept, replaced, ...countsOf(people) },
      });
      if (options.json) await writeJson(out, { ok: true, ...done });
      else await out.write(`${restored(done).join("\n")}\n`);
      return DONE;
    }),
  );
}

/** Of people, how many: nobody's address stands in the audit. */
function countsOf(people: Awaited<ReturnType<typeof restore>>["people"]) {
  const { signInsEnded, linksWithdrawn, compared, stillDisabled, notInBackup, otherRoles } = people;
  return {
    signInsEnded,
    linksWithdrawn,
    compared,
    stillDisabled: stillDisabled.length,
    notInBackup: notInBackup.length,
    otherRoles: otherRoles.length,
  };
}

/** A backup knows nothing of what happened since to those who may come in. */
function whoMayComeIn({ people, previous }: Awaited<ReturnType<typeof restore>>): readonly string[] {
  const { signInsEnded, linksWithdrawn, compared, stillDisabled, notInBackup, otherRoles } = people;
  const lines = [
    `Ended ${plural(signInsEnded, "sign-in")} and withdrew ${plural(linksWithdrawn, "one-time link")} of the backup. Passwords, second factors and roles are those of the backup: whoever changed a password since has the earlier one again.`,
  ];
  if (previous !== null && !compared)
    lines.push(
      "The database that was replaced could not be read, so accounts that were disabled since the backup may be open again. See soundings user list.",
    );
  const named: readonly (readonly [string, readonly string[]])[] = [
    ["Disabled since the backup, and still disabled", stillDisabled],
    ["Without an account in the backup, so without one now", notInBackup],
    ["With the roles of the backup, which were others since", otherRoles],
  ];
  for (const [what, emails] of named) if (emails.length > 0) lines.push(`${what}: ${emails.join(", ")}.`);
  return lines;
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
  lines.push(...whoMayComeIn(done));
  if (previous === null) return lines;
  const plain = encrypted && !previousEncrypted ? " It is not encrypted." : "";
  return [...lines, `What was there before is kept as ${previous}.${plain}`];
}

const VERIFY_HELP = `
Changes nothing of the records. That it ran, when and how it ended is noted beside them for the page "Running", where the
disk can be written.

Each entry of the audit is bound to the one before. What somebody rewrites who may write the whole file, and knows how, can
be told only against a head that was noted elsewhere: verify and backup print it, --audit-head takes it.

Exit status: 0 nothing wrong; 2 problems were found; 1 the check could not run.

Examples:
  soundings verify --json
  soundings verify --audit-head 128:0f3a5c7e9b1d2f4a6c8e0b2d4f6a8c0e`;

function headGiven(text: string): AuditHead {
  const head = parseHead(text);
  if (head !== null) return head;
  throw new CommandError(
    "--audit-head is a number, a colon and at least 16 digits of a hash, as soundings backup and verify print it. Nothing was checked. Correct it, or leave it out.",
  );
}

export function verifyCommand(): Command {
  const command = new Command("verify")
    .summary("check the database: integrity, references, findings against records, the audit")
    .description(
      "Checks the file's integrity, every reference, stored findings and summaries against the records, and the audit.",
    )
    .option("--audit-head <number:hash>", "a head of the audit that was noted elsewhere")
    .addHelpText("after", VERIFY_HELP);
  return withJson(withData(command)).action((options: VerifyOptions) =>
    run(async (out) => {
      const noted = options.auditHead === undefined ? null : headGiven(options.auditHead);
      const report = await verify(placeOf(options), noted);
      process.exitCode = report.ok ? DONE : LOOK_AGAIN;
      await (options.json ? writeJson(out, report) : printReport(out, report));
      return report.ok ? DONE : LOOK_AGAIN;
    }),
  );
}

async function printReport(
  out: Output,
  { ok, problems, auditHead: head }: Awaited<ReturnType<typeof verify>>,
): Promise<void> {
  for (const { code, where, message } of problems.slice(0, SHOWN)) {
    await out.write(`${where}: ${message} (${code})\n`);
  }
  if (problems.length > SHOWN) await out.write(`… and ${count(problems.length - SHOWN)} more\n`);
  await out.write(ok ? "Nothing is wrong.\n" : `${plural(problems.length, "problem")} found.\n`);
  if (head !== null) await out.write(headLine(head));
}
