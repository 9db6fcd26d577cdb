import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { clinicFolder, temporaryFolder } from "./clinic.fixture.ts";
import { type Ended, ended, soundings, start } from "./command.fixture.ts";

const folder = temporaryFolder();
const [key, other] = [join(folder, "key"), join(folder, "other")];
const export_ = clinicFolder();

beforeAll(async () => {
  for (const file of [key, other]) expect((await soundings("new-key", file)).status).toBe(0);
});

function withEnv(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ended> {
  return ended(start(args, env));
}

async function encryptedClinic(): Promise<string> {
  const data = temporaryFolder();
  const { status, err } = await soundings("import", export_, "--data", data, "--key-file", key);
  expect([status, err]).toEqual([0, ""]);
  return data;
}

/** One sentence on standard error, nothing on standard output, status 1. */
function checkRefused({ status, out, err }: Ended, sentence: RegExp): void {
  expect([status, out]).toEqual([1, ""]);
  expect(err).toMatch(sentence);
  expect(err.trimEnd()).not.toContain("\n");
  expect(err).not.toContain(readFileSync(key, "utf8").trim());
}

describe("soundings new-key", () => {
  it("writes a key for this account only, says to keep a copy of it apart, and never overwrites", async () => {
    const file = join(temporaryFolder(), "key");
    const { out } = await soundings("new-key", file);
    expect(out).toMatch(/apart from the backups/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const written = readFileSync(file, "utf8");
    expect(out).not.toContain(written.trim());
    checkRefused(await soundings("new-key", file), /exists already and was not touched/);
    expect(readFileSync(file, "utf8")).toBe(written);
    checkRefused(await soundings("new-key", ""), /name of the key file is empty/);
  });
});

describe("the key of a database", () => {
  it("is taken from a file or a variable by every command", async () => {
    const data = await encryptedClinic();
    const commands = [
      ["import", export_],
      ["import", export_, "--dry-run"],
      ["findings", "--json"],
      ["step-down", "--json"],
      ["set-aside", "--json"],
      ["export", join(temporaryFolder(), "out")],
      ["backup", join(temporaryFolder(), "backup.db")],
      ["verify"],
      ["migrate"],
    ];
    const text = readFileSync(key, "utf8").trim();
    for (const [place, command] of commands.entries()) {
      const way = [{ SOUNDINGS_KEY_FILE: key }, { SOUNDINGS_KEY: text }][place % 2] ?? {};
      const { status, err } = await withEnv(way, ...command, "--data", data);
      expect([command[0], status, err]).toEqual([command[0], 0, ""]);
    }
    for (const command of commands) {
      const file = command[0] === "backup" ? ["backup", join(temporaryFolder(), "b.db")] : command;
      checkRefused(await soundings(...file, "--data", data), /soundings\.db is encrypted.*--key-file/);
    }
  });

  it("is the one of --key-file when a variable says another", async () => {
    const data = await encryptedClinic();
    const env = { SOUNDINGS_KEY_FILE: other, SOUNDINGS_KEY: "another key, also ignored" };
    expect((await withEnv(env, "verify", "--data", data, "--key-file", key)).status).toBe(0);
    checkRefused(await withEnv({ SOUNDINGS_KEY_FILE: other }, "verify", "--data", data), /key is wrong or/);
  });

  it.each([
    [{ SOUNDINGS_KEY: "" }, [], /SOUNDINGS_KEY is set and empty/],
    [{ SOUNDINGS_KEY_FILE: "" }, [], /SOUNDINGS_KEY_FILE is set and empty/],
    [{ SOUNDINGS_KEY: "too short" }, [], /SOUNDINGS_KEY is shorter than 16/],
    [{ SOUNDINGS_KEY: "x".repeat(20), SOUNDINGS_KEY_FILE: key }, [], /both set/],
    [{}, ["--key-file", ""], /--key-file is empty/],
    [{}, ["--key-file", join(folder, "none")], /no key file/],
    [{}, ["--key-file", folder], /is not a file/],
  ])("is refused as given (%j %j), before anything is made", async (env, options, sentence) => {
    const data = temporaryFolder();
    checkRefused(await withEnv(env, "import", export_, "--data", data, ...options), sentence);
    expect(readdirSync(data)).toEqual([]);
  });

  it("is refused from a file that others may read", async () => {
    const file = join(temporaryFolder(), "key");
    writeFileSync(file, readFileSync(key));
    chmodSync(file, 0o644);
    checkRefused(await soundings("verify", "--key-file", file), new RegExp(`chmod 600 ${file}`));
  });

  it("is refused for a plain database, with the way to encrypt it", async () => {
    const data = temporaryFolder();
    await soundings("import", export_, "--data", data);
    checkRefused(
      await soundings("verify", "--data", data, "--key-file", key),
      /not encrypted.*soundings rekey/,
    );
  });
});

describe("soundings rekey", () => {
  it("encrypts, changes the key, and takes the encryption away, and says what stays as it was", async () => {
    const data = temporaryFolder();
    await soundings("import", export_, "--data", data);
    const found = (await soundings("findings", "--json", "--data", data)).out;
    const at = ["--data", data];

    const encrypted = await soundings("rekey", ...at, "--new-key-file", key);
    expect(encrypted).toMatchObject({ status: 0, err: "" });
    expect(encrypted.out).toMatch(/is encrypted[\s\S]*free blocks of the disk[\s\S]*backups are plain/);
    expect(readFileSync(join(data, "soundings.db")).includes("SQLite format 3")).toBe(false);
    expect((await soundings("findings", "--json", ...at, "--key-file", key)).out).toBe(found);

    const changed = await soundings("rekey", ...at, "--key-file", key, "--new-key-file", other, "--json");
    expect(JSON.parse(changed.out)).toMatchObject({
      ok: true,
      wasEncrypted: true,
      encrypted: true,
      kept: [],
    });
    checkRefused(await soundings("verify", ...at, "--key-file", key), /key is wrong or the file is damaged/);

    const plain = await soundings("rekey", ...at, "--key-file", other, "--decrypt");
    expect(plain.out).toContain("no longer encrypted");
    expect((await soundings("findings", "--json", ...at)).out).toBe(found);
  });

  it("is asked for one thing", async () => {
    const data = await encryptedClinic();
    const at = ["--data", data, "--key-file", key];
    for (const options of [[], ["--decrypt", "--new-key-file", other]]) {
      checkRefused(await soundings("rekey", ...at, ...options), /--new-key-file FILE, or ask for --decrypt/);
    }
    checkRefused(await soundings("rekey", ...at, "--new-key-file", key), /new key is the one given/);
  });
});

describe("soundings restore", () => {
  it("takes a backup of another key, and says what is encrypted", async () => {
    const data = await encryptedClinic();
    const backup = join(temporaryFolder(), "backup.db");
    const made = await soundings("backup", backup, "--data", data, "--key-file", key);
    expect(made.out).toContain("encrypted with the key of the database");
    await soundings("rekey", "--data", data, "--key-file", key, "--new-key-file", other);
    const at = ["restore", backup, "--data", data, "--key-file", other];
    checkRefused(await soundings(...at), /another key.*--backup-key-file/);
    checkRefused(await soundings(...at, "--backup-key-file", ""), /--backup-key-file is empty/);
    expect((await soundings(...at, "--backup-key-file", key)).status).toBe(0);
    expect((await soundings("verify", "--data", data, "--key-file", other)).status).toBe(0);

    const decrypted = await soundings(
      "restore",
      backup,
      "--data",
      temporaryFolder(),
      "--backup-key-file",
      key,
    );
    expect(decrypted.out).toContain("the database is not, because no key was given");
  });

  it("of a plain backup with a key encrypts, and names what is still plain", async () => {
    const data = temporaryFolder();
    await soundings("import", export_, "--data", data);
    const backup = join(temporaryFolder(), "backup.db");
    await soundings("backup", backup, "--data", data);
    const { status, out } = await soundings("restore", backup, "--data", data, "--key-file", key);
    expect(status).toBe(0);
    expect(out).toMatch(/backup file itself is not[\s\S]*kept as .*\. It is not encrypted\./);
    expect((await soundings("verify", "--data", data, "--key-file", key)).status).toBe(0);
  });
});

/** Starts a server, asks it something, stops it, and answers all that it printed. */
async function servedOnce(...args: readonly string[]): Promise<Ended> {
  const child = start(["serve", "--port", "0", "--log", "debug", ...args]);
  const end = ended(child);
  let told = "";
  child.stdout?.on("data", async (chunk) => {
    told += chunk;
    if (!told.includes("Ctrl-C")) return;
    await fetch(/is open at (http:\S+)/.exec(told)?.[1] ?? "");
    child.kill("SIGTERM");
  });
  return end;
}

describe("soundings serve", () => {
  it("says that the database is encrypted, and never shows the key", async () => {
    const data = await encryptedClinic();
    const { status, out, err } = await servedOnce("--data", data, "--key-file", key);
    expect(status).toBe(0);
    expect(out).toContain("The database is encrypted.");
    expect(out + err).not.toContain(readFileSync(key, "utf8").trim());
    checkRefused(
      await soundings("serve", "--port", "0", "--data", data),
      /is encrypted, and no key was given/,
    );
  });

  it("without a key says that the disk must be encrypted, and makes an encrypted database with one", async () => {
    const plain = await servedOnce("--data", temporaryFolder());
    expect(plain.out).toContain("The database is not encrypted: the disk that it lies on must be");
    const data = temporaryFolder();
    await servedOnce("--data", data, "--key-file", key);
    checkRefused(await soundings("verify", "--data", data), /is encrypted/);
  });
});
