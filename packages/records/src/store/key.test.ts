import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryDirectory } from "../example-clinic.fixture.ts";
import { cipherKey, keyOf, readKeyFile, StoreKey, writeNewKey } from "./key.ts";
import { refused } from "./keyed.fixture.ts";

const TEXT = "correct horse battery";

function keyFile(content: string | Uint8Array, mode = 0o600): string {
  const file = join(temporaryDirectory(), "key");
  writeFileSync(file, content);
  chmodSync(file, mode);
  return file;
}

describe("a key file", () => {
  it.each([
    ["without a line end", TEXT, TEXT],
    ["with a line end", `${TEXT}\n`, TEXT],
    ["with a line end of Windows", `${TEXT}\r\n`, TEXT],
    ["with spaces around, which belong to the key", ` ${TEXT} \n`, ` ${TEXT} `],
    ["of sixteen characters", "0123456789abcdef", "0123456789abcdef"],
  ])("%s", (_name, content, key) => {
    expect(readKeyFile(keyFile(content)).reveal()).toBe(key);
  });

  it("may be a link to one, and may be read-only", () => {
    const link = join(temporaryDirectory(), "link");
    symlinkSync(keyFile(TEXT, 0o400), link);
    expect(readKeyFile(link).reveal()).toBe(TEXT);
  });

  it.each([
    ["empty", "", /is empty.*soundings new-key/],
    ["only a line end", "\n", /is empty/],
    ["too short", "123456789012345\n", /shorter than 16/],
    ["two lines", `${TEXT}\n${TEXT}\n`, /one line of text/],
    ["two line ends", `${TEXT}\n\n`, /one line of text/],
    ["bytes that are no text", new Uint8Array(32).fill(0xfe), /one line of text/],
    ["bytes of nothing", new Uint8Array(32), /one line of text/],
    ["very long", "x".repeat(100_000), /one line of text/],
  ])("that is %s is refused", async (_name, content, sentence) => {
    const error = await refused(() => readKeyFile(keyFile(content)));
    expect(error).toMatchObject({ code: "bad_key", message: expect.stringMatching(sentence) });
    expect(error.message).not.toContain(TEXT);
  });

  it.each([0o640, 0o604, 0o644, 0o660, 0o620, 0o601])("of mode %o is refused", async (mode) => {
    const file = keyFile(TEXT, mode);
    const error = await refused(() => readKeyFile(file));
    expect(error.code).toBe("bad_key");
    expect(error.message).toContain(`chmod 600 ${file}`);
  });

  it("that is a directory, a device or not there is refused", async () => {
    const directory = join(temporaryDirectory(), "key");
    mkdirSync(directory, { mode: 0o700 });
    expect((await refused(() => readKeyFile(directory))).message).toContain("is not a file");
    expect((await refused(() => readKeyFile("/dev/null"))).message).toContain("is not a file");
    expect((await refused(() => readKeyFile(join(directory, "none")))).code).toBe("no_such_file");
  });
});

describe("a new key", () => {
  it("is 256 bits in a file for its owner only, another one each time", () => {
    const folder = temporaryDirectory();
    const files = ["one", "two"].map((name) => writeNewKey(join(folder, name)));
    const keys = files.map((file) => readFileSync(file, "utf8"));
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{64}\n$/);
    expect(new Set(keys).size).toBe(2);
    for (const file of files) expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(files.map((file) => `${readKeyFile(file).reveal()}\n`)).toEqual(keys);
  });

  it("never takes the place of anything", async () => {
    const file = keyFile(TEXT);
    expect((await refused(() => writeNewKey(file))).code).toBe("file_exists");
    expect(readFileSync(file, "utf8")).toBe(TEXT);
    const link = join(temporaryDirectory(), "link");
    symlinkSync(join(temporaryDirectory(), "nowhere"), link);
    expect((await refused(() => writeNewKey(link))).code).toBe("file_exists");
    expect((await refused(() => writeNewKey("/nowhere/at/all/key"))).code).toBe("no_directory");
  });
});

describe("a key", () => {
  it("of 64 hexadecimal digits is used as it is, any other as a passphrase", () => {
    const digits = "0123456789ABCDEF".repeat(4);
    expect(cipherKey(new StoreKey(digits))).toBe(`x'${digits}'`);
    expect(cipherKey(new StoreKey(digits.slice(1)))).toBe(digits.slice(1));
    expect(cipherKey(keyOf(TEXT, "SOUNDINGS_KEY"))).toBe(TEXT);
  });

  it("that is refused is named by where it came from", async () => {
    expect((await refused(() => keyOf("short", "SOUNDINGS_KEY"))).message).toContain("in SOUNDINGS_KEY");
  });
});
