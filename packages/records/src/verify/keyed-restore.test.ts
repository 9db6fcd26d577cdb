import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryDirectory } from "../example-clinic.fixture.ts";
import { beginningOf } from "../store/encryption.ts";
import { StoreKey } from "../store/key.ts";
import { fingerprints, KEY, keyedClinic, OTHER_KEY, refused } from "../store/keyed.fixture.ts";
import { openStore } from "../store/open.ts";
import { backupStore } from "./backup.ts";
import { rekeyStore } from "./rekey.ts";
import { restoreStore } from "./restore.ts";
import { verifyStore } from "./verify.ts";

/** A clinic with this key, and a backup of it. */
async function clinicAndBackup(key: StoreKey | null) {
  const store = await keyedClinic(key);
  const backup = join(temporaryDirectory(), "backup.db");
  const done = await backupStore(store, backup);
  store.close();
  return { dataDir: store.dataDir, backup, done };
}

async function checkWhole(dataDir: string, key: StoreKey | null): Promise<void> {
  const store = openStore({ dataDir, key, access: "read" });
  expect(store.reader.statement("select count(*) from patients").get([])).toEqual([2]);
  expect(await verifyStore(store)).toEqual([]);
  store.close();
}

type Keys = readonly [present: StoreKey | null, backup: StoreKey | null, own: StoreKey | null];

const WAYS: readonly [name: string, ...keys: Keys][] = [
  ["of the same key", KEY, KEY, null],
  ["of another key, which is given", KEY, OTHER_KEY, OTHER_KEY],
  [
    "of a passphrase, which is given",
    KEY,
    new StoreKey("correct horse battery"),
    new StoreKey("correct horse battery"),
  ],
  ["that is plain, in the place of an encrypted database", KEY, null, null],
  ["that is encrypted, in the place of a plain database", null, KEY, KEY],
];

describe("a backup", () => {
  it.each(WAYS)("%s is restored with the key of the place", async (_name, presentKey, backupKey, own) => {
    const { dataDir } = await clinicAndBackup(presentKey);
    const { backup, done } = await clinicAndBackup(backupKey);
    expect(done.encrypted).toBe(backupKey !== null);
    const before = readFileSync(backup);
    const restored = await restoreStore(dataDir, backup, { key: presentKey, backupKey: own });
    expect(restored).toMatchObject({
      encrypted: presentKey !== null,
      backupEncrypted: backupKey !== null,
      previousEncrypted: presentKey !== null,
    });
    await checkWhole(dataDir, presentKey);
    expect(readFileSync(backup).equals(before)).toBe(true);
    const other = temporaryDirectory();
    copyFileSync(restored.previous ?? "", join(other, "soundings.db"));
    await checkWhole(other, presentKey);
    const plain = readdirSync(dataDir).filter((name) => beginningOf(join(dataDir, name)) === "plain");
    expect(plain.length).toBe(presentKey === null ? 2 : 0);
  });

  it("goes into an empty directory encrypted, and into the place of a plain database, which is kept as it was", async () => {
    const { backup } = await clinicAndBackup(null);
    const empty = temporaryDirectory();
    expect(await restoreStore(empty, backup, { key: KEY })).toMatchObject({
      encrypted: true,
      previous: null,
    });
    await checkWhole(empty, KEY);
    const { dataDir } = await clinicAndBackup(null);
    const done = await restoreStore(dataDir, backup, { key: KEY });
    expect(done).toMatchObject({ encrypted: true, previousEncrypted: false });
    expect(beginningOf(done.previous ?? "")).toBe("plain");
    await checkWhole(dataDir, KEY);
  });

  it("from before a change of the key needs the old one", async () => {
    const { dataDir, backup } = await clinicAndBackup(KEY);
    rekeyStore({ dataDir, key: KEY, to: OTHER_KEY });
    expect((await refused(() => restoreStore(dataDir, backup, { key: OTHER_KEY }))).code).toBe("wrong_key");
    await restoreStore(dataDir, backup, { key: OTHER_KEY, backupKey: KEY });
    await checkWhole(dataDir, OTHER_KEY);
  });
});

describe("a restore is refused, and no byte changes,", () => {
  const REFUSALS: readonly [name: string, keys: Keys, given: StoreKey | null, said: [string, RegExp]][] = [
    [
      "with a backup of another key",
      [KEY, OTHER_KEY, null],
      KEY,
      ["wrong_key", /another key.*--backup-key-file/],
    ],
    [
      "with a wrong key for the backup",
      [KEY, KEY, OTHER_KEY],
      KEY,
      ["wrong_key", /backup\.db does not open/],
    ],
    ["without any key for the backup", [null, KEY, null], null, ["key_missing", /backup\.db is encrypted/]],
    [
      "with a key for a plain backup",
      [KEY, null, KEY],
      KEY,
      ["not_encrypted", /backup\.db is not encrypted/],
    ],
    [
      "with a wrong key for the present",
      [KEY, null, null],
      OTHER_KEY,
      ["wrong_key", /present soundings\.db/],
    ],
    [
      "without the key of the present",
      [KEY, null, null],
      null,
      ["key_missing", /soundings\.db is encrypted/],
    ],
  ];

  it.each(REFUSALS)("%s", async (_name, [presentKey, backupKey, own], given, [code, sentence]) => {
    const { dataDir } = await clinicAndBackup(presentKey);
    const { backup } = await clinicAndBackup(backupKey);
    const before = [fingerprints(dataDir), readFileSync(backup)];
    const error = await refused(() => restoreStore(dataDir, backup, { key: given, backupKey: own }));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(sentence);
    expect([fingerprints(dataDir), readFileSync(backup)]).toEqual(before);
  });

  it("but a present database that is damaged within is replaced and kept", async () => {
    const { dataDir, backup } = await clinicAndBackup(KEY);
    const file = join(dataDir, "soundings.db");
    const bytes = readFileSync(file);
    bytes.fill(7, 4_096, 4_096 * 3);
    writeFileSync(file, bytes);
    const { previous } = await restoreStore(dataDir, backup, { key: KEY });
    expect(beginningOf(previous ?? "")).toBe("encrypted");
    expect(readFileSync(previous ?? "").length).toBe(bytes.length);
    await checkWhole(dataDir, KEY);
  });
});
