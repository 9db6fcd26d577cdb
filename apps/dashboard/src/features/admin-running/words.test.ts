import { expect, test } from "vitest";
import { encryptionWords, sizeWords } from "./words.ts";

test("a size has the unit in which it is easiest to read", () => {
  expect(sizeWords(0)).toBe("0 bytes");
  expect(sizeWords(999)).toBe("999 bytes");
  expect(sizeWords(1_000)).toBe("1 KB");
  expect(sizeWords(48_230_000)).toBe("48.2 MB");
  expect(sizeWords(7_000_000_000)).toBe("7 GB");
  expect(sizeWords(3_000_000_000_000_000)).toBe("3,000 TB");
});

test("real records without a key say that the disk must be encrypted; invented ones need nothing", () => {
  expect(encryptionWords({ encrypted: false, purpose: "real" })).toMatch(
    /disk of this machine must be encrypted/,
  );
  expect(encryptionWords({ encrypted: false, purpose: "demo" })).not.toMatch(/must/);
  expect(encryptionWords({ encrypted: true, purpose: "real" })).toMatch(/keep the key apart/);
});
