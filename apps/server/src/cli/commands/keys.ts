import { CommandError, rekey } from "@soundings/api";
import { openStore, type Place, writeNewKey } from "@soundings/records";
import { Command } from "commander";
import { type DataOptions, placeOf, withData, withJson } from "../data-dir.ts";
import { keyInFile } from "../keys.ts";
import { type Output, writeJson } from "../output.ts";
import { DONE, run } from "../run.ts";
import { enterDone } from "../system.ts";

interface NewKeyOptions {
  readonly json?: true;
}

interface RekeyOptions extends DataOptions {
  readonly newKeyFile?: string;
  readonly decrypt?: true;
  readonly json?: true;
}

const NEW_KEY_HELP = `
The file is for this account only. Without the key nobody can read the database or its backups, and nobody can make it
again: keep a copy of the file in a safe place, apart from the backups. Whoever has both has the records.

Example:
  soundings new-key /etc/soundings/key
  soundings serve --data /srv/soundings --key-file /etc/soundings/key`;

const REKEY_HELP = `
The server must be stopped. The database is written anew beside its place, checked, and moved there in one step: a power
cut leaves a database that opens with the old or with the new key. Backups, and databases that a restore kept, stay as
they are, with the key that they had.

Examples:
  soundings rekey --new-key-file /etc/soundings/key                       encrypt a plain database
  soundings rekey --key-file /etc/soundings/key --new-key-file ./next     change the key
  soundings rekey --key-file /etc/soundings/key --decrypt                 take the encryption away`;

export function newKeyCommand(): Command {
  const command = new Command("new-key")
    .summary("write a random key for the database into a new file")
    .description("Writes a random key of 256 bits into a new file.")
    .argument("<file>", "the file to write; it must not exist")
    .addHelpText("after", NEW_KEY_HELP);
  return withJson(command).action((file: string, options: NewKeyOptions) =>
    run(async (out) => {
      if (file.trim() === "") throw new CommandError("The name of the key file is empty. Name a new file.");
      const written = writeNewKey(file);
      if (options.json) await writeJson(out, { ok: true, file: written });
      else
        await out.write(
          `A new key is in ${written}, for this account only.\nKeep a copy of it in a safe place apart from the backups: without it nobody can read the database or its backups.\n`,
        );
      return DONE;
    }),
  );
}

export function rekeyCommand(): Command {
  const command = new Command("rekey")
    .summary("encrypt the database, change its key, or take the encryption away")
    .description("Encrypts the database, changes its key, or takes the encryption away.")
    .option("--new-key-file <file>", "the key file of the new key (soundings new-key writes one)")
    .option("--decrypt", "take the encryption away")
    .addHelpText("after", REKEY_HELP);
  return withJson(withData(command)).action((options: RekeyOptions) => run((out) => change(out, options)));
}

async function change(out: Output, options: RekeyOptions): Promise<number> {
  const { newKeyFile, decrypt } = options;
  if ((newKeyFile === undefined) === (decrypt === undefined)) {
    throw new CommandError(
      "Name the new key with --new-key-file FILE, or ask for --decrypt; one of the two.",
    );
  }
  const to = newKeyFile === undefined ? null : keyInFile("--new-key-file", newKeyFile);
  const place = placeOf(options);
  const done = rekey(place, to);
  enterRekeyed({ ...place, key: to }, done);
  if (options.json) await writeJson(out, { ok: true, ...done });
  else await out.write(`${sentencesOf(done).join("\n")}\n`);
  return DONE;
}

function enterRekeyed(place: Place, { wasEncrypted, encrypted }: ReturnType<typeof rekey>): void {
  const store = openStore({ ...place, access: "read" });
  try {
    const said = enterDone(store, "rekey", { event: "rekeyed", detail: { wasEncrypted, encrypted } });
    if (said !== null) process.stderr.write(`${said}\n`);
  } finally {
    store.close();
  }
}

function sentencesOf({ wasEncrypted, encrypted, kept }: ReturnType<typeof rekey>): readonly string[] {
  const others = kept.map(({ name, encrypted: sealed }) =>
    sealed
      ? `${name}, kept by a restore, still has the key that it had.`
      : `${name}, kept by a restore, is not encrypted: delete it when it is no longer needed.`,
  );
  if (!encrypted) {
    return [
      "The database is no longer encrypted: the disk that it lies on must be.",
      "Earlier backups still need the old key: keep it as long as you keep them.",
      ...others,
    ];
  }
  const before = wasEncrypted
    ? "Earlier backups still need the old key: keep it as long as you keep them."
    : "The plain file is removed, but its bytes may still be found in free blocks of the disk, and earlier backups are plain: overwrite or destroy them.";
  return [
    wasEncrypted ? "The database has the new key." : "The database is encrypted.",
    "Give the new key from now on, with --key-file or SOUNDINGS_KEY_FILE, and keep a copy of it apart from the backups.",
    before,
    ...others,
  ];
}
